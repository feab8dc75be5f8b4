// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.store.EncodedValues;

/** The quick writer says what the readable one says, or nothing. */
class FoundTextProperties {
    private static final HandleName NAME = HandleName.parse("20.500.12345/a");

    private static final String PLAIN = "aZ09 ~!/\\\"\t\n\ré碳窑ￄ";
    private static final String ANYTHING = PLAIN + "\u0000\u001f\u007f\u0080\u2028\ufffd😀";

    private final FoundText text = new FoundText();

    @Property(tries = 3_000)
    void whatIsWritten_isWhatTheTreeSays(@ForAll long seed) {
        Random random = new Random(seed);
        String handle = "88.1/" + text(random, ANYTHING, 20);
        EncodedValues encoded = record(random, FoundTextProperties::anyValue);
        if (text.write(handle, encoded)) {
            assertThat(written()).isEqualTo(readable(handle, encoded));
        }
    }

    @Property
    void recordsOfPlainTexts_areWritten(@ForAll long seed) {
        EncodedValues encoded = record(new Random(seed), FoundTextProperties::plainValue);
        assertThat(text.write("88.118.1/KILN-1", encoded)).isTrue();
        assertThat(written()).isEqualTo(readable("88.118.1/KILN-1", encoded));
    }

    @Example
    void administratorsOfDifferentPrefixes_areNotConfused() throws WireFormatException {
        for (String prefix : List.of("88.1", "88.2", "88.1", "88.1")) {
            AdminRecord admin = new AdminRecord(0x0FFF, HandleName.parse("0.NA/" + prefix), 300);
            EncodedValues encoded = EncodedValues.encode(List.of(value(100, "HS_ADMIN", admin.encode(), 0b1110, 7)));
            assertThat(text.write("88.1/a", encoded)).isTrue();
            assertThat(written()).isEqualTo(readable("88.1/a", encoded));
        }
    }

    private String written() {
        byte[] octets = new byte[text.length()];
        text.copy(octets, 0);
        return new String(octets, StandardCharsets.UTF_8);
    }

    private static String readable(String handle, EncodedValues encoded) {
        byte[] octets = JsonText.of(new Resolution.Found(NAME, encoded), handle, false);
        return new String(octets, StandardCharsets.UTF_8);
    }

    private static HandleValue value(int index, String type, byte[] data, int permissions, long timestamp) {
        return new HandleValue(
                index, type, data, Ttl.DEFAULT, ValuePermissions.fromBits(permissions), timestamp, List.of());
    }

    private static String text(Random random, String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        int[] characters = alphabet.codePoints().toArray();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    private static long unsigned(Random random) {
        return random.nextInt(4) == 0 ? 0 : random.nextInt() & 0xFFFF_FFFFL;
    }

    private static <T> T anyOf(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static HandleValue plainValue(Random random) {
        return value(
                1 + random.nextInt(Integer.MAX_VALUE - 1),
                anyOf(random, List.of("URL", "EMAIL", "deviceName", "10320/loc", "DESC.x", "H")),
                text(random, PLAIN, 40).getBytes(StandardCharsets.UTF_8),
                random.nextInt(16),
                unsigned(random));
    }

    private static HandleValue anyValue(Random random) {
        byte[] octets = new byte[random.nextInt(40)];
        random.nextBytes(octets);
        List<byte[]> data = List.of(
                octets, text(random, ANYTHING, 20).getBytes(StandardCharsets.UTF_8), admin(random.nextInt(0x10000)));
        return new HandleValue(
                1 + random.nextInt(4_000),
                anyOf(random, List.of("URL", "HS_ADMIN", "hs_admin", "HS_SITE", "HS_PUBKEY", "H", "a\"b", "碳")),
                anyOf(random, data),
                new Ttl(random.nextInt(4) == 0, unsigned(random)),
                ValuePermissions.fromBits(random.nextInt(16)),
                unsigned(random),
                random.nextInt(4) == 0 ? List.of(new ValueReference("88.1/b", 3)) : List.of());
    }

    private static byte[] admin(int permissions) {
        try {
            return new AdminRecord(permissions, HandleName.parse("0.NA/88.1"), permissions % 400).encode();
        } catch (WireFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static EncodedValues record(Random random, Function<Random, HandleValue> values) {
        return EncodedValues.encode(Stream.generate(() -> values.apply(random))
                .limit(random.nextInt(6))
                .toList());
    }
}
