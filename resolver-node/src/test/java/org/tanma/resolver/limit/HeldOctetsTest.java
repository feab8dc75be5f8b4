// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class HeldOctetsTest {
    private final HeldOctets held = new HeldOctets(100, NetworkLists.of("", "198.51.100.0/24"));

    private boolean tryHold(String address, long octets) throws Exception {
        InetAddress peer = InetAddress.getByName(address);
        return held.tryHold(PeerAddress.high(peer), PeerAddress.low(peer), octets);
    }

    private void give(String address, long octets) throws Exception {
        InetAddress peer = InetAddress.getByName(address);
        held.give(PeerAddress.high(peer), PeerAddress.low(peer), octets);
    }

    @Test
    void oneOverTheShareOfANetwork_isNotHeld() throws Exception {
        assertThat(tryHold("192.0.2.1", 25)).isTrue();
        assertThat(tryHold("192.0.2.2", 1)).as("same network").isFalse();
        assertThat(tryHold("203.0.113.1", 1)).as("another").isTrue();
        give("192.0.2.1", 1);
        assertThat(tryHold("192.0.2.2", 1)).isTrue();
        assertThat(held.count()).isEqualTo(26);
    }

    @Test
    void oneOverTheTotal_isNotHeldForAnybody() throws Exception {
        assertThat(tryHold("198.51.100.1", 100)).as("allowed all").isTrue();
        assertThat(tryHold("198.51.100.1", 1)).isFalse();
        assertThat(tryHold("192.0.2.1", 1)).isFalse();
    }

    @Test
    void networksThatHoldNothing_leaveNothing() throws Exception {
        tryHold("192.0.2.1", 10);
        tryHold("192.0.2.2", 5);
        give("192.0.2.1", 5);
        assertThat(held.entries()).isEqualTo(1);
        give("192.0.2.2", 10);
        assertThat(held.entries()).isZero();
        assertThat(held.count()).isZero();
    }
}
