// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.metrics;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.encoder.EchoEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.LoggerFactory;
import org.tanma.resolver.meter.AccessLine;
import org.tanma.resolver.meter.AccessLog;
import tools.jackson.databind.json.JsonMapper;

/**
 * The access log: {@code access.log}, one JSON object a line, rolled daily or at 100 MB, kept for 14 days and 1 GB.
 *
 * <p>A thread of its own writes what waits in a queue of {@value #MOST_WAITING} lines; what finds it full is dropped and
 * counted. Addresses are cut to their network before they are written. Closing writes what waits. Safe between threads.
 */
public final class AccessLogFile implements AccessLog, AutoCloseable {
    static final String FILE = "access.log";
    static final int MOST_WAITING = 16_384;

    private static final long LONGEST_CLOSE_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 200;
    private static final int IPV4_OCTETS = 4;
    private static final int IPV4_KEPT = 3;
    private static final int IPV6_KEPT = 7;
    private static final JsonMapper JSON = new JsonMapper();

    private final AccessLogMode mode;
    private final InstantSource clock;
    private final RollingFileAppender<String> file;
    private final BlockingQueue<Waiting> waiting;
    private final AtomicLong asked = new AtomicLong();
    private final LongAdder written = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Thread writer = new Thread(this::run, "access-log");
    private volatile boolean isClosing;

    private record Waiting(Instant at, AccessLine line) {}

    /** A line as it is written. */
    private record Entry(
            String time,
            String face,
            String peer,
            String operation,
            String handle,
            int code,
            int octets,
            long micros) {}

    AccessLogFile(AccessLogMode mode, Path directory, InstantSource clock, int mostWaiting) {
        this.mode = mode;
        this.clock = clock;
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        this.file = file(directory);
        writer.setDaemon(true);
    }

    /** Writes into {@code directory}; makes no file when the mode is off. */
    public static AccessLogFile open(AccessLogMode mode, Path directory, InstantSource clock) {
        AccessLogFile log = new AccessLogFile(mode, directory, clock, MOST_WAITING);
        if (log.isOn()) {
            log.start();
        }
        return log;
    }

    void start() {
        file.start();
        writer.start();
    }

    private static RollingFileAppender<String> file(Path directory) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        EchoEncoder<String> encoder = new EchoEncoder<>();
        encoder.setContext(context);
        encoder.start();
        RollingFileAppender<String> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(directory.resolve(FILE).toString());
        file.setEncoder(encoder);
        SizeAndTimeBasedRollingPolicy<String> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(directory.resolve("access.%d.%i.log.gz").toString());
        policy.setMaxFileSize(FileSize.valueOf("100MB"));
        policy.setTotalSizeCap(FileSize.valueOf("1GB"));
        policy.setMaxHistory(14);
        policy.start();
        file.setRollingPolicy(policy);
        return file;
    }

    @Override
    public boolean isOn() {
        return mode.oneOf() > 0;
    }

    @Override
    public boolean wantsNext() {
        return mode.oneOf() == 1 || mode.oneOf() > 1 && asked.getAndIncrement() % mode.oneOf() == 0;
    }

    @Override
    public void write(AccessLine line) {
        if (isClosing || !waiting.offer(new Waiting(clock.instant(), line))) {
            dropped.increment();
        }
    }

    private void run() {
        try {
            while (!isClosing || !waiting.isEmpty()) {
                Waiting next = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    file.doAppend(text(next));
                    written.increment();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(Waiting next) {
        AccessLine line = next.line();
        return JSON.writeValueAsString(new Entry(
                next.at().toString(),
                line.face().label(),
                line.peer().map(AccessLogFile::network).orElse(""),
                line.operation().label(),
                line.handle(),
                line.code(),
                line.octets(),
                line.micros()));
    }

    /** The /24 or, of IPv6, the /56 that an address is in. */
    static String network(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean isIpv4 = octets.length == IPV4_OCTETS;
        int kept = isIpv4 ? IPV4_KEPT : IPV6_KEPT;
        Arrays.fill(octets, kept, octets.length, (byte) 0);
        try {
            return InetAddress.getByAddress(octets).getHostAddress() + "/" + kept * Byte.SIZE;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of as many octets is one", e);
        }
    }

    /** Lines written since the start. */
    public long written() {
        return written.sum();
    }

    /** Lines dropped for want of room since the start. */
    public long dropped() {
        return dropped.sum();
    }

    @Override
    public void close() {
        isClosing = true;
        try {
            writer.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.stop();
    }
}
