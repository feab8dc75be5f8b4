// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractRequest;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.ErrorResponse;
import net.handle.hdllib.GenericRequest;
import net.handle.hdllib.GetSiteInfoResponse;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.SimpleConfiguration;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;

/** The reference client, unchanged, resolves from a running node on every face. */
class HandleClientInteropTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static RunningFaces running;
    private final HandleResolver client = new HandleResolver();

    /** The client's own transports, one by one. */
    enum Transport {
        UDP,
        TCP,
        HTTP
    }

    @BeforeAll
    static void start() {
        running = RunningFaces.start();
        running.put(
                "20.500.12345/small",
                org.tanma.handle.model.HandleValue.text(1, "URL", "https://small.example/窑", 1_700_000_000),
                new org.tanma.handle.model.HandleValue(
                        2,
                        "DESC.zh",
                        new byte[] {0, 1, (byte) 0xFF},
                        new Ttl(true, 1_800_000_000),
                        ValuePermissions.PUBLIC,
                        5,
                        List.of(new ValueReference("20.500.12345/other", 7))),
                new org.tanma.handle.model.HandleValue(
                        300, "HS_SECKEY", new byte[] {42}, Ttl.DEFAULT, ValuePermissions.PRIVATE, 5, List.of()));
        running.put("20.500.12345/two-datagrams", octets(1, 400), octets(2, 400));
        running.put("20.500.12345/large", octets(1, 200_000));
        running.put("20.500.12345/" + "L".repeat(1_000), octets(1, 1));
    }

    private static org.tanma.handle.model.HandleValue octets(int index, int length) {
        byte[] data = new byte[length];
        Arrays.fill(data, (byte) 0xA5);
        return new org.tanma.handle.model.HandleValue(
                index, "DESC", data, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void setUp() {
        SimpleConfiguration noOtherServer = new SimpleConfiguration();
        noOtherServer.setGlobalSites(new SiteInfo[] {site()});
        client.setConfiguration(noOtherServer);
        client.setTcpTimeout(5_000);
        client.setUdpRetryScheme(new int[] {2_000});
    }

    private static SiteInfo site() {
        ServerInfo server = new ServerInfo();
        server.serverId = 1;
        server.ipAddress = new byte[16];
        System.arraycopy(LOOPBACK.getAddress(), 0, server.ipAddress, 12, 4);
        server.interfaces = new Interface[] {
            new Interface(Interface.ST_QUERY, Interface.SP_HDL_UDP, running.faces.handlePort()),
            new Interface(Interface.ST_QUERY, Interface.SP_HDL_TCP, running.faces.handlePort()),
            new Interface(Interface.ST_QUERY, Interface.SP_HDL_HTTP, running.faces.httpPort())
        };
        SiteInfo site = new SiteInfo();
        site.serialNumber = 1;
        site.servers = new ServerInfo[] {server};
        return site;
    }

    private static ResolutionRequest request(String handle, String[] types, int[] indexes) {
        byte[][] encodedTypes = types == null
                ? null
                : Arrays.stream(types).map(Util::encodeString).toArray(byte[][]::new);
        return new ResolutionRequest(Util.encodeString(handle), encodedTypes, indexes, null);
    }

    private AbstractResponse send(Transport transport, AbstractRequest request) throws Exception {
        return switch (transport) {
            case UDP -> client.sendHdlUdpRequest(request, LOOPBACK, running.faces.handlePort());
            case TCP -> client.sendHdlTcpRequest(request, LOOPBACK, running.faces.handlePort());
            case HTTP -> client.sendHttpRequest(request, LOOPBACK, running.faces.httpPort());
        };
    }

    private HandleValue[] resolved(Transport transport, AbstractRequest request) throws Exception {
        AbstractResponse response = send(transport, request);
        assertThat(response.responseCode).as(response.toString()).isEqualTo(AbstractMessage.RC_SUCCESS);
        return ((ResolutionResponse) response).getHandleValues();
    }

    @Nested
    class EachTransport {
        @ParameterizedTest
        @EnumSource
        void small_isReadWhole(Transport transport) throws Exception {
            HandleValue[] values = resolved(transport, request("20.500.12345/SMALL", null, null));

            assertThat(values).hasSize(2);
            assertThat(values[0].getIndex()).isEqualTo(1);
            assertThat(values[0].getTypeAsString()).isEqualTo("URL");
            assertThat(values[0].getDataAsString()).isEqualTo("https://small.example/窑");
            assertThat(values[0].getTimestamp()).isEqualTo(1_700_000_000);
            assertThat(values[0].getTTL()).isEqualTo(86_400);
            assertThat(values[1].getData()).containsExactly(0, 1, 0xFF);
            assertThat(values[1].getTTLType()).isEqualTo(HandleValue.TTL_TYPE_ABSOLUTE);
            assertThat(values[1].getReferences()[0].index).isEqualTo(7);
        }

        @ParameterizedTest
        @EnumSource
        void selection_byIndexAndByTypeAndItsSubtypes(Transport transport) throws Exception {
            assertThat(resolved(transport, request("20.500.12345/small", null, new int[] {2})))
                    .extracting(HandleValue::getIndex)
                    .containsExactly(2);
            assertThat(resolved(transport, request("20.500.12345/small", new String[] {"DESC.", "url"}, null)))
                    .extracting(HandleValue::getIndex)
                    .containsExactly(1, 2);
        }

        @ParameterizedTest
        @EnumSource
        void twoDatagrams_areReadWhole(Transport transport) throws Exception {
            assertThat(resolved(transport, request("20.500.12345/two-datagrams", null, null)))
                    .hasSize(2)
                    .allSatisfy(
                            value -> assertThat(value.getData()).hasSize(400).containsOnly(0xA5));
        }

        @ParameterizedTest
        @EnumSource
        void absent_hasItsCode(Transport transport) throws Exception {
            assertThat(send(transport, request("20.500.12345/none", null, null)).responseCode)
                    .isEqualTo(AbstractMessage.RC_HANDLE_NOT_FOUND);
            assertThat(send(transport, request("20.500.12345/small", new String[] {"EMAIL"}, null)).responseCode)
                    .isEqualTo(AbstractMessage.RC_VALUES_NOT_FOUND);
            assertThat(send(transport, request("20.500.9/none", null, null)).responseCode)
                    .isEqualTo(AbstractMessage.RC_SERVICE_REFERRAL);
        }

        @ParameterizedTest
        @EnumSource
        void secretValue_isNeverRead(Transport transport) throws Exception {
            ResolutionRequest asAnyone = request("20.500.12345/small", null, new int[] {300});
            assertThat(send(transport, asAnyone).responseCode).isEqualTo(AbstractMessage.RC_VALUES_NOT_FOUND);
            ResolutionRequest asAdmin = request("20.500.12345/small", null, new int[] {300});
            asAdmin.ignoreRestrictedValues = false;
            assertThat(send(transport, asAdmin).responseCode)
                    .isEqualTo(
                            transport == Transport.UDP
                                    ? AbstractMessage.RC_ERROR
                                    : AbstractMessage.RC_AUTHENTICATION_NEEDED);
        }

        @ParameterizedTest
        @EnumSource
        void requestDigest_isReturnedAndRight(Transport transport) throws Exception {
            ResolutionRequest request = request("20.500.12345/small", null, null);
            request.returnRequestDigest = true;

            AbstractResponse response = send(transport, request);

            assertThat(response.requestDigest)
                    .isEqualTo(Util.doDigest(response.rdHashType, request.getEncodedMessageBody()));
        }

        @ParameterizedTest
        @EnumSource
        void siteRecord_namesTheFaces(Transport transport) throws Exception {
            AbstractResponse response =
                    send(transport, new GenericRequest(Util.encodeString("/"), AbstractMessage.OC_GET_SITE_INFO, null));

            SiteInfo site = ((GetSiteInfoResponse) response).siteInfo;
            assertThat(site.isPrimary).isTrue();
            assertThat(site.servers).hasSize(1);
            assertThat(site.servers[0].getInetAddress()).isEqualTo(LOOPBACK);
            assertThat(site.servers[0].interfaces)
                    .extracting(one -> one.protocol + " " + one.port + " " + one.type)
                    .containsExactly(
                            "0 " + running.faces.handlePort() + " 2",
                            "1 " + running.faces.handlePort() + " 3",
                            "2 " + running.faces.httpPort() + " 3");
        }

        @ParameterizedTest
        @EnumSource
        void operationNotOffered_isSaid(Transport transport) throws Exception {
            AbstractResponse response =
                    send(transport, new DeleteHandleRequest(Util.encodeString("20.500.12345/small"), null));

            boolean isUdp = transport == Transport.UDP;
            assertThat(response.responseCode)
                    .isEqualTo(isUdp ? AbstractMessage.RC_ERROR : AbstractMessage.RC_OPERATION_NOT_SUPPORTED);
            assertThat(Util.decodeString(((ErrorResponse) response).message))
                    .contains(isUdp ? "ask again over TCP" : "not administered here");
        }
    }

    @Nested
    class ByUdpFirst {
        private AbstractResponse ask(String handle) throws Exception {
            return client.sendRequestToServer(request(handle, null, null), site(), site().servers[0]);
        }

        @Test
        void resolver_findsTheSiteByThePrefixHandleAndResolves() throws Exception {
            running.put(
                    "0.NA/20.500.12345",
                    new org.tanma.handle.model.HandleValue(
                            3,
                            "HS_SITE",
                            running.faces.site().encode(),
                            Ttl.DEFAULT,
                            ValuePermissions.PUBLIC,
                            0,
                            List.of()));

            assertThat(client.resolveHandle("20.500.12345/small", new String[] {"URL"}, null)[0].getDataAsString())
                    .isEqualTo("https://small.example/窑");
            assertThat(client.resolveHandle("20.500.12345/large")[0].getData()).hasSize(200_000);
        }

        @Test
        void answerOfMoreDatagramsThanAreSent_isFetchedByTcpInTheSameCall() throws Exception {
            AbstractResponse byUdp = send(Transport.UDP, request("20.500.12345/large", null, null));
            assertThat(byUdp.responseCode).isEqualTo(AbstractMessage.RC_ERROR);
            assertThat(Util.decodeString(((ErrorResponse) byUdp).message)).contains("ask again over TCP");

            AbstractResponse response = ask("20.500.12345/large");

            assertThat(((ResolutionResponse) response).getHandleValues()[0].getData())
                    .hasSize(200_000);
        }

        @Test
        void requestOfSeveralDatagrams_isMadeByTcpInTheSameCall() throws Exception {
            AbstractResponse response = ask("20.500.12345/" + "L".repeat(1_000));

            assertThat(response.responseCode).isEqualTo(AbstractMessage.RC_SUCCESS);
        }
    }
}
