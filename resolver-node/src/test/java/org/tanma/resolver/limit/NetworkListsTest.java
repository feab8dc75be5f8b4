// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkListsTest {
    @TempDir
    Path directory;

    private static boolean isBlocked(NetworkLists lists, String address) throws Exception {
        InetAddress peer = InetAddress.getByName(address);
        return lists.isBlocked(PeerAddress.high(peer), PeerAddress.low(peer));
    }

    private static boolean isAllowed(NetworkLists lists, String address) throws Exception {
        InetAddress peer = InetAddress.getByName(address);
        return lists.isAllowed(PeerAddress.high(peer), PeerAddress.low(peer));
    }

    private void write(String file, String text, int second) throws Exception {
        Path path = directory.resolve(file);
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + second)));
    }

    @Test
    void none_blocksNobodyAndAllowsLoopback() throws Exception {
        for (NetworkLists lists : new NetworkLists[] {NetworkLists.none(), NetworkLists.in(directory)}) {
            assertThat(isBlocked(lists, "192.0.2.1")).isFalse();
            assertThat(isAllowed(lists, "192.0.2.1")).isFalse();
            assertThat(isAllowed(lists, "127.0.0.1")).isTrue();
            assertThat(isAllowed(lists, "127.255.255.255")).isTrue();
            assertThat(isAllowed(lists, "128.0.0.0")).isFalse();
            assertThat(isAllowed(lists, "::1")).isTrue();
            assertThat(isAllowed(lists, "::2")).isFalse();
        }
    }

    @Test
    void networks_holdTheirFirstAndLastAddressAndNoOther() throws Exception {
        NetworkLists lists = NetworkLists.of("""
                # harmful
                192.0.2.0/24   # one of them
                192.0.2.128/25
                198.51.100.7

                2001:db8::/33
                0.0.0.0/8
                """, "192.0.2.42");
        assertThat(isBlocked(lists, "192.0.1.255")).isFalse();
        assertThat(isBlocked(lists, "192.0.2.0")).isTrue();
        assertThat(isBlocked(lists, "192.0.2.255")).isTrue();
        assertThat(isBlocked(lists, "192.0.3.0")).isFalse();
        assertThat(isBlocked(lists, "198.51.100.6")).isFalse();
        assertThat(isBlocked(lists, "198.51.100.7")).isTrue();
        assertThat(isBlocked(lists, "198.51.100.8")).isFalse();
        assertThat(isBlocked(lists, "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff")).isTrue();
        assertThat(isBlocked(lists, "2001:db8:8000::")).isFalse();
        assertThat(isBlocked(lists, "::1")).isFalse();
        assertThat(isBlocked(lists, "192.0.2.42")).as("in both lists").isFalse();
    }

    @Test
    void lines_endAtLineFeedsCarriageReturnsOrBoth() throws Exception {
        NetworkLists lists = NetworkLists.of("# harmful\r192.0.2.0/24\r\n198.51.100.0/24\n\r203.0.113.0/24", "");
        for (String address : new String[] {"192.0.2.1", "198.51.100.1", "203.0.113.1"}) {
            assertThat(isBlocked(lists, address)).as(address).isTrue();
        }
        assertFault("\r\n\r\nx", "txt:3: ");
    }

    @Test
    void wholeOfEither_isPossible() throws Exception {
        assertThat(isBlocked(NetworkLists.of("0.0.0.0/0", ""), "203.0.113.9")).isTrue();
        assertThat(isBlocked(NetworkLists.of("0.0.0.0/0", ""), "2001:db8::1")).isFalse();
        assertThat(isBlocked(NetworkLists.of("::/0", ""), "203.0.113.9")).isTrue();
    }

    @Test
    void faults_nameTheirLine() {
        assertFault("192.0.2.0/24\n\n192.0.2.1/24", ":3: '192.0.2.1/24': the address has bits beyond");
        assertFault("192.0.2.0/33", ":1: '192.0.2.0/33': a length of '33'; allowed are 0 to 32");
        assertFault("2001:db8::/129", ":1: '2001:db8::/129': a length of '129'");
        assertFault("192.0.2.0/", ":1: '192.0.2.0/': a length of ''");
        assertFault("192.0.2.0/-1", "a length of '-1'");
        assertFault("192.0.2", "is no network");
        assertFault("192.0.2.256", "is no network");
        assertFault("192.0.2.1.", "is no network");
        assertFault("example.org", "is no network");
        assertFault("beef", "is no network");
        assertFault("1::2::3", "is no network");
        assertFault("x".repeat(300), ":1: cannot be read: a line of more than 256 characters");
    }

    private static void assertFault(String text, String message) {
        assertThatThrownBy(() -> NetworkLists.of(text, ""))
                .isInstanceOf(NetworkListException.class)
                .hasMessageStartingWith("blocked.txt")
                .hasMessageContaining(message);
    }

    @Test
    void mostNetworks_areReadAndOneMoreIsRefused() {
        StringBuilder most = new StringBuilder();
        for (int i = 0; i < NetworkListReader.MOST_NETWORKS; i++) {
            most.append("10.")
                    .append(i >> 16)
                    .append('.')
                    .append(i >> 8 & 255)
                    .append('.')
                    .append(i & 255)
                    .append('\n');
        }
        assertThat(NetworkListReader.read(new StringReader(most.toString()), "f")
                        .size())
                .isEqualTo(NetworkListReader.MOST_NETWORKS);
        String more = most + "192.0.2.1\n";
        assertThatThrownBy(() -> NetworkListReader.read(new StringReader(more), "f"))
                .hasMessageContaining("f:100001: more than 100000 networks");
    }

    @Test
    void changedFiles_areReadAgainAndAFaultKeepsWhatWasThere() throws Exception {
        write("blocked.txt", "192.0.2.0/24", 1);
        NetworkLists lists = NetworkLists.in(directory);
        assertThat(isBlocked(lists, "192.0.2.1")).isTrue();

        write("blocked.txt", "198.51.100.0/24", 2);
        write("allowed.txt", "203.0.113.0/24", 2);
        assertThat(lists.refresh()).isTrue();
        assertThat(isBlocked(lists, "192.0.2.1")).isFalse();
        assertThat(isBlocked(lists, "198.51.100.1")).isTrue();
        assertThat(isAllowed(lists, "203.0.113.1")).isTrue();
        assertThat(isAllowed(lists, "127.0.0.1")).as("not in the list").isFalse();

        write("blocked.txt", "198.51.100.0/24\nnonsense", 3);
        assertThat(lists.refresh()).isFalse();
        assertThat(isBlocked(lists, "198.51.100.1")).as("as before").isTrue();
        assertThat(lists.refresh()).as("told once").isTrue();

        Files.delete(directory.resolve("blocked.txt"));
        assertThat(lists.refresh()).isTrue();
        assertThat(isBlocked(lists, "198.51.100.1")).isFalse();
    }

    @Test
    void faultAtTheStart_isRefusedWithFileAndLine() throws Exception {
        write("allowed.txt", "# mine\nnonsense", 1);
        assertThatThrownBy(() -> NetworkLists.in(directory))
                .isInstanceOf(NetworkListException.class)
                .hasMessageContaining(directory.resolve("allowed.txt") + ":2: 'nonsense' is no network");
    }
}
