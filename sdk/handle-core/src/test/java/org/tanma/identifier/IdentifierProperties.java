// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every identifier that can be read is read the same from its canonical key and from its format. */
class IdentifierProperties {
    @Provide
    Arbitrary<String> gtins() {
        return digits(7)
                .flatMap(seven -> Arbitraries.of(7, 11, 12, 13)
                        .flatMap(length -> digits(length).map(body -> body + Digits.check(body))));
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings()
                .withChars(Gs1Values.SET_82.toCharArray())
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> handles() {
        Arbitrary<String> prefixes = Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('a', 'f')
                .withChars('.')
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> suffixes = Arbitraries.strings()
                .ofMaxLength(30)
                .filter(s -> s.chars().noneMatch(c -> c < 0x20 || c == 0x7F || Character.isSurrogate((char) c)));
        return Combinators.combine(prefixes, suffixes).as((p, s) -> "hdl:" + p + "/" + s);
    }

    @Provide
    Arbitrary<String> ecodes() {
        return Arbitraries.of(1, 2).flatMap(v -> digits(24).map(d -> "ecode:" + v + d));
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    @Property
    void parse_gtinOfAnyLength_hasTheKeyOfFourteenDigits(@ForAll("gtins") String gtin) {
        String padded = "0".repeat(14 - gtin.length()) + gtin;
        assertThat(Equivalents.key(gtin)).isEqualTo(Equivalents.key(padded)).isPresent();
        assertThat(Equivalents.key("(01)" + padded)).isEqualTo(Equivalents.key("https://a.example/01/" + gtin));
    }

    @Property
    void parse_gtinWithOneDigitChanged_isRefusedAndMended(
            @ForAll("gtins") String gtin, @ForAll int where, @ForAll int by) {
        int at = Math.floorMod(where, gtin.length());
        int digit = (gtin.charAt(at) - '0' + 1 + Math.floorMod(by, 9)) % 10;
        String wrong = gtin.substring(0, at) + digit + gtin.substring(at + 1);

        ParsedIdentifier parsed = Identifiers.parse(IdentifierKind.GTIN, wrong);

        assertThat(parsed).isInstanceOf(ParsedIdentifier.Malformed.class);
        IdentifierFault fault = ((ParsedIdentifier.Malformed) parsed).fault();
        assertThat(fault.reason()).isEqualTo(FaultReason.CHECK_DIGIT);
        String mended = fault.arguments().get(2);
        assertThat(Equivalents.key(IdentifierKind.GTIN, mended)).isPresent();
        assertThat(at == gtin.length() - 1 ? gtin : mended).isEqualTo(mended);
    }

    @Property
    void parse_serialOfAnyCharacters_survivesLinkAndElementString(
            @ForAll("gtins") String gtin, @ForAll("serials") String batch, @ForAll("serials") String serial) {
        Gs1Identifier item = new Gs1Identifier(
                Gs1Key.GTIN,
                "0".repeat(14 - gtin.length()) + gtin,
                java.util.List.of(new Gs1Identifier.Qualifier("10", batch), new Gs1Identifier.Qualifier("21", serial)));

        staysItself(item.canonical());
        assertThat(Equivalents.key(item.format())).contains(item.canonical());
    }

    @Property
    void parse_handle_foldsAsciiLettersOnly(@ForAll("handles") String handle) {
        staysItself(handle);
        String upper = handle.chars()
                .collect(
                        StringBuilder::new,
                        (text, c) -> text.appendCodePoint(c >= 'a' && c <= 'z' ? c - 0x20 : c),
                        StringBuilder::append)
                .toString();
        assertThat(Equivalents.key(upper)).isEqualTo(Equivalents.key(handle));
    }

    @Property
    void parse_ecode_staysItself(@ForAll("ecodes") String ecode) {
        staysItself(ecode);
    }

    @Property(tries = 3000)
    void parse_anyText_givesAnAnswerThatIsStable(@ForAll String text) {
        IdentifiersFuzzer.check(text);
    }

    private static void staysItself(String text) {
        ParsedIdentifier parsed = Identifiers.parse(text);
        assertThat(parsed).as(text).isInstanceOf(ParsedIdentifier.Known.class);
        Identifier found = ((ParsedIdentifier.Known) parsed).identifier();
        assertThat(Equivalents.key(found.canonical())).contains(found.canonical());
        assertThat(Equivalents.key(found.kind(), found.format())).contains(found.canonical());
        assertThat(found.kind().title(Locale.CHINESE)).isNotBlank();
    }
}
