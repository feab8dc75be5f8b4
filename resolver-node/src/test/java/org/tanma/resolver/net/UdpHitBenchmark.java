// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tanma.handle.model.HandleValue;

/**
 * A question by UDP whose answer is kept, socket to socket: the client sends and takes from buffers of its own, so that what is
 * allocated is the node's. Run by {@code .ci/bench.sh}; {@code gc.alloc.rate.norm} is in octets a question.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-Dio.netty.leakDetection.level=disabled"})
public class UdpHitBenchmark {
    private RunningFaces running;
    private DatagramChannel client;
    private ByteBuffer question;
    private ByteBuffer answer;

    @Setup(Level.Trial)
    public void start() throws IOException {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        running = RunningFaces.start();
        String handle = RunningFaces.PREFIX + "/a";
        running.put(
                handle,
                HandleValue.text(1, "URL", "https://example.org/" + "a".repeat(60), 0),
                HandleValue.text(2, "EMAIL", "somebody@example.org", 0),
                HandleValue.text(3, "DESC", "d".repeat(80), 0),
                HandleValue.text(4, "DESC", "e".repeat(40), 0));
        byte[] request = RawRequests.resolve(1, handle);
        question = ByteBuffer.allocateDirect(request.length).put(request);
        answer = ByteBuffer.allocateDirect(1_024);
        client = DatagramChannel.open()
                .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), running.faces.handlePort()));
    }

    @Benchmark
    public int ask() throws IOException {
        client.write(question.flip());
        question.position(question.limit());
        return client.read(answer.clear());
    }

    @TearDown(Level.Trial)
    public void stop() throws IOException {
        long misses = running.cache.counts().misses();
        client.close();
        running.close();
        if (misses > 1) {
            throw new IllegalStateException(misses + " questions were not answered from what was kept");
        }
    }
}
