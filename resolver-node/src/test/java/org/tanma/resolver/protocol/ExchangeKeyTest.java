// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.SessionCipher;

class ExchangeKeyTest {
    private final ExchangeKey exchange = new ExchangeKey(new SecureRandom());

    private byte[] opened(byte[] clear) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE, KeyRecord.decode(exchange.publicRecord().asBuffer()));
        return exchange.open(Octets.of(cipher.doFinal(clear)));
    }

    private static byte[] octets(int length) {
        byte[] octets = new byte[length];
        java.util.Arrays.fill(octets, (byte) 7);
        return octets;
    }

    @ParameterizedTest
    @CsvSource({"16, true", "32, true", "15, false", "24, false", "33, false", "0, false"})
    void open_keysThatClientsMake_areTakenWithTheirCodeOrWithout(int length, boolean isTaken) throws Exception {
        byte[] key = octets(length);
        byte[] coded = ByteBuffer.allocate(Integer.BYTES + length)
                .putInt(SessionCipher.AES)
                .put(key)
                .array();
        if (isTaken) {
            assertThat(opened(key)).isEqualTo(key);
            assertThat(opened(coded)).isEqualTo(key);
        } else {
            assertThat(opened(key)).hasSize(SessionCipher.AES_OCTETS).isNotEqualTo(octets(SessionCipher.AES_OCTETS));
            assertThat(opened(coded)).hasSize(SessionCipher.AES_OCTETS).isNotEqualTo(octets(SessionCipher.AES_OCTETS));
        }
    }
}
