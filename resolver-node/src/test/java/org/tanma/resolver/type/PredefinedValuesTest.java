// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.handle.hdllib.NamespaceInfo;
import net.handle.hdllib.Util;
import net.handle.hdllib.trust.HandleSigner;
import net.handle.hdllib.trust.JsonWebSignature;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;

class PredefinedValuesTest {
    private static final HandleName KILN = HandleName.parse("20.500.12345/KILN");
    private static final long FROM = 1_700_000_000L;
    private static final long UNTIL = 1_800_000_000L;

    private static Optional<String> fault(String type, byte[] data) {
        return PredefinedValues.fault(
                KILN, new HandleValue(400, type, data, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of()));
    }

    private static Optional<String> fault(String type, String data) {
        return fault(type, data.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String jws(String header, String payload) {
        return url(header) + "." + url(payload) + "." + url("signed");
    }

    private static String jws(String payload) {
        return jws("{\"alg\":\"RS256\"}", payload);
    }

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(1_024);
        return generator.generateKeyPair();
    }

    private static net.handle.hdllib.ValueReference reference(String handle) {
        return new net.handle.hdllib.ValueReference(Util.encodeString(handle), 300);
    }

    private static JsonWebSignature theirSignature(String algorithm, String handle) throws Exception {
        return HandleSigner.getInstance()
                .signHandleValues(
                        handle,
                        List.of(
                                new net.handle.hdllib.HandleValue(1, "URL", "https://a.example"),
                                new net.handle.hdllib.HandleValue(2, "DESC", "窑")),
                        reference("0.NA/20.500.12345"),
                        pair(algorithm).getPrivate(),
                        List.of("300:0.NA/20"),
                        FROM,
                        UNTIL);
    }

    private static JsonWebSignature theirCertificate(String algorithm) throws Exception {
        KeyPair keys = pair(algorithm);
        return HandleSigner.getInstance()
                .signPermissions(
                        reference("0.NA/20.500.12345"),
                        keys.getPublic(),
                        List.of(
                                new net.handle.hdllib.trust.Permission("0.NA/20.500.12345", "derivedPrefixes"),
                                new net.handle.hdllib.trust.Permission(null, "everything")),
                        reference("0.NA/20"),
                        keys.getPrivate(),
                        List.of(),
                        FROM,
                        UNTIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "DSA"})
    void whatTheReferenceClientSigns_isTaken(String algorithm) throws Exception {
        assertThat(fault(
                        "HS_SIGNATURE",
                        theirSignature(algorithm, KILN.toString()).serialize()))
                .isEmpty();
        assertThat(fault(
                        "hs_signature",
                        theirSignature(algorithm, "20.500.12345/kiln").serializeToJson()))
                .isEmpty();
        assertThat(fault("HS_CERT", theirCertificate(algorithm).serialize())).isEmpty();
        assertThat(fault("HS_CERT", theirCertificate(algorithm).serializeToJson()))
                .isEmpty();
    }

    @Test
    void eachIsNotTheOther_andNotOfAnotherHandle() throws Exception {
        assertThat(fault("HS_SIGNATURE", theirCertificate("RSA").serialize()))
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("is no HS_SIGNATURE: it is about"));
        assertThat(fault("HS_CERT", theirSignature("RSA", KILN.toString()).serialize()))
                .contains("is no HS_CERT: it has no text 'kty'");
        assertThat(fault(
                        "HS_SIGNATURE",
                        theirSignature("RSA", "20.500.12345/OTHER").serialize()))
                .contains("is no HS_SIGNATURE: it is about '20.500.12345/OTHER', not about 20.500.12345/KILN");
    }

    @Nested
    class Claims {
        private static final String DIGESTS =
                "\"digests\":{\"alg\":\"SM3\",\"digests\":[{\"index\":1,\"digest\":\"" + "A".repeat(43) + "=\"}]}";
        private static final String CLAIMS = "{\"iss\":\"300:0.NA/20\",\"sub\":\"20.500.12345/KILN\"," + DIGESTS + "}";

        @Test
        void otherAlgorithms_areTaken() {
            assertThat(fault("HS_SIGNATURE", jws("{\"alg\":\"SM3withSM2\"}", CLAIMS)))
                    .isEmpty();
            assertThat(fault(
                            "HS_SIGNATURE",
                            "{\"payload\":\"" + url(CLAIMS)
                                    + "\",\"header\":{\"alg\":\"ES256\"},\"signature\":\"AAAA\"}"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"iss\":\"300:0.NA/20\"|\"iss\":\"nobody\"|'iss' is 'nobody'",
                    "\"iss\":\"300:0.NA/20\"|\"iss\":7|no text 'iss'",
                    "\"iss\":\"300:0.NA/20\"|\"iss\":\"99999999999:0.NA/20\"|'iss' is",
                    "\"sub\"|\"by\"|no text 'sub'",
                    "\"alg\":\"SM3\"|\"alg\":\"SHA-1\"|32 octets, which SHA-1 does not make",
                    "\"index\":1|\"index\":-1|no 'index'",
                    "\"index\":1|\"index\":2147483648|no 'index'",
                    "\"index\":1|\"index\":\"1\"|no 'index'",
                    "\"digest\":\"A|\"digest\":\"*|no base64",
                    "{\"iss\"|{\"exp\":1,\"nbf\":2,\"iss\"|before it begins",
                    "{\"iss\"|{\"exp\":\"soon\",\"iss\"|'exp' is no time",
                    "{\"iss\"|{\"iat\":-1,\"iss\"|'iat' is no time",
                    "{\"iss\"|{\"exp\":1e99999999,\"iss\"|'exp' is no time",
                    "{\"iss\"|{\"chain\":[7],\"iss\"|'chain' is ''",
                    "{\"iss\"|{\"iss\":\"0.NA/1\",\"iss\"|no JSON",
                })
        void claims_thatCannotBe_areNamed(String part, String other, String expected) {
            assertThat(fault("HS_SIGNATURE", jws(CLAIMS.replace(part, other))))
                    .hasValueSatisfying(fault ->
                            assertThat(fault).startsWith("is no HS_SIGNATURE: ").contains(expected));
        }

        @Test
        void shapes_thatCannotBe_areNamed() {
            assertThat(fault("HS_SIGNATURE", ""))
                    .hasValueSatisfying(f -> assertThat(f).contains("no JSON Web Signature"));
            assertThat(fault("HS_SIGNATURE", "a.b")).isPresent();
            assertThat(fault("HS_SIGNATURE", "a.b.c.d")).isPresent();
            assertThat(fault("HS_SIGNATURE", "{\"payload\":\"" + url(CLAIMS) + "\",\"signatures\":[]}"))
                    .contains("is no HS_SIGNATURE: nobody signed it");
            assertThat(fault("HS_SIGNATURE", jws("{\"alg\":\"NONE\"}", CLAIMS)))
                    .hasValueSatisfying(f -> assertThat(f).contains("no algorithm"));
            assertThat(fault("HS_SIGNATURE", jws(CLAIMS).replaceAll("[^.]+$", "")))
                    .contains("is no HS_SIGNATURE: the signature is empty");
            assertThat(fault("HS_SIGNATURE", jws("[]"))).contains("is no HS_SIGNATURE: the payload is no JSON object");
            assertThat(fault("HS_SIGNATURE", jws("{".repeat(17)))).isPresent();
        }

        @Test
        void limits_atThemTakenAndBeyondThemNot() {
            String one = "{\"index\":%d,\"digest\":\"AAAA\"},";
            assertThat(fault("HS_SIGNATURE", digests(one, 1_000))).isEmpty();
            String brief = "{},";
            assertThat(fault("HS_SIGNATURE", digests(brief, SignedClaims.MOST_DIGESTS + 1)))
                    .hasValueSatisfying(
                            f -> assertThat(f).contains("more than 2048").doesNotContain("octets"));
            assertThat(fault("HS_SIGNATURE", digests(one, 2_000)))
                    .hasValueSatisfying(f -> assertThat(f).contains("octets; at most 65536"));
            assertThat(fault("HS_SIGNATURE", jws(CLAIMS.replace("{\"iss\"", "{\"chain\":" + links(64) + ",\"iss\""))))
                    .isEmpty();
            assertThat(fault("HS_SIGNATURE", jws(CLAIMS.replace("{\"iss\"", "{\"chain\":" + links(65) + ",\"iss\""))))
                    .contains("is no HS_SIGNATURE: it has no list 'chain', or one of more than 64");
        }

        private String links(int count) {
            return "[" + "\"300:0.NA/20\",".repeat(count - 1) + "\"300:0.NA/20\"]";
        }

        private String digests(String one, int count) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < count; i++) {
                all.append(String.format(java.util.Locale.ROOT, one, i));
            }
            all.setLength(all.length() - 1);
            return jws("{\"iss\":\"0.0/0.0\",\"sub\":\"20.500.12345/KILN\",\"digests\":{\"alg\":\"X\",\"digests\":["
                    + all + "]}}");
        }

        @Test
        void certificates_thatCannotBe_areNamed() {
            String claims = "{\"iss\":\"0.0/0.0\",\"sub\":\"300:0.NA/20\",\"publicKey\":{\"kty\":\"EC\"},\"perms\":%s}";
            assertThat(fault("HS_CERT", jws(claims.formatted("[]")))).isEmpty();
            assertThat(fault("HS_CERT", jws(claims.formatted("[{\"perm\":\"thisHandle\",\"handle\":\"20.5/x\"}]"))))
                    .isEmpty();
            assertThat(fault("HS_CERT", jws(claims.formatted("{}"))))
                    .hasValueSatisfying(f -> assertThat(f).contains("no list 'perms'"));
            assertThat(fault("HS_CERT", jws(claims.formatted("[{\"perm\":\"\"}]"))))
                    .hasValueSatisfying(f -> assertThat(f).contains("empty 'perm'"));
            assertThat(fault("HS_CERT", jws(claims.formatted("[{\"perm\":\"x\",\"handle\":\"none\"}]"))))
                    .hasValueSatisfying(f -> assertThat(f).contains("'none', which is no handle"));
            assertThat(fault(
                            "HS_CERT",
                            jws(claims.formatted("[" + "{\"perm\":\"x\"},".repeat(256) + "{\"perm\":\"x\"}]"))))
                    .hasValueSatisfying(f -> assertThat(f).contains("more than 256"));
        }
    }

    @Nested
    class Xml {
        @Test
        void namespaceWithTemplates_asTheReferenceClientReadsIt_isTaken() throws Exception {
            String xml = "<namespace><template delimiter=\"@\"><foreach><if value=\"type\" test=\"equals\" "
                    + "expression=\"URL\"><value index=\"1\" type=\"URL\" data=\"${data}\"/></if></foreach></template></namespace>";
            new NamespaceInfo(xml.getBytes(StandardCharsets.UTF_8));
            assertThat(fault("HS_NAMESPACE", xml)).isEmpty();
            assertThat(fault("HS_NAMESPACE", "<?xml version='1.0'?><NAMESPACE/>"))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "plain",
                    "<namespace>",
                    "<locations/>",
                    "<namespace/><namespace/>",
                    "<!DOCTYPE namespace><namespace/>",
                    "<!DOCTYPE n [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><namespace>&a;</namespace>",
                    "<!DOCTYPE n [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><namespace>&b;</namespace>",
                    "<namespace>&a;</namespace>",
                })
        void namespaces_thatCannotBe_areRefused(String xml) {
            assertThat(fault("HS_NAMESPACE", xml))
                    .hasValueSatisfying(f -> assertThat(f).startsWith("is no HS_NAMESPACE: "));
        }

        @Test
        void limits_atThemTakenAndBeyondThemNot() {
            assertThat(fault("HS_NAMESPACE", nested(ValueXml.DEEPEST))).isEmpty();
            assertThat(fault("HS_NAMESPACE", nested(ValueXml.DEEPEST + 1))).isPresent();
            assertThat(fault("HS_NAMESPACE", elements(ValueXml.MOST_ELEMENTS - 1, "v")))
                    .isEmpty();
            assertThat(fault("HS_NAMESPACE", elements(ValueXml.MOST_ELEMENTS, "v")))
                    .isPresent();
            String most = "<namespace>" + " ".repeat(ValueXml.MOST_OCTETS - 23) + "</namespace>";
            assertThat(fault("HS_NAMESPACE", most)).isEmpty();
            assertThat(fault("HS_NAMESPACE", most + " "))
                    .hasValueSatisfying(f -> assertThat(f).contains("65537 octets"));
            assertThat(fault("HS_NAMESPACE", new byte[] {'<', 'n', (byte) 0xFF}))
                    .hasValueSatisfying(f -> assertThat(f).contains("not UTF-8"));
        }

        private String nested(int levels) {
            return "<namespace>" + "<a>".repeat(levels - 1) + "</a>".repeat(levels - 1) + "</namespace>";
        }

        private String elements(int count, String name) {
            return "<namespace>" + ("<" + name + "/>").repeat(count) + "</namespace>";
        }

        @Test
        void locations() {
            String one = "<location href='https://a.example' weight='1'/>";
            assertThat(fault("10320/loc", "<locations chooseby='locatt'>" + one + "</locations>"))
                    .isEmpty();
            assertThat(fault("10320/LOC", "<locations>" + one.repeat(256) + "</locations>"))
                    .isEmpty();
            assertThat(fault("10320/loc", "<locations>" + one.repeat(257) + "</locations>"))
                    .isPresent();
            assertThat(fault("10320/loc", "https://a.example")).isPresent();
            assertThat(fault("10320/loc", "<namespace/>")).isPresent();
        }
    }

    @Test
    void emptySecretKeyAndBrokenDelegation_areRefused_otherTypesAreFree() {
        assertThat(fault("HS_SECKEY", "")).isPresent();
        assertThat(fault("HS_SECKEY", "s")).isEmpty();
        assertThat(fault("HS_NA_DELEGATE", "x")).isPresent();
        assertThat(fault("URL", "")).isEmpty();
        assertThat(fault("HS_UNHEARD_OF", "x")).isEmpty();
        assertThat(fault("10320/locx", "x")).isEmpty();
    }

    /** Whatever is changed about a signature, the answer is yes or a sentence. */
    @Property(tries = 500)
    void changedSignatures_neverBreakIt(
            @ForAll @IntRange(min = 0, max = 10_000) int at, @ForAll byte octet, @ForAll @IntRange(max = 1) int kind) {
        byte[] data = (kind == 0 ? Claims.CLAIMS : jws(Claims.CLAIMS)).getBytes(StandardCharsets.UTF_8);
        data[at % data.length] = octet;
        byte[] whole =
                kind == 0 ? jws(new String(data, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : data;
        for (String type : List.of("HS_SIGNATURE", "HS_CERT", "HS_NAMESPACE", "10320/loc")) {
            assertThat(fault(type, whole)).isNotNull();
        }
    }
}
