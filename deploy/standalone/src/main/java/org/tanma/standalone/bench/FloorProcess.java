// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A bare echo running in a JVM of its own, like the node; ended when closed, and when this process ends. */
final class FloorProcess implements AutoCloseable {
    private final Process process;
    private final InetSocketAddress address;

    private FloorProcess(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits for its port.
     *
     * @param flags for its JVM: the same as the node has, or the comparison says little
     */
    static FloorProcess start(SampleAnswer answer, LoopKind kind, int threads, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FloorMain.class.getName()));
        command.addAll(List.of(kind.name(), Integer.toString(threads)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OutputStream in = process.getOutputStream();
        in.write((answer.line() + "\n").getBytes(StandardCharsets.US_ASCII));
        in.flush();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = out.readLine();
        if (port == null) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command));
        }
        return new FloorProcess(
                process, new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.strip())));
    }

    InetSocketAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
