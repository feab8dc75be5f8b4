// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidTest {
    /** The example of X.667 and RFC 4122. */
    private static final UUID X667 = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

    private static final String X667_OID = "2.25.329800735698586629295641978511506172918";

    /** The examples of RFC 3061. */
    @ParameterizedTest
    @CsvSource({
        "urn:oid:1.3.6.1",
        "urn:oid:1.3.6.1.4.1",
        "urn:oid:1.3.6.1.2.1.27",
        "URN:OID:0.9.2342.19200300.100.4",
        "urn:oid:1"
    })
    void parse_urn_isItsOwnCanonicalForm(String urn) throws Exception {
        assertThat(Oid.parse(urn).canonical()).isEqualTo(urn.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "/Joint-ISO-ITU-T/Example/3, 2.999.3",
        "/joint-iso-itu-t/EXAMPLE, 2.999",
        "oid:/Joint-ISO-ITU-T/Example, 2.999",
        "/Country/CN, 2.16.156",
        "/Joint-ISO-ITU-T/16/156, 2.16.156",
        "/ISO/Member-Body/CN, 1.2.156",
        "/ISO/Identified-Organization/6/1, 1.3.6.1",
        "/Tag-Based/1, 2.27.1",
        "/OIDResolutionSystem/0, 2.50.0",
        "/ASN.1/2, 2.1.2",
        "/2/999/1, 2.999.1"
    })
    void parse_iri_isTheNodeItsLabelsLeadTo(String iri, String dotted) throws Exception {
        assertThat(Oid.parse(iri).dotted()).isEqualTo(dotted);
    }

    @Test
    void iri_hasTheLabelsThatAreKnown_andLongArcsFromTheRoot() {
        assertThat(Oid.of("2.999.1").iri()).isEqualTo("/Joint-ISO-ITU-T/Example/1");
        assertThat(Oid.of("2.16.156.101818").iri()).isEqualTo("/Country/CN/101818");
        assertThat(Oid.of("2.50.0.0.1").iri()).isEqualTo("/ORS/0/0/1");
        assertThat(Oid.of("1.2.156.1").iri()).isEqualTo("/ISO/Member-Body/CN/1");
        assertThat(Oid.of("2.999.1").numericIri()).isEqualTo("/2/999/1");
    }

    @Test
    void uuid_isTheThirdArcBelow2_25() throws Exception {
        assertThat(Oid.of(X667).dotted()).isEqualTo(X667_OID);
        assertThat(Oid.of(X667_OID).uuid()).contains(X667);
        assertThat(Oid.parse("/Joint-ISO-ITU-T/UUID/F81D4FAE-7dec-11d0-a765-00a0c91e6bf6"))
                .isEqualTo(Oid.of(X667));
        assertThat(Oid.of(X667_OID + ".1").uuid()).isEmpty();
        assertThat(Oid.of("2.25.340282366920938463463374607431768211455").uuid())
                .contains(new UUID(-1, -1));
        assertThat(Oid.of("2.25.340282366920938463463374607431768211456").uuid())
                .isEmpty();
    }

    /** X.690 8.19.5: {joint-iso-itu-t 100 3} is 813403. The others are of everyday use: RSA, and X.690's two-octet second. */
    @ParameterizedTest
    @CsvSource({"2.100.3, 813403", "1.2.840.113549, 2a864886f70d", "2.999.3, 883703", "0.0, 00", "1.39, 4f", "2.0, 50"})
    void der_isThatOfTheStandard(String dotted, String octets) throws Exception {
        assertThat(HexFormat.of().formatHex(Oid.of(dotted).der())).isEqualTo(octets);
        assertThat(Oid.ofDer(HexFormat.of().parseHex(octets)).dotted()).isEqualTo(dotted);
    }

    @Test
    void der_ofANodeBelowTheRoot_isRefused() {
        assertThatIllegalStateException().isThrownBy(Oid.of("2")::der);
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY, 0", "8001, PADDED_OCTETS, 0", "2a80, PADDED_OCTETS, 1", "2a86, CUT_SHORT, 1"})
    void ofDer_wrongOctets_areRefusedWithTheirPlace(String octets, OidFault fault, int position) {
        assertThatExceptionOfType(OidSyntaxException.class)
                .isThrownBy(() -> Oid.ofDer(HexFormat.of().parseHex(octets)))
                .satisfies(e -> assertThat(List.of(e.fault(), e.position())).isEqualTo(List.of(fault, position)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY, 0",
        "3.1, ROOT_ABOVE_TWO, 0",
        "1.40, SECOND_ABOVE_39, 2",
        "0.40.1, SECOND_ABOVE_39, 2",
        "/ISO/40, SECOND_ABOVE_39, 5",
        "1.2.07, LEADING_ZERO, 4",
        "1..2, EMPTY_ARC, 2",
        ".1.2, EMPTY_ARC, 0",
        "1.2., EMPTY_ARC, 4",
        "1.2x.3, NOT_A_DIGIT, 3",
        "1.-2, NOT_A_DIGIT, 2",
        "urn:oid:1.2.٣, NOT_A_DIGIT, 12",
        "/Nowhere/1, UNKNOWN_LABEL, 1",
        "/ISO//1, EMPTY_ARC, 5",
        "/ISO/Country, UNKNOWN_LABEL, 5",
        "/Joint-ISO-ITU-T/UUID/f81d4fae-7dec-11d0-a765-00a0c91e6bfg, UNKNOWN_LABEL, 57"
    })
    void parse_wrongText_isRefusedWithItsPlace(String text, OidFault fault, int position) {
        assertThatExceptionOfType(OidSyntaxException.class)
                .isThrownBy(() -> Oid.parse(text))
                .satisfies(e -> assertThat(List.of(e.fault(), e.position())).isEqualTo(List.of(fault, position)));
    }

    @Test
    void parse_overALimitByOne_isRefused() throws Exception {
        assertThat(Oid.parse("2" + ".1".repeat(Oid.MOST_ARCS - 1)).arcs()).hasSize(Oid.MOST_ARCS);
        assertFault("2" + ".1".repeat(Oid.MOST_ARCS), OidFault.TOO_MANY_ARCS);
        assertThat(Oid.parse("2." + "9".repeat(Oid.MOST_ARC_DIGITS)).arcs()).hasSize(2);
        assertFault("2." + "9".repeat(Oid.MOST_ARC_DIGITS + 1), OidFault.ARC_TOO_LONG);
        assertFault("2." + "9".repeat(Oid.MOST_TEXT), OidFault.TOO_LONG);
        assertThatExceptionOfType(OidSyntaxException.class)
                .isThrownBy(() -> Oid.ofDer(new byte[Oid.MOST_OCTETS + 1]))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(OidFault.TOO_LONG));
    }

    private static void assertFault(String text, OidFault fault) {
        assertThatExceptionOfType(OidSyntaxException.class)
                .isThrownBy(() -> Oid.parse(text))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
                .satisfies(e -> assertThat(e.given()).hasSizeLessThanOrEqualTo(81));
        assertThatIllegalArgumentException().isThrownBy(() -> Oid.of(text));
    }

    /** The example of an ORS client for the Chinese arc, and names DNS has no room for. */
    @Test
    void dnsName_isTheArcsBackwards() {
        assertThat(Oid.of("2.16.156.101818.102.1").dnsName("oid-res.org"))
                .contains("1.102.101818.156.16.2.oid-res.org");
        assertThat(Oid.of("2." + "9".repeat(63)).dnsName("oid-res.org")).isPresent();
        assertThat(Oid.of("2." + "9".repeat(64)).dnsName("oid-res.org")).isEmpty();
        assertThat(Oid.of("2" + ".1".repeat(127)).dnsName("oid-res.org")).isEmpty();
    }

    @Test
    void order_isThatOfTheTree() {
        assertThat(List.of(Oid.of("2.10"), Oid.of("2.9.1"), Oid.of("2.9"), Oid.of("1.39")))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(Oid.of("2.999.1").isUnder(Oid.of("2.999"))).isTrue();
        assertThat(Oid.of("2.9991").isUnder(Oid.of("2.999"))).isFalse();
        assertThat(Oid.of("2.999.1").parent()).contains(Oid.of("2.999"));
        assertThat(Oid.of("2").parent()).isEmpty();
    }
}
