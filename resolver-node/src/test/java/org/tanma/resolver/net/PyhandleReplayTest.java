// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PYHANDLE sends while it registers, reads, modifies and deletes a handle, octet for octet, on one connection. */
class PyhandleReplayTest {
    private static final List<Integer> STATUSES = List.of(200, 404, 201, 200, 200, 200, 200, 200, 200);

    @TempDir
    Path directory;

    @Test
    void recordedRequests_areAnsweredAsTheLibraryExpects() throws Exception {
        try (RestNode node = new RestNode(directory);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.faces.httpPort())) {
            socket.setSoTimeout(10_000);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int i = 1; i <= STATUSES.size(); i++) {
                socket.getOutputStream().write(recorded(i));
                String head = head(in);
                JsonObject body = body(head, in);

                assertThat(head).as("answer to %s", i).startsWith("HTTP/1.1 " + STATUSES.get(i - 1) + " ");
                assertThat(body.get("responseCode").getAsInt()).isEqualTo(i == 2 ? 100 : 1);
                assertThat(body.get("handle").getAsString())
                        .isEqualTo(i == 1 ? RestNode.NODE : "20.500.12345/pyhandle");
                if (i == 7) {
                    assertThat(body.toString())
                            .contains("https://b.example/窑", "\"bar\"", "\"foo\"", "\"123456\"")
                            .doesNotContain("https://a.example");
                }
            }
            assertThat(node.find("20.500.12345/pyhandle")).isEmpty();
        }
    }

    private static byte[] recorded(int number) throws IOException {
        String name = String.format("pyhandle/%02d.http", number);
        try (InputStream file = Objects.requireNonNull(PyhandleReplayTest.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private static JsonObject body(String head, DataInputStream in) throws IOException {
        int length = Integer.parseInt(
                head.toLowerCase(java.util.Locale.ROOT).replaceAll("(?s).*content-length: ([0-9]+).*", "$1"));
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
