// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class OidProperties {
    @Provide
    Arbitrary<Oid> oids() {
        Arbitrary<BigInteger> arcs = Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(60));
        return Arbitraries.integers()
                .between(0, 2)
                .flatMap(root -> Arbitraries.integers()
                        .between(0, root < 2 ? 39 : 100_000)
                        .flatMap(second -> arcs.list().ofMaxSize(20).map(rest -> {
                            List<String> all = new ArrayList<>(List.of("" + root, "" + second));
                            rest.forEach(arc -> all.add(arc.toString()));
                            return Oid.of(String.join(".", all));
                        })));
    }

    @Property(tries = 500)
    void parse_ofEveryNotation_givesTheSameBack(@ForAll("oids") Oid oid) throws Exception {
        assertThat(Oid.parse(oid.dotted())).isEqualTo(oid);
        assertThat(Oid.parse(oid.canonical())).isEqualTo(oid);
        assertThat(Oid.parse(oid.iri())).isEqualTo(oid);
        assertThat(Oid.parse(oid.numericIri())).isEqualTo(oid);
        assertThat(Oid.ofDer(oid.der())).isEqualTo(oid).hasSameHashCodeAs(oid);
    }

    @Property(tries = 300)
    void compare_isThatOfTheArcs(@ForAll("oids") Oid one, @ForAll("oids") Oid other) {
        assertThat(one.compareTo(other)).isEqualTo(-other.compareTo(one));
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(one.isUnder(other) && other.isUnder(one)).isEqualTo(one.equals(other));
    }

    @Property(tries = 300)
    void uuid_ofAUuid_isThatUuid(@ForAll long high, @ForAll long low) {
        UUID uuid = new UUID(high, low);
        assertThat(Oid.of(uuid).uuid()).contains(uuid);
        assertThat(Oid.of("/Joint-ISO-ITU-T/UUID/" + uuid)).isEqualTo(Oid.of(uuid));
    }

    @Property(tries = 1_000)
    void parse_anyText_isRefusedOrIsWhatItSays(@ForAll String text) {
        assertReadOrRefused(text);
    }

    @Property(tries = 1_000)
    void parse_almostAnOid_isRefusedOrIsWhatItSays(
            @ForAll("oids") Oid oid, @ForAll("cuts") int cut, @ForAll("marks") String mark) {
        String text = oid.canonical();
        int at = cut % text.length();
        assertReadOrRefused(text.substring(0, at) + mark + text.substring(at));
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 10_000);
    }

    @Provide
    Arbitrary<String> marks() {
        return Arbitraries.of(".", "0", "-", "/", "٣", " ", "\0", "e", "😀", "40");
    }

    private static void assertReadOrRefused(String text) {
        try {
            Oid read = Oid.parse(text);
            assertThat(Oid.parse(read.canonical())).isEqualTo(read);
        } catch (OidSyntaxException e) {
            assertThat(e.position()).isBetween(0, text.length());
        }
    }

    @Property(tries = 2_000)
    void ofDer_anyOctets_areRefusedOrTheOnlyEncoding(@ForAll @Size(max = 40) byte[] octets) {
        try {
            assertThat(Oid.ofDer(octets).der()).isEqualTo(octets);
        } catch (OidSyntaxException e) {
            assertThat(e.position()).isBetween(0, octets.length);
        }
    }
}
