// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What each fuzzer begins with, and what once made it fail: files under {@code src/test/resources/fuzz/<fuzzer>}, read
 * again in every build. {@code .ci/fuzz.sh} looks for more.
 */
public final class FuzzCorpus {
    private static final Path ROOT = Path.of("src", "test", "resources", "fuzz");
    private static final Duration MOST_TIME = Duration.ofSeconds(10);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_ALLOCATED = 64L * 1024 * 1024;

    private FuzzCorpus() {}

    /** One test for each file of a fuzzer's corpus, and one for no octets at all. */
    public static Stream<DynamicTest> replay(Class<?> fuzzer, Consumer<byte[]> target) {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("nothing", () -> target.accept(new byte[0]))),
                files(fuzzer).stream()
                        .map(file -> DynamicTest.dynamicTest(
                                file.getFileName().toString(),
                                () -> assertTimeoutPreemptively(
                                        MOST_TIME, () -> target.accept(Files.readAllBytes(file))))));
    }

    private static List<Path> files(Class<?> fuzzer) {
        Path directory = directory(fuzzer);
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("a fuzzer needs a corpus: " + directory, e);
        }
    }

    static Path directory(Class<?> fuzzer) {
        return ROOT.resolve(fuzzer.getSimpleName());
    }

    /**
     * Runs what reads an input, which may cost a bounded amount of memory however the input lies about itself. What costs
     * more is run again, since classes are loaded in the first run.
     */
    public static void bounded(Runnable reading) {
        long allocated = allocatedBy(reading);
        for (int again = 0; again < 2 && allocated > MOST_ALLOCATED; again++) {
            allocated = allocatedBy(reading);
        }
        if (allocated > MOST_ALLOCATED) {
            throw new AssertionError(allocated + " octets were allocated for one input");
        }
    }

    private static long allocatedBy(Runnable reading) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        reading.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** Fails with both when they are not the same. */
    public static void requireEqual(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("not the same: " + expected + " and " + actual);
        }
    }
}
