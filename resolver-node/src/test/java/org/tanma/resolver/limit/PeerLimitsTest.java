// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PeerLimitsTest {
    private static final PeerLimits SMALL = PeerLimits.DEFAULT.withConnections(3, 2);

    private static long ipv4(int network, int host) {
        return PeerAddress.MAPPED | (long) network << 8 | host;
    }

    private static ConnectionTable table(int most, NetworkLists lists, LimitCounts counts) {
        return new ConnectionTable(most, SMALL, lists, counts);
    }

    @Test
    void connections_oneOverTheShareOfAnAddressAndOfANetwork() {
        LimitCounts counts = new LimitCounts();
        ConnectionTable table = table(100, NetworkLists.none(), counts);
        assertThat(table.enter(0, ipv4(1, 1))).isTrue();
        assertThat(table.enter(0, ipv4(1, 1))).isTrue();
        assertThat(table.enter(0, ipv4(1, 1))).as("third of an address").isFalse();
        assertThat(table.enter(0, ipv4(1, 2))).isTrue();
        assertThat(table.enter(0, ipv4(1, 3))).as("fourth of a network").isFalse();
        assertThat(table.enter(0, ipv4(2, 1))).as("another network").isTrue();
        assertThat(counts.of(LimitEvent.CONNECTION_OVER_SHARE)).isEqualTo(2);
        table.leave(0, ipv4(1, 1));
        assertThat(table.enter(0, ipv4(1, 3))).as("after one has left").isTrue();
        assertThat(table.open()).isEqualTo(4);
    }

    @Test
    void connections_oneOverTheTotal() {
        LimitCounts counts = new LimitCounts();
        ConnectionTable table = table(2, NetworkLists.none(), counts);
        assertThat(table.enter(0, ipv4(1, 1))).isTrue();
        assertThat(table.enter(0, ipv4(2, 1))).isTrue();
        assertThat(table.enter(0, ipv4(3, 1))).isFalse();
        assertThat(counts.of(LimitEvent.CONNECTION_OVER_TOTAL)).isEqualTo(1);
    }

    @Test
    void connections_ofBlockedAndAllowedNetworks() {
        LimitCounts counts = new LimitCounts();
        ConnectionTable table = table(100, NetworkLists.of("0.0.1.0/24", "0.0.2.0/24"), counts);
        assertThat(table.enter(0, ipv4(1, 1))).isFalse();
        assertThat(counts.of(LimitEvent.CONNECTION_BLOCKED)).isEqualTo(1);
        for (int i = 0; i < 50; i++) {
            assertThat(table.enter(0, ipv4(2, 1))).isTrue();
        }
    }

    @Test
    void connections_leaveNothingBehind() {
        ConnectionTable table = table(100, NetworkLists.none(), new LimitCounts());
        for (int i = 0; i < 100; i++) {
            table.enter(0, ipv4(i, i));
        }
        for (int i = 0; i < 100; i++) {
            table.leave(0, ipv4(i, i));
        }
        assertThat(table.open()).isZero();
        assertThat(table.entries()).isZero();
    }

    @Test
    void inFlight_oneOverTheTotal() {
        InFlight inFlight = new InFlight(2);
        assertThat(inFlight.tryTake()).isTrue();
        assertThat(inFlight.tryTake()).isTrue();
        assertThat(inFlight.tryTake()).isFalse();
        assertThat(inFlight.count()).isEqualTo(2);
        inFlight.give(1);
        assertThat(inFlight.tryTake()).isTrue();
    }

    @Test
    void datagrams_overTheRateAreDroppedButForEachNth() {
        PeerGate gate = PeerGate.of(
                PeerLimits.DEFAULT.withDatagrams(new RateLimit(1, 3), 3), NetworkLists.of("0.0.9.0/24", "0.0.8.0/24"));
        long now = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            assertThat(gate.datagram(0, ipv4(1, i), now)).isEqualTo(Verdict.ANSWER);
        }
        assertThat(gate.datagram(0, ipv4(1, 0), now)).isEqualTo(Verdict.DROP);
        assertThat(gate.datagram(0, ipv4(1, 0), now)).isEqualTo(Verdict.DROP);
        assertThat(gate.datagram(0, ipv4(1, 0), now)).isEqualTo(Verdict.SEND_TO_TCP);
        assertThat(gate.datagram(0, ipv4(1, 0), now)).isEqualTo(Verdict.DROP);
        assertThat(gate.datagram(0, ipv4(9, 0), now)).as("blocked").isEqualTo(Verdict.DROP);
        for (int i = 0; i < 50; i++) {
            assertThat(gate.datagram(0, ipv4(8, 0), now)).as("allowed").isEqualTo(Verdict.ANSWER);
        }
        assertThat(gate.counts().of(LimitEvent.DATAGRAM_DROPPED)).isEqualTo(3);
        assertThat(gate.counts().of(LimitEvent.DATAGRAM_SENT_TO_TCP)).isEqualTo(1);
        assertThat(gate.counts().of(LimitEvent.DATAGRAM_BLOCKED)).isEqualTo(1);
    }

    @Test
    void requests_overTheRateArePutOff() {
        PeerGate gate =
                PeerGate.of(PeerLimits.DEFAULT.withRequests(new RateLimit(10, 5)), NetworkLists.of("", "0.0.8.0/24"));
        long now = System.nanoTime();
        assertThat(gate.putOff(0, ipv4(1, 0), 5, now)).isZero();
        assertThat(gate.putOff(0, ipv4(1, 0), 1, now)).isPositive();
        assertThat(gate.putOff(0, ipv4(8, 0), 1_000, now)).as("allowed").isZero();
    }

    @Test
    void ranges_areHeld() {
        assertRefused(() -> PeerLimits.DEFAULT.withConnections(0, 1), "connections of a network 0 is outside");
        assertRefused(() -> PeerLimits.DEFAULT.withConnections(1, 0), "connections of an address 0 is outside");
        assertRefused(() -> PeerLimits.DEFAULT.withDatagrams(new RateLimit(1, 1), 0), "slip 0 is outside 1..1000");
        assertRefused(() -> PeerLimits.DEFAULT.withDatagrams(new RateLimit(1, 1), 1_001), "slip 1001");
        assertRefused(() -> PeerLimits.DEFAULT.withInFlight(0, 1), "requests in flight of a connection 0");
        assertRefused(() -> PeerLimits.DEFAULT.withInFlight(2, 1), "requests in flight 1 in total are fewer");
        assertRefused(
                () -> PeerLimits.DEFAULT.withTimes(Duration.ofMillis(999), Duration.ofSeconds(1)),
                "time for a request");
        assertRefused(
                () -> PeerLimits.DEFAULT.withTimes(Duration.ofSeconds(1), Duration.ofMillis(999)), "time to take");
        assertRefused(() -> new RateLimit(0, 1), "rate a second 0 is outside 1..1000000");
        assertRefused(() -> new RateLimit(1_000_001, 1), "rate a second");
        assertRefused(() -> new RateLimit(1, 0), "burst 0");
        assertRefused(() -> networks(63), "63 networks");
        assertRefused(() -> networks(96), "96 networks");
        assertRefused(() -> networks(1 << 25), "33554432 networks");
    }

    private static PeerLimits networks(int networks) {
        PeerLimits usual = PeerLimits.DEFAULT;
        return new PeerLimits(
                1, 1, usual.datagrams(), 1, usual.requests(), 1, 1, networks, usual.request(), usual.stall());
    }

    private static void assertRefused(Runnable making, String message) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
