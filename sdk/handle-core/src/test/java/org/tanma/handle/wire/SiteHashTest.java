// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.SiteInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanma.handle.model.HandleName;

/** Which server of a site keeps a handle, beside the reference client. */
class SiteHashTest {
    private static final List<String> LETTERS =
            List.of("a", "Z", "z", "0", ".", "/", "-", "窑", "ß", "ı", "İ", "é", "É", "ſ", "😀", " ");

    @ParameterizedTest
    @EnumSource
    void serverOf_randomHandles_isTheReferenceClientsChoice(SiteRecord.HashOption option) throws HandleException {
        Random random = new Random(20_261_121);
        for (int i = 0; i < 5_000; i++) {
            String handle = "20.500." + random.nextInt(100_000) + "/" + suffix(random);
            int servers = 1 + random.nextInt(64);

            assertThat(option.serverOf(HandleName.parse(handle), servers))
                    .as("%s of %d", handle, servers)
                    .isEqualTo(SiteInfo.determineServerNum(
                            handle.getBytes(StandardCharsets.UTF_8), option.ordinal(), servers));
        }
    }

    private static String suffix(Random random) {
        StringBuilder suffix = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            suffix.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return suffix.toString();
    }

    @Test
    void serverOf_numberWithoutAbsoluteValue_isAServerAllTheSame() {
        for (int servers = 1; servers <= 100; servers++) {
            assertThat(SiteRecord.HashOption.serverOf(Integer.MIN_VALUE, servers))
                    .isEqualTo((int) (0x8000_0000L % servers));
        }
        assertThat(SiteRecord.HashOption.serverOf(-7, 4)).isEqualTo(3);
        assertThat(SiteRecord.HashOption.serverOf(Integer.MAX_VALUE, 10)).isEqualTo(7);
    }
}
