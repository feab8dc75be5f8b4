// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.handle.hdllib.AdminRecord;
import net.handle.hdllib.Attribute;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.GsonUtility;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.ServiceReferralResponse;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import net.handle.hdllib.ValueReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.store.EncodedValues;

/** Values are written as the reference implementation's own JSON, member for member. */
class RestJsonInteropTest {
    static Stream<HandleValue> values() throws Exception {
        List<HandleValue> values = new ArrayList<>();
        values.add(value("URL", "https://kiln.example/?a=1&b=<窑>"));
        values.add(value("DESC", ""));
        values.add(value("DESC", "two\r\nlines\tand a \"quote\""));
        values.add(value("DESC", new byte[] {0, 1, (byte) 0xFF}));
        values.add(value("DESC", new byte[] {'a', 0x1B}));
        values.add(value("DESC", new byte[] {(byte) 0xC3}));
        HandleValue full = value("EMAIL", "kiln@example.com");
        full.setTTLType(HandleValue.TTL_TYPE_ABSOLUTE);
        full.setTTL(1_800_000_000);
        full.setTimestamp(1_700_000_000);
        full.setAdminCanWrite(false);
        full.setReferences(new ValueReference[] {new ValueReference(Util.encodeString("20.500.12345/b"), 2)});
        values.add(full);
        values.add(value("HS_ADMIN", admin()));
        values.add(value("hs_admin.x", admin()));
        values.add(value("HS_ADMIN", "no administrator"));
        byte[] list = Encoder.encodeValueReferenceList(
                new ValueReference[] {new ValueReference(Util.encodeString("0.NA/20.500"), 300)});
        values.add(value("HS_VLIST", list));
        for (String kind : List.of("RSA", "DSA", "DH")) {
            KeyPairGenerator keys = KeyPairGenerator.getInstance(kind);
            keys.initialize(kind.equals("DH") ? 512 : 1_024);
            byte[] key = Util.getBytesFromPublicKey(keys.generateKeyPair().getPublic());
            values.add(value("HS_PUBKEY", key));
            values.add(value("HS_SITE", Encoder.encodeSiteInfoRecord(site(key))));
        }
        values.add(value("HS_SITE.PREFIX", Encoder.encodeSiteInfoRecord(site(new byte[0]))));
        return values.stream();
    }

    private static HandleValue value(String type, String text) {
        return value(type, Util.encodeString(text));
    }

    private static HandleValue value(String type, byte[] data) {
        return new HandleValue(7, Util.encodeString(type), data);
    }

    private static byte[] admin() {
        return Encoder.encodeAdminRecord(new AdminRecord(
                Util.encodeString("0.NA/20.500"),
                200,
                true,
                true,
                false,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                false));
    }

    private static SiteInfo site(byte[] key) {
        ServerInfo server = new ServerInfo();
        server.serverId = 1;
        server.ipAddress = new byte[16];
        server.ipAddress[0] = 0x20;
        server.ipAddress[15] = 1;
        server.publicKey = key;
        server.interfaces = new Interface[] {
            new Interface(Interface.ST_ADMIN_AND_QUERY, Interface.SP_HDL_TCP, 2641),
            new Interface(Interface.ST_QUERY, Interface.SP_HDL_HTTP, 8000),
            new Interface(Interface.ST_ADMIN, Interface.SP_HDL_HTTPS, 8000),
            new Interface(Interface.ST_OUT_OF_SERVICE, Interface.SP_HDL_UDP, 2641)
        };
        SiteInfo site = new SiteInfo();
        site.servers = new ServerInfo[] {server};
        site.serialNumber = 3;
        site.isPrimary = true;
        site.hashOption = SiteInfo.HASH_TYPE_BY_SUFFIX;
        site.attributes = new Attribute[] {new Attribute(Util.encodeString("desc"), Util.encodeString("窑"))};
        return site;
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_isWrittenAsTheReferenceWritesIt(HandleValue value) throws Exception {
        org.tanma.handle.model.HandleValue ours =
                HandleValueCodec.decode(ByteBuffer.wrap(Encoder.encodeHandleValue(value)));

        JsonElement expected = GsonUtility.getGson().toJsonTree(value);

        assertThat(JsonParser.parseString(JsonText.line(ValueTree.of(ours)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("values")
    void value_isReadFromTheJsonOfTheReference(HandleValue value) throws Exception {
        String json = GsonUtility.getGson().toJson(value);

        List<org.tanma.handle.model.HandleValue> read =
                ValueReader.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(read).hasSize(1);
        assertThat(HandleValueCodec.encode(read.get(0))).isEqualTo(Encoder.encodeHandleValue(value));
    }

    @Test
    void referral_isWrittenAsTheReferenceWritesIt() throws Exception {
        ResolutionRequest asked = new ResolutionRequest(Util.encodeString("20.500.12345.7/x"), null, null, null);
        byte[] service = Encoder.encodeHandleValue(value("HS_SERV", "20.9/service"));
        for (byte[][] values : new byte[][][] {{service}, {}}) {
            JsonElement expected = GsonUtility.serializeResponseToRequest(
                    asked, new ServiceReferralResponse(asked, 302, Util.encodeString("0.NA/20.500.12345.7"), values));
            Resolution ours = new Resolution.Referral(
                    HandleName.parse("20.500.12345.7/x"),
                    ResponseCode.SERVICE_REFERRAL,
                    HandleName.parse("0.NA/20.500.12345.7"),
                    values.length == 0 ? EncodedValues.NONE : EncodedValues.wrap(1, service));

            String json = new String(JsonText.of(ours, "20.500.12345.7/x", false), StandardCharsets.UTF_8);

            assertThat(JsonParser.parseString(json)).isEqualTo(expected);
        }
    }
}
