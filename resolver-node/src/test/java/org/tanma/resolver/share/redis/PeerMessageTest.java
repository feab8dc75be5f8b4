// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.share.redis.PeerMessage.Kind;

class PeerMessageTest {
    private static final PeerMessage MESSAGE = new PeerMessage(
            Kind.CHANGED, -7, 12, true, 3, 4, List.of(HandleName.parse("20.500.12345/A"), HandleName.parse("0.NA/碳")));

    @Test
    void encode_decode_isTheSame() {
        assertThat(PeerMessage.decode(MESSAGE.encode())).contains(MESSAGE);
    }

    @Test
    void decode_cutAnywhere_isNone() {
        byte[] octets = MESSAGE.encode();
        for (int length = 0; length < octets.length; length++) {
            assertThat(PeerMessage.decode(Arrays.copyOf(octets, length))).isEmpty();
        }
    }

    @Property
    void decode_anyOctets_neverThrows(@ForAll byte[] octets) {
        assertThat(PeerMessage.decode(octets).map(PeerMessage::encode).orElse(octets))
                .hasSize(octets.length);
    }
}
