// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.Attribute;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.GenericRequest;
import net.handle.hdllib.GetSiteInfoResponse;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.SiteRecord.HashOption;
import org.tanma.handle.wire.SiteRecord.SiteAttribute;

/** Our octets are read by the reference client library, and its octets by us. */
class WireInteropTest {
    private static final HandleName KILN = WireMessages.KILN;
    private static final byte[] KILN_OCTETS = KILN.toString().getBytes(StandardCharsets.UTF_8);
    private static final HandleValue POWER = new HandleValue(
            2001,
            "RATED_POWER",
            "碳 1500 kW".getBytes(StandardCharsets.UTF_8),
            new Ttl(true, 1_800_000_000L),
            ValuePermissions.PUBLIC,
            1_750_000_000L,
            List.of(new ValueReference("20.500.12345/ENTERPRISE", 300)));

    @Test
    void resolutionRequest_bothWays() throws Exception {
        net.handle.hdllib.ResolutionRequest theirs = new net.handle.hdllib.ResolutionRequest(
                KILN_OCTETS,
                new byte[][] {Util.encodeString("URL"), Util.encodeString("HS_SITE.")},
                new int[] {1, 300},
                null);
        HandleMessage decoded = HandleMessageCodec.decode(ByteBuffer.wrap(withEnvelope(theirs)));
        ResolutionRequest ours = new ResolutionRequest(KILN, List.of(1, 300), List.of("URL", "HS_SITE."));
        assertThat(decoded.body()).isEqualTo(ours);
        assertThat(decoded.header().opCode()).isEqualTo(OpCode.RESOLUTION);
        assertThat(decoded.header().isRequest()).isTrue();

        net.handle.hdllib.ResolutionRequest back =
                (net.handle.hdllib.ResolutionRequest) theirs(WireMessages.request(ours, OpCode.RESOLUTION));
        assertThat(back.handle).isEqualTo(KILN_OCTETS);
        assertThat(back.requestedIndexes).containsExactly(1, 300);
        assertThat(Util.decodeString(back.requestedTypes[1])).isEqualTo("HS_SITE.");
    }

    @Test
    void ourEnvelopeAndHeader_areTheirsOctetByOctet() throws Exception {
        net.handle.hdllib.ResolutionRequest theirs =
                new net.handle.hdllib.ResolutionRequest(KILN_OCTETS, null, null, null);
        theirs.keepAlive = true;
        theirs.ignoreRestrictedValues = true;
        byte[] expected = withEnvelope(theirs);
        HandleMessage decoded = HandleMessageCodec.decode(ByteBuffer.wrap(expected));
        assertThat(decoded.header().flags().has(OpFlags.KEEP_ALIVE | OpFlags.PUBLIC_ONLY))
                .isTrue();
        assertThat(HandleMessageCodec.encode(decoded)).isEqualTo(expected);
    }

    @Test
    void resolutionResponse_withRequestDigest_bothWays() throws Exception {
        net.handle.hdllib.ResolutionRequest request =
                new net.handle.hdllib.ResolutionRequest(KILN_OCTETS, null, null, null);
        request.returnRequestDigest = true;
        byte[] requestOctets = withEnvelope(request);
        net.handle.hdllib.ResolutionResponse theirs = new net.handle.hdllib.ResolutionResponse(
                request, KILN_OCTETS, new byte[][] {HandleValueCodec.encode(POWER)});
        HandleMessage decoded = HandleMessageCodec.decode(ByteBuffer.wrap(withEnvelope(theirs)));
        assertThat(decoded.body()).isEqualTo(new ResolutionResponse(KILN, List.of(POWER)));
        DigestAlgorithm algorithm = decoded.requestDigest().orElseThrow().algorithm();
        RequestDigest ours = RequestDigest.ofRequest(algorithm, ByteBuffer.wrap(requestOctets));
        assertThat(decoded.requestDigest()).hasValue(ours);

        HandleMessage answer = HandleMessageCodec.decode(ByteBuffer.wrap(requestOctets))
                .toAnswer(ResponseCode.SUCCESS, 1, new ResolutionResponse(KILN, List.of(POWER)))
                .withRequestDigest(ours);
        net.handle.hdllib.ResolutionResponse back = (net.handle.hdllib.ResolutionResponse) theirs(answer);
        assertThat(back.requestDigest).isEqualTo(ours.digest().toArray());
        assertThat(back.getHandleValues()).singleElement().satisfies(value -> {
            assertThat(value.getIndex()).isEqualTo(2001);
            assertThat(value.getTypeAsString()).isEqualTo("RATED_POWER");
            assertThat(value.getDataAsString()).isEqualTo("碳 1500 kW");
            assertThat(value.getTTL()).isEqualTo(1_800_000_000);
            assertThat(value.getTTLType()).isEqualTo(net.handle.hdllib.HandleValue.TTL_TYPE_ABSOLUTE);
            assertThat(value.getPermissionString()).isEqualTo("rwr-");
            assertThat(value.getReferences()[0].index).isEqualTo(300);
        });
    }

    @Test
    void error_bothWays() throws Exception {
        net.handle.hdllib.ErrorResponse theirs = new net.handle.hdllib.ErrorResponse(
                AbstractMessage.OC_RESOLUTION, AbstractMessage.RC_HANDLE_NOT_FOUND, Util.encodeString("nothing here"));
        HandleMessage decoded = HandleMessageCodec.decode(ByteBuffer.wrap(withEnvelope(theirs)));
        assertThat(decoded.body()).isEqualTo(ErrorResponse.of("nothing here"));
        assertThat(decoded.header().responseCode()).isEqualTo(ResponseCode.HANDLE_NOT_FOUND);

        AbstractResponse back = (AbstractResponse) theirs(WireMessages.answer(
                new ErrorResponse("not so", List.of(7)), OpCode.RESOLUTION, ResponseCode.INVALID_VALUE));
        assertThat(back.responseCode).isEqualTo(AbstractMessage.RC_INVALID_VALUE);
        assertThat(Util.decodeString(((net.handle.hdllib.ErrorResponse) back).message))
                .isEqualTo("not so");
    }

    @Test
    void handleValue_bothWays() throws Exception {
        byte[] octets = HandleValueCodec.encode(POWER);
        net.handle.hdllib.HandleValue theirs = new net.handle.hdllib.HandleValue();
        assertThat(Encoder.decodeHandleValue(octets, 0, theirs)).isEqualTo(octets.length);
        assertThat(Encoder.encodeHandleValue(theirs)).isEqualTo(octets);
        assertThat(HandleValueCodec.decode(ByteBuffer.wrap(Encoder.encodeHandleValue(theirs))))
                .isEqualTo(POWER);
    }

    @Test
    void adminRecord_bothWays() throws Exception {
        AdminRecord ours = new AdminRecord(AdminRecord.ALL, HandleName.parse("0.NA/20.500.12345"), 200);
        net.handle.hdllib.AdminRecord theirs = Encoder.decodeAdminRecord(ours.encode(), 0);
        assertThat(theirs.adminIdIndex).isEqualTo(200);
        assertThat(theirs.perms).containsOnly(true);
        assertThat(AdminRecord.decode(ByteBuffer.wrap(Encoder.encodeAdminRecord(theirs))))
                .isEqualTo(ours);
    }

    @Test
    void siteRecord_andSiteInfoResponse_bothWays() throws Exception {
        SiteRecord ours = new SiteRecord(
                1,
                2,
                11,
                5,
                true,
                false,
                HashOption.WHOLE_HANDLE,
                Octets.EMPTY,
                List.of(new SiteAttribute("desc", "demonstration 示范")),
                List.of(SiteServer.of(
                        1,
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                        List.of(
                                SiteInterface.forResolution(SiteInterface.UDP, 2641),
                                new SiteInterface(true, true, SiteInterface.TCP, 2641),
                                new SiteInterface(true, true, SiteInterface.HTTP, 8000)))));
        SiteInfo theirs = Encoder.decodeSiteInfoRecord(ours.encode(), 0);
        assertThat(theirs.isPrimary).isTrue();
        assertThat(theirs.servers).singleElement().satisfies(server -> {
            assertThat(server.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(server.interfaces).extracting(one -> (int) one.protocol).containsExactly(0, 1, 2);
            assertThat(server.interfaces[0].type).isEqualTo(Interface.ST_QUERY);
        });
        assertThat(Encoder.encodeSiteInfoRecord(theirs)).isEqualTo(ours.encode());
        GetSiteInfoResponse response = new GetSiteInfoResponse(theirs);
        response.opCode = AbstractMessage.OC_GET_SITE_INFO;
        response.responseCode = AbstractMessage.RC_SUCCESS;
        HandleMessage decoded = HandleMessageCodec.decode(ByteBuffer.wrap(withEnvelope(response)));
        assertThat(decoded.body()).isEqualTo(new SiteInfoResponse(ours));
        assertThat(ours.servers().get(0).inetAddress().getHostAddress()).isEqualTo("127.0.0.1");
        GetSiteInfoResponse back = (GetSiteInfoResponse)
                theirs(WireMessages.answer(new SiteInfoResponse(ours), OpCode.GET_SITE_INFO, ResponseCode.SUCCESS));
        assertThat(back.siteInfo.serialNumber).isEqualTo(5);
    }

    @Test
    void siteRecord_builtByThem_isRead() throws Exception {
        SiteInfo theirs = new SiteInfo();
        theirs.dataFormatVersion = 1;
        theirs.majorProtocolVersion = 2;
        theirs.minorProtocolVersion = 3;
        theirs.serialNumber = 65_000;
        theirs.multiPrimary = true;
        theirs.hashOption = SiteInfo.HASH_TYPE_BY_SUFFIX;
        theirs.hashFilter = new byte[0];
        theirs.attributes =
                new Attribute[] {new Attribute(Util.encodeString("domain"), Util.encodeString("x.invalid"))};
        ServerInfo server = new ServerInfo();
        server.serverId = 9;
        server.ipAddress = new byte[16];
        server.publicKey = new byte[] {1, 2, 3};
        server.interfaces = new Interface[] {new Interface(Interface.ST_ADMIN, Interface.SP_HDL_HTTPS, 443)};
        theirs.servers = new ServerInfo[] {server};
        SiteRecord ours = SiteRecord.decode(ByteBuffer.wrap(Encoder.encodeSiteInfoRecord(theirs)));
        assertThat(ours.serial()).isEqualTo(65_000);
        assertThat(ours.isMultiPrimary()).isTrue();
        assertThat(ours.hashOption()).isEqualTo(HashOption.SUFFIX);
        assertThat(ours.attributes()).containsExactly(new SiteAttribute("domain", "x.invalid"));
        assertThat(ours.servers().get(0).publicKey()).isEqualTo(Octets.of(new byte[] {1, 2, 3}));
        assertThat(ours.servers().get(0).interfaces())
                .containsExactly(new SiteInterface(true, false, SiteInterface.HTTPS, 443));
    }

    @Test
    void siteInfoRequest_isRead() throws Exception {
        GenericRequest theirs = new GenericRequest(Util.encodeString("/"), AbstractMessage.OC_GET_SITE_INFO, null);
        assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(withEnvelope(theirs)))
                        .body())
                .isEqualTo(new SiteInfoRequest("/"));
    }

    static byte[] withEnvelope(AbstractMessage message) throws Exception {
        byte[] encoded = message.getEncodedMessage();
        net.handle.hdllib.MessageEnvelope envelope = new net.handle.hdllib.MessageEnvelope();
        envelope.protocolMajorVersion = 2;
        envelope.protocolMinorVersion = 11;
        envelope.suggestMajorProtocolVersion = 2;
        envelope.suggestMinorProtocolVersion = 11;
        envelope.requestId = 77;
        envelope.messageLength = encoded.length;
        byte[] octets = new byte[WireLayout.ENVELOPE_OCTETS + encoded.length];
        Encoder.encodeEnvelope(envelope, octets);
        System.arraycopy(encoded, 0, octets, WireLayout.ENVELOPE_OCTETS, encoded.length);
        return octets;
    }

    static AbstractMessage theirs(HandleMessage message) throws Exception {
        byte[] octets = HandleMessageCodec.encode(message);
        net.handle.hdllib.MessageEnvelope envelope = new net.handle.hdllib.MessageEnvelope();
        Encoder.decodeEnvelope(octets, envelope);
        assertThat(envelope.requestId).isEqualTo(message.envelope().requestId());
        assertThat(envelope.messageLength).isEqualTo(octets.length - WireLayout.ENVELOPE_OCTETS);
        return Encoder.decodeMessage(
                Arrays.copyOfRange(octets, WireLayout.ENVELOPE_OCTETS, octets.length), 0, envelope);
    }
}
