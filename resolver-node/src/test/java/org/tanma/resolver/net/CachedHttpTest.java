// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.ExpectedVersion;

/** What comes from memory is, octet for octet, what the handlers of HTTP would answer. */
class CachedHttpTest {
    private static final String[] HANDLES = {
        "20.500.12345/a",
        "20.500.12345/A",
        "20.500.12345/none",
        "20.500.12345/a?index=1",
        "20.500.12345/a?type=URL",
        "20.500.12345/a?pretty",
        "20.500.12345/%E7%A2%B3",
        "20.500.12345/%zz",
        "10/other",
        "x",
        "20.500.12345/a?auth"
    };
    private RunningFaces running;
    private Socket socket;

    @BeforeEach
    void start() throws IOException {
        running = RunningFaces.start();
        running.put("20.500.12345/a", HandleValue.text(1, "URL", "https://example.org/\"a\"", 0));
        running.put("20.500.12345/碳", HandleValue.text(1, "DESC", "碳", 0));
        socket = connect();
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        running.close();
    }

    private Socket connect() throws IOException {
        Socket connected = new Socket(InetAddress.getLoopbackAddress(), running.faces.httpPort());
        connected.setSoTimeout(10_000);
        return connected;
    }

    private static String get(String handle, String moreHeaders) {
        return "GET /api/handles/" + handle + " HTTP/1.1\r\nHost: x\r\n" + moreHeaders + "\r\n";
    }

    private static String ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return read(socket.getInputStream());
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            assertThat(octet).as("an octet after " + head).isNotNegative();
            head.append((char) octet);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length: ") + "content-length: ".length();
        int length = Integer.parseInt(lower.substring(at, lower.indexOf('\r', at)));
        return head + new String(in.readNBytes(length), ISO_8859_1);
    }

    @Test
    void answersGivenAgain_areThoseOfTheHandlers() throws IOException {
        for (String handle : HANDLES) {
            String slow;
            try (Socket other = connect()) {
                slow = ask(other, get(handle, "X-Unknown: y\r\n"));
            }
            try (Socket other = connect()) {
                assertThat(ask(other, get(handle, ""))).as(handle).isEqualTo(slow);
                assertThat(ask(other, get(handle, "Accept: */*\r\n")))
                        .as(handle)
                        .isEqualTo(slow);
            }
        }
        assertThat(running.cache.counts().hits()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void pipelinedRequestsOfAllKinds_areAnsweredInOrder() throws IOException {
        StringBuilder all = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            running.put("20.500.12345/" + i, HandleValue.text(1, "DESC", "number " + i, 0));
        }
        for (int i = 0; i < 3_000; i++) {
            all.append(get("20.500.12345/" + i % 300, ""));
            expected.add("number " + i % 300);
        }
        all.append("GET /api/handles/20.500.12345/7 HTTP/1.1\r\nHost: x\r\nX-Unknown: y\r\n\r\n");
        expected.add("number 7");
        all.append(get("20.500.12345/8", ""));
        expected.add("number 8");
        Thread writer = new Thread(() -> {
            try {
                socket.getOutputStream().write(all.toString().getBytes(ISO_8859_1));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        writer.start();
        for (String text : expected) {
            assertThat(read(socket.getInputStream())).contains("\"" + text + "\"");
        }
    }

    @Test
    void requestOctetByOctet_isAnswered() throws IOException {
        for (int round = 0; round < 2; round++) {
            for (byte octet : get("20.500.12345/a", "").getBytes(ISO_8859_1)) {
                socket.getOutputStream().write(octet);
                socket.getOutputStream().flush();
            }
            assertThat(read(socket.getInputStream())).contains("example.org");
        }
    }

    @Test
    void write_isSeenByTheNextRequest() throws IOException {
        String request = get("20.500.12345/a", "");
        assertThat(ask(socket, request)).contains("example.org");
        assertThat(ask(socket, request)).contains("example.org");
        running.put("20.500.12345/A", HandleValue.text(1, "URL", "https://example.net/", 0));
        assertThat(ask(socket, request)).contains("example.net");
        running.store.delete(HandleName.parse("20.500.12345/a"), ExpectedVersion.any());
        assertThat(ask(socket, request)).startsWith("HTTP/1.1 404");
    }

    @Test
    void connectionThatShallEnd_ends() throws IOException {
        String request = get("20.500.12345/a", "");
        assertThat(ask(socket, request + get("20.500.12345/a", "Connection: close\r\n")))
                .contains("example.org");
        assertThat(read(socket.getInputStream())).contains("example.org");
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
}
