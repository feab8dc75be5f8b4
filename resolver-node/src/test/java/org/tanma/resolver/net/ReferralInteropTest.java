// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ServiceReferralResponse;
import net.handle.hdllib.SimpleConfiguration;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.PrefixServices;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.resolve.SiteShare;
import org.tanma.resolver.store.MemoryHandleStore;

/**
 * The reference client's resolver, unchanged, finds its way among three nodes: one stands for the registry of prefixes,
 * {@code node} answers for a prefix, {@code enterprise} for some prefixes derived from it.
 */
class ReferralInteropTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private final OneNode registry = new OneNode("0", "0.NA", "20");
    private final OneNode node = new OneNode("20.500.12345");
    private final OneNode enterprise = new OneNode("20.500.12345.7", "20.500.12345.8");
    private final HandleResolver client = new HandleResolver();

    private static final class OneNode {
        final MemoryHandleStore store = new MemoryHandleStore();
        final NodeFaces faces;

        OneNode(String... prefixes) {
            ResponsiblePrefixes own = ResponsiblePrefixes.of(prefixes);
            faces = NodeFaces.open(
                    NodeFacesConfig.on(LOOPBACK, 0, 0),
                    NodeServices.of(
                            new ResolutionPipeline(
                                    own,
                                    store,
                                    AccessRules.of(StoredKeys.of(store)),
                                    PrefixServices.watching(own, store, store),
                                    SiteShare.whole(1),
                                    ParentResolver.NONE),
                            InstantSource.fixed(RunningFaces.NOW)));
        }

        HandleValue site(String type) {
            try {
                byte[] site = faces.site().encode();
                return new HandleValue(3, type, site, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
            } catch (WireFormatException e) {
                throw new IllegalStateException(e);
            }
        }

        void put(String handle, HandleValue... values) {
            store.createOrReplace(new HandleRecord(HandleName.parse(handle), List.of(values)));
        }
    }

    @BeforeEach
    void fill() throws Exception {
        registry.put("0.NA/20.500.12345", node.site(SiteRecord.TYPE));
        node.put("0.NA/20.500.12345", node.site(SiteRecord.TYPE));
        enterprise.put("20.500.12345.7/x", HandleValue.text(1, "URL", "https://enterprise.example/", 0));
        enterprise.put("20.500.12345.8.1/x", HandleValue.text(1, "URL", "https://derived.example/", 0));
        SimpleConfiguration noOtherServer = new SimpleConfiguration() {
            @Override
            public boolean isAutoUpdateRootInfo() {
                return false;
            }
        };
        noOtherServer.setGlobalSites(new SiteInfo[] {siteOf(registry)});
        client.setConfiguration(noOtherServer);
        client.setCache(null);
        client.setCertifiedCache(null);
        client.setTcpTimeout(5_000);
        client.setUdpRetryScheme(new int[] {2_000});
    }

    private static SiteInfo siteOf(OneNode one) throws WireFormatException, HandleException {
        SiteInfo site = new SiteInfo();
        net.handle.hdllib.Encoder.decodeSiteInfoRecord(one.faces.site().encode(), 0, site);
        return site;
    }

    @AfterEach
    void stop() {
        registry.faces.close();
        node.faces.close();
        enterprise.faces.close();
    }

    private String resolve(String handle) throws HandleException {
        return client.resolveHandle(handle, new String[] {"URL"}, null)[0].getDataAsString();
    }

    private AbstractResponse askNode(String handle, boolean doNotRefer) throws HandleException {
        ResolutionRequest request = new ResolutionRequest(Util.encodeString(handle), null, null, null);
        request.doNotRefer = doNotRefer;
        return client.sendHdlTcpRequest(request, LOOPBACK, node.faces.handlePort());
    }

    @ParameterizedTest
    @ValueSource(ints = {Interface.SP_HDL_UDP, Interface.SP_HDL_TCP, Interface.SP_HDL_HTTP})
    void delegatedPrefix_isFollowed(int protocol) throws Exception {
        client.setPreferredProtocols(new int[] {protocol});
        registry.put("0.NA/20.500.12345.7", node.site(SiteRecord.TYPE));
        node.put("0.NA/20.500.12345.7", enterprise.site(SiteRecord.TYPE));

        assertThat(resolve("20.500.12345.7/x")).isEqualTo("https://enterprise.example/");
    }

    @Test
    void serviceHandle_isFollowed() throws Exception {
        registry.put("0.NA/20.500.12345.7", node.site(SiteRecord.TYPE));
        registry.put("20.9/service", enterprise.site(SiteRecord.TYPE));
        registry.put("0.NA/20.9", registry.site(SiteRecord.TYPE));
        node.put("0.NA/20.500.12345.7", HandleValue.text(4, "HS_SERV", "20.9/service", 0));

        assertThat(resolve("20.500.12345.7/x")).isEqualTo("https://enterprise.example/");
    }

    @Test
    void serviceHandleOfThePrefixHandle_isFollowedByTheClientItself() throws Exception {
        registry.put("0.NA/20.500.12345.7", HandleValue.text(4, "HS_SERV", "20.9/service", 0));
        registry.put("20.9/service", enterprise.site(SiteRecord.TYPE));
        registry.put("0.NA/20.9", registry.site(SiteRecord.TYPE));

        assertThat(resolve("20.500.12345.7/x")).isEqualTo("https://enterprise.example/");
    }

    @Test
    void derivedPrefixes_areFoundFromServiceToService() throws Exception {
        registry.put("0.NA/20.500.12345", node.site(SiteRecord.TYPE), prefixSite(node));
        node.put("0.NA/20.500.12345.8", prefixSite(enterprise));
        enterprise.put("0.NA/20.500.12345.8.1", enterprise.site(SiteRecord.TYPE));

        assertThat(resolve("20.500.12345.8.1/x")).isEqualTo("https://derived.example/");
    }

    private static HandleValue prefixSite(OneNode one) {
        HandleValue site = one.site("HS_SITE.PREFIX");
        return new HandleValue(4, site.type(), site.data(), site.ttl(), site.permissions(), 0, List.of());
    }

    @Test
    void body_isWhatTheClientReads() throws Exception {
        node.put("0.NA/20.500.12345.7", enterprise.site(SiteRecord.TYPE), HandleValue.text(9, "DESC", "not told", 0));

        AbstractResponse response = askNode("20.500.12345.7/x", false);

        assertThat(response.responseCode).isEqualTo(AbstractMessage.RC_SERVICE_REFERRAL);
        ServiceReferralResponse referral = (ServiceReferralResponse) response;
        assertThat(Util.decodeString(referral.handle)).isEqualTo("0.NA/20.500.12345.7");
        assertThat(referral.getHandleValues())
                .singleElement()
                .satisfies(value -> assertThat(value.getTypeAsString()).isEqualTo("HS_SITE"));
    }

    @Test
    void doNotRefer_isHeeded() throws Exception {
        node.put("0.NA/20.500.12345.7", enterprise.site(SiteRecord.TYPE));

        assertThat(askNode("20.500.12345.7/x", true).responseCode).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);
        assertThat(askNode("20.77/x", true).responseCode).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);
        assertThat(askNode("20.77/x", false).responseCode).isEqualTo(AbstractMessage.RC_SERVICE_REFERRAL);
    }

    /** Two nodes that each say the other one answers are the administrators' mistake; nobody may suffer from it for long. */
    @Test
    void prefixLedHereByMistake_endsAtOnce() {
        registry.put("0.NA/20.77", node.site(SiteRecord.TYPE));

        assertThatThrownBy(() -> client.resolveHandle("20.77/x"))
                .isInstanceOfSatisfying(
                        HandleException.class, e -> assertThat(e.toString()).contains("SERVER NOT RESPONSIBLE"));
    }
}
