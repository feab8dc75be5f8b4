// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class RateTableTest {
    private static final long SECOND = 1_000_000_000L;
    /** Just before the clock turns over, so that every test crosses it. */
    private static final long START = Long.MAX_VALUE - SECOND / 4;

    private static final RateLimit RATE = new RateLimit(10, 5);
    private static final long TENTH = SECOND / 10;

    private final RateTable table = new RateTable(RATE, 64, 42, START);

    private static long ipv4(int network, int host) {
        return PeerAddress.MAPPED | (long) network << 8 | host;
    }

    @Test
    void take_burstIsAnsweredAndOneMoreIsNot() {
        for (int i = 0; i < 5; i++) {
            assertThat(table.take(0, ipv4(1, i), START)).isZero();
        }
        assertThat(table.take(0, ipv4(1, 9), START))
                .as("another host of the network")
                .isEqualTo(1);
        assertThat(table.take(0, ipv4(1, 9), START)).isEqualTo(2);
        assertThat(table.take(0, ipv4(2, 0), START)).as("another network").isZero();
    }

    @Test
    void take_refillsAtTheRate() {
        for (int i = 0; i < 6; i++) {
            table.take(0, ipv4(1, 0), START);
        }
        assertThat(table.take(0, ipv4(1, 0), START + TENTH - 1)).isPositive();
        assertThat(table.take(0, ipv4(1, 0), START + TENTH)).isZero();
        assertThat(table.take(0, ipv4(1, 0), START + TENTH)).isPositive();
        int answered = 0;
        for (int i = 0; i < 10_000; i++) {
            long at = START + TENTH + i * (SECOND / 1_000);
            answered += table.take(0, ipv4(1, 0), at) == 0 ? 1 : 0;
        }
        assertThat(answered).as("in ten seconds of a thousand a second").isBetween(99, 101);
    }

    @Test
    void take_countsWhatIsOverEvenWhereSomeIsNot() {
        int over = 0;
        for (int i = 0; i < 40; i++) {
            over = Math.max(over, table.take(0, ipv4(1, 0), START + i * TENTH / 2));
        }
        assertThat(over).as("half of all after the burst").isGreaterThanOrEqualTo(14);
    }

    @Test
    void networks_are24OfIpv4And56OfIpv6() throws Exception {
        assertSame("192.0.2.0", "192.0.2.255", true);
        assertSame("192.0.2.255", "192.0.3.0", false);
        assertSame("2001:db8:0:a00::", "2001:db8:0:aff:ffff:ffff:ffff:ffff", true);
        assertSame("2001:db8:0:aff::", "2001:db8:0:b00::", false);
        assertSame("::1", "0.0.0.1", false);
    }

    private static void assertSame(String one, String other, boolean isSame) throws Exception {
        RateTable table = new RateTable(new RateLimit(1, 1), 64, 7, START);
        InetAddress first = InetAddress.getByName(one);
        InetAddress second = InetAddress.getByName(other);
        assertThat(table.take(PeerAddress.high(first), PeerAddress.low(first), START))
                .isZero();
        assertThat(table.take(PeerAddress.high(second), PeerAddress.low(second), START) > 0)
                .as("%s and %s are one network", one, other)
                .isEqualTo(isSame);
    }

    @Test
    void floodFromManyNetworks_forgivesNobody() {
        long flooder = ipv4(77, 1);
        int answered = 0;
        long at = START;
        for (int round = 0; round < 1_000; round++, at += SECOND / 1_000) {
            answered += table.take(0, flooder, at) == 0 ? 1 : 0;
            for (int network = 0; network < 10; network++) {
                table.take(0, ipv4(1_000 + (round * 10 + network) % 640, 1), at);
            }
        }
        assertThat(answered).as("a burst and a second's worth").isBetween(5, 16);
    }

    @Test
    void networksWithoutPlace_shareABucketThatIsLimitedToo() {
        int answered = 0;
        for (int network = 0; network < 10_000; network++) {
            for (int i = 0; i < 5; i++) {
                answered += table.take(0, ipv4(network, 0), START) == 0 ? 1 : 0;
            }
        }
        assertThat(answered).as("64 places and 8 shared ones, a burst each").isEqualTo((64 + 8) * 5);
    }

    @Test
    void charge_saysHowLongToWait() {
        assertThat(table.charge(0, ipv4(1, 0), 5, START)).as("a burst").isZero();
        assertThat(table.charge(0, ipv4(1, 0), 1, START)).as("one over it").isEqualTo(TENTH);
        assertThat(table.charge(0, ipv4(1, 0), 100, START)).isEqualTo(101 * TENTH);
        assertThat(table.charge(0, ipv4(1, 0), 0, START + 101 * TENTH)).isZero();
    }

    @Test
    void gate_asksWithoutAllocating() throws Exception {
        PeerGate gate = PeerGate.of(
                PeerLimits.DEFAULT, NetworkLists.of("198.51.100.0/24\n2001:db8:dead::/48", "203.0.113.0/24\n::1"));
        InetAddress peer = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < 20_000; i++) {
            ask(gate, peer, i);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            ask(gate, peer, i);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .as("octets of 100,000 questions")
                .isLessThan(10_000);
    }

    private static void ask(PeerGate gate, InetAddress peer, int i) {
        gate.datagram(PeerAddress.high(peer), PeerAddress.low(peer) + i, i);
        gate.datagram(i, i, i);
        gate.putOff(i, i, 1, i);
    }
}
