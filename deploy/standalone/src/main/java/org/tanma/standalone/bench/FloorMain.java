// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The bare echo as a process: {@code FloorMain KIND THREADS}, with the answer as a line on standard input; prints its port and
 * serves until standard input ends.
 */
final class FloorMain {
    private FloorMain() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        SampleAnswer answer = SampleAnswer.read(in.readLine());
        try (FloorServer server =
                FloorServer.open(answer, LoopKind.valueOf(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println(server.address().getPort());
            while (in.readLine() != null) {
                Thread.onSpinWait();
            }
        }
    }
}
