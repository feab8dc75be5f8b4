// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The standards' own examples, from {@code known.csv} and {@code malformed.csv}, each with its source. */
class IdentifiersTest {
    @TestFactory
    Stream<DynamicTest> parse_knownExample_givesKindAndCanonicalKey() throws IOException {
        return rows("known.csv")
                .map(row -> DynamicTest.dynamicTest(row.get(0) + " — " + row.get(3), () -> {
                    Identifier found = known(row.get(0));
                    assertThat(found.kind().code()).isEqualTo(row.get(1));
                    assertThat(found.canonical()).isEqualTo(row.get(2));
                    assertThat(known(found.canonical())).isEqualTo(found);
                    assertThat(known(found.format()).canonical()).isEqualTo(found.canonical());
                }));
    }

    @TestFactory
    Stream<DynamicTest> parse_malformedExample_namesPositionAndReason() throws IOException {
        return rows("malformed.csv")
                .map(row -> DynamicTest.dynamicTest(row.get(0) + " — " + row.get(5), () -> {
                    ParsedIdentifier parsed = Identifiers.parse(row.get(0));
                    assertThat(parsed).isInstanceOf(ParsedIdentifier.Malformed.class);
                    IdentifierFault fault = ((ParsedIdentifier.Malformed) parsed).fault();
                    assertThat(fault.reason().name()).isEqualTo(row.get(3));
                    assertThat(fault.kind().code()).isEqualTo(row.get(1));
                    assertThat(fault.position()).isEqualTo(Integer.parseInt(row.get(2)));
                    assertThat(String.join(", ", fault.arguments())).startsWith(row.get(4));
                    for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                        assertThat(fault.message(locale)).doesNotContain("{").isNotBlank();
                    }
                }));
    }

    @Test
    void parse_wrongCheckDigit_saysWhichItShouldBe() {
        ParsedIdentifier.Malformed wrong = (ParsedIdentifier.Malformed) Identifiers.parse("9506000134353");

        assertThat(wrong.considered()).containsExactly(IdentifierKind.GTIN, IdentifierKind.GLN);
        assertThat(wrong.fault().message(Locale.ENGLISH))
                .contains("character 13")
                .contains("the check digit is 3; the digits before it give 2")
                .contains("9506000134352");
        assertThat(wrong.fault().message(Locale.CHINESE)).contains("校验码为 3").contains("应为 2");
    }

    @Test
    void parse_blanksBefore_areCounted() {
        assertThat(((ParsedIdentifier.Malformed) Identifiers.parse("\u3000 9506000134353\n")).position())
                .isEqualTo(14);
    }

    @Test
    void parse_bareDigits_sayWhatElseTheyCouldBe() {
        assertThat(Identifiers.parse("106141412345678908").considered())
                .containsExactly(IdentifierKind.SSCC, IdentifierKind.GSRN, IdentifierKind.ECODE);
        assertThat(Identifiers.parse("4006381333931").considered())
                .containsExactly(IdentifierKind.GTIN, IdentifierKind.GLN);
        assertThat(Identifiers.parse("100011234567890").considered()).containsExactly(IdentifierKind.ECODE);
    }

    @Test
    void parse_whatIsLikeNothing_isUnknown() {
        for (String text : List.of("", "  ", "kiln", "999", "https://example.com/about", "x".repeat(5000))) {
            assertThat(Identifiers.parse(text)).as(text).isInstanceOf(ParsedIdentifier.Unknown.class);
        }
    }

    @Test
    void parse_asAKind_decidesAmbiguityAndRefusesOthers() {
        assertThat(Equivalents.key(IdentifierKind.GLN, "9521321010017"))
                .contains("https://id.gs1.org/414/9521321010017");
        assertThat(Equivalents.key(IdentifierKind.HANDLE, "01/x")).contains("hdl:01/X");
        assertThat(Identifiers.parse(IdentifierKind.GTIN, "(00)106141412345678908"))
                .isInstanceOfSatisfying(
                        ParsedIdentifier.Malformed.class,
                        m -> assertThat(m.fault().reason()).isEqualTo(FaultReason.OTHER_KIND));
        assertThat(Equivalents.key(IdentifierKind.OID, "nonsense")).isEmpty();
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThat(Identifiers.parse(kind, "?")).as(kind.code()).isInstanceOf(ParsedIdentifier.Malformed.class);
        }
    }

    @Test
    void parse_pathOfAGs1NumberWithoutItsShape_isAHandle() {
        assertThat(known("8004/ASSET").kind()).isEqualTo(IdentifierKind.HANDLE);
        assertThat(known("hdl:01/09506000134352").kind()).isEqualTo(IdentifierKind.HANDLE);
        assertThat(known("https://example.com/8004/95212345A").kind()).isEqualTo(IdentifierKind.GIAI);
    }

    @Test
    void digitalLink_atAnyHost_isReadBack() {
        Gs1Identifier item = (Gs1Identifier) known("(01)09506000134352(10)L/1(21)a%b");

        String link = item.digitalLink("https://node.example/base");

        assertThat(link).isEqualTo("https://node.example/base/01/09506000134352/10/L%2F1/21/a%25b");
        assertThat(known(link)).isEqualTo(item);
        assertThat(item.broader())
                .extracting(Identifier::canonical)
                .containsExactly(
                        "https://id.gs1.org/01/09506000134352/10/L%2F1", "https://id.gs1.org/01/09506000134352");
    }

    @Test
    void format_valueWithParentheses_isReadBack() {
        Identifier item = known("https://id.gs1.org/01/09506000134352/21/a(10)b");

        assertThat(item.format()).isEqualTo("(01)09506000134352(21)a\\(10)b");
        assertThat(known(item.format())).isEqualTo(item);
    }

    @Test
    void documentUrl_ofDidWeb_followsItsSpecification() {
        assertThat(((Did) known("did:web:w3c-ccg.github.io")).documentUrl())
                .contains("https://w3c-ccg.github.io/.well-known/did.json");
        assertThat(((Did) known("did:web:w3c-ccg.github.io:user:alice")).documentUrl())
                .contains("https://w3c-ccg.github.io/user/alice/did.json");
        assertThat(((Did) known("did:web:example.com%3A3000:user:alice")).documentUrl())
                .contains("https://example.com:3000/user/alice/did.json");
    }

    @Test
    void catalogue_hasEveryReasonInBothLanguages() {
        assertThat(FaultPhrases.keys(Locale.CHINESE)).isEqualTo(FaultPhrases.keys(Locale.ENGLISH));
        for (FaultReason reason : FaultReason.values()) {
            assertThat(FaultPhrases.keys(Locale.ENGLISH)).contains(reason.key() + ".why", reason.key() + ".allowed");
        }
        for (IdentifierKind kind : IdentifierKind.values()) {
            assertThat(FaultPhrases.keys(Locale.ENGLISH)).contains("kind." + kind.code());
        }
    }

    private static Identifier known(String text) {
        assertThat(Identifiers.parse(text)).as(text).isInstanceOf(ParsedIdentifier.Known.class);
        return ((ParsedIdentifier.Known) Identifiers.parse(text)).identifier();
    }

    private static Stream<List<String>> rows(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(IdentifiersTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList());
        }
    }
}
