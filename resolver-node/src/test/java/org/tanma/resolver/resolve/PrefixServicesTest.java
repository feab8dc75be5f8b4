// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.MemoryHandleStore;

class PrefixServicesTest {
    private static final int OWN_PORT = 2641;
    private static final int OTHER_PORT = 2642;
    private final ResponsiblePrefixes own = ResponsiblePrefixes.of("20.500.12345");
    private final MemoryHandleStore store = new MemoryHandleStore();
    private final PrefixServices services = PrefixServices.watching(own, store, store);
    private final ResolutionPipeline pipeline = new ResolutionPipeline(
            own, store, AccessRules.of(StoredKeys.of(store)), services, SiteShare.whole(1), ParentResolver.NONE);

    @BeforeEach
    void fill() {
        put("0.NA/20.500.12345", site("HS_SITE", OWN_PORT));
        put("20.500.12345.7/x", HandleValue.text(1, "URL", "https://left.behind.example/", 0));
    }

    private void put(String handle, HandleValue... values) {
        store.createOrReplace(new HandleRecord(HandleName.parse(handle), List.of(values)));
    }

    private static HandleValue site(String type, int port) {
        SiteServer server = SiteServer.of(
                1, InetAddress.getLoopbackAddress(), List.of(SiteInterface.forResolution(SiteInterface.TCP, port)));
        SiteRecord site = new SiteRecord(
                1,
                2,
                11,
                port,
                true,
                false,
                SiteRecord.HashOption.WHOLE_HANDLE,
                Octets.EMPTY,
                List.of(),
                List.of(server));
        try {
            return new HandleValue(3, type, site.encode(), Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
        } catch (WireFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HandleValue service(String type, String handle) {
        return HandleValue.text(4, type, handle, 0);
    }

    private Resolution resolve(String handle, QueryRoute route) {
        Octets octets = Octets.of(handle.getBytes(StandardCharsets.UTF_8));
        return pipeline.resolve(new ResolutionQuery(octets, List.of(), List.of(), true).along(route));
    }

    private Resolution resolve(String handle) {
        return resolve(handle, QueryRoute.DIRECT);
    }

    private static String told(Resolution resolution) {
        assertThat(resolution).isInstanceOf(Resolution.Referral.class);
        Resolution.Referral referral = (Resolution.Referral) resolution;
        return referral.responseCode().code() + " " + referral.referral() + " "
                + referral.values().decode().stream().map(HandleValue::type).toList();
    }

    @Nested
    class Delegated {
        @Test
        void handleUnderIt_isReferredWithItsServiceValues() {
            put("0.NA/20.500.12345.7", site("HS_SITE", OTHER_PORT), HandleValue.text(5, "DESC", "not told", 0));

            assertThat(told(resolve("20.500.12345.7/x"))).isEqualTo("302 0.NA/20.500.12345.7 [HS_SITE]");
        }

        @Test
        void handleUnderPrefixDerivedFromIt_goesWithIt() {
            put("0.NA/20.500.12345.7", service("HS_SERV", "0.NA/20.500.2"));

            assertThat(told(resolve("20.500.12345.7.1.2/x"))).isEqualTo("302 0.NA/20.500.12345.7 [HS_SERV]");
        }

        @Test
        void prefixHandleItself_isAnsweredHere() {
            put("0.NA/20.500.12345.7", site("HS_SITE", OTHER_PORT));

            assertThat(resolve("0.NA/20.500.12345.7")).isInstanceOf(Resolution.Found.class);
        }

        @Test
        void prefixThatOnlyBeginsAlike_isNot() {
            put("0.NA/20.500.12345.7", site("HS_SITE", OTHER_PORT));

            assertThat(resolve("20.500.12345.71/x")).isInstanceOf(Resolution.HandleNotFound.class);
        }

        @Test
        void askerWhoDoesNotFollow_isToldThatThisNodeIsNotResponsible() {
            put("0.NA/20.500.12345.7", site("HS_SITE", OTHER_PORT));

            Resolution resolution = resolve("20.500.12345.7/x", new QueryRoute(false, false, 0, 1));

            assertThat(resolution.responseCode()).isEqualTo(ResponseCode.SERVER_NOT_RESPONSIBLE);
            assertThat(resolution.message()).contains("0.NA/20.500.12345.7");
        }

        @Test
        void laterDelegatedAndCalledBack_countsFromTheNextQuestionOn() {
            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Found.class);

            put("0.NA/20.500.12345.7", site("HS_SITE", OTHER_PORT));
            assertThat(resolve("20.500.12345.7/X")).isInstanceOf(Resolution.Referral.class);

            store.delete(HandleName.parse("0.na/20.500.12345.7"), ExpectedVersion.any());
            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Found.class);
        }
    }

    @Nested
    class Own {
        @Test
        void prefixHandleWithTheOwnSite_changesNothingWhateverItsSerial() {
            put("0.NA/20.500.12345.7", site("HS_SITE", OWN_PORT));

            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Found.class);
        }

        @Test
        void siteWhereThisNodeStands_changesNothingThoughItsOwnPrefixHandleIsElsewhere() throws Exception {
            put("0.NA/20.500.12345.7", site("HS_SITE", OTHER_PORT));
            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Referral.class);

            pipeline.standsAt(SiteRecord.decode(
                    ByteBuffer.wrap(site("HS_SITE", OTHER_PORT).data())));

            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Found.class);
        }

        @Test
        void serviceHandleThatLeadsToTheOwnSite_changesNothing() {
            put("0.NA/20.500.12345.7", service("HS_SERV", "0.NA/20.500.12345"));
            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Found.class);

            put("20.500.12345/service", site("HS_SITE", OWN_PORT));
            put("0.NA/20.500.12345.7", service("HS_SERV", "20.500.12345/service"));
            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Found.class);
        }

        @Test
        void privateServiceValue_isNotToldAndChangesNothing() {
            HandleValue site = site("HS_SITE", OTHER_PORT);
            put(
                    "0.NA/20.500.12345.7",
                    new HandleValue(3, "HS_SITE", site.data(), Ttl.DEFAULT, ValuePermissions.PRIVATE, 0, List.of()));

            assertThat(resolve("20.500.12345.7/x")).isInstanceOf(Resolution.Found.class);
        }
    }

    @Nested
    class DerivedPrefixesElsewhere {
        @BeforeEach
        void delegateDerivedPrefixes() {
            put("0.NA/20.500.12345.8", site("HS_SITE.PREFIX", OTHER_PORT));
        }

        @Test
        void prefixHandle_isReferredToTheShorterPrefix() {
            assertThat(told(resolve("0.NA/20.500.12345.8.1"))).isEqualTo("303 0.NA/20.500.12345.8 [HS_SITE.PREFIX]");
        }

        @Test
        void prefixHandleThatIsHere_isAnswered() {
            put("0.NA/20.500.12345.8.1", HandleValue.text(1, "DESC", "here", 0));

            assertThat(resolve("0.NA/20.500.12345.8.1")).isInstanceOf(Resolution.Found.class);
        }

        @Test
        void handle_isReferredToItsPrefixHandleWithoutValues() {
            assertThat(told(resolve("20.500.12345.8.1/x"))).isEqualTo("302 0.NA/20.500.12345.8.1 []");
        }

        @Test
        void handleOfTheShorterPrefixItself_staysHere() {
            assertThat(resolve("20.500.12345.8/x")).isInstanceOf(Resolution.HandleNotFound.class);
        }

        @Test
        void servPrefixOfTheNodesOwnPrefix_isFollowedToo() {
            put("0.NA/20.500.12345", site("HS_SITE", OWN_PORT), service("HS_SERV.PREFIX", "0.NA/20.500.2"));

            assertThat(told(resolve("0.NA/20.500.12345.9"))).isEqualTo("303 0.NA/20.500.12345 [HS_SERV.PREFIX]");
            assertThat(resolve("20.500.12345/x")).isInstanceOf(Resolution.HandleNotFound.class);
        }
    }

    @Nested
    class NobodysHere {
        @Test
        void handleOfAnotherPrefix_isReferredToItsPrefixHandle() {
            assertThat(told(resolve("20.77/x"))).isEqualTo("302 0.NA/20.77 []");
        }

        @Test
        void askerWhomASiteRecordLedHere_isNotSentRoundInCircles() {
            assertThat(resolve("20.77/x", new QueryRoute(true, false, 0, 1)).responseCode())
                    .isEqualTo(ResponseCode.SERVER_NOT_RESPONSIBLE);
        }

        @Test
        void askerWhoDoesNotFollow_isToldThatThisNodeIsNotResponsible() {
            Resolution resolution = resolve("20.77/x", new QueryRoute(false, false, 0, QueryRoute.NO_SERIAL));

            assertThat(resolution.responseCode()).isEqualTo(ResponseCode.SERVER_NOT_RESPONSIBLE);
            assertThat(resolution.message()).contains("20.500.12345").contains("20.77");
        }

        @Test
        void prefixHandle_hasNowhereToBeSent() {
            assertThat(resolve("0.NA/20.77").responseCode()).isEqualTo(ResponseCode.SERVER_NOT_RESPONSIBLE);
        }

        @Test
        void anothersPrefixHandleKeptHere_saysWhereItsHandlesAre() {
            put("0.NA/20.77", site("HS_SITE", OTHER_PORT));

            assertThat(told(resolve("20.77/x"))).isEqualTo("302 0.NA/20.77 [HS_SITE]");
        }

        @Test
        void prefixTooLongForAPrefixHandle_isJustNotHere() {
            assertThat(resolve("9".repeat(HandleName.MAX_OCTETS - 1) + "/").responseCode())
                    .isEqualTo(ResponseCode.SERVER_NOT_RESPONSIBLE);
        }
    }

    @Test
    void share_ofAnotherServer_isRefusedAndAStaleSiteRecordNamed() {
        ResolutionPipeline second = new ResolutionPipeline(
                own,
                store,
                AccessRules.of(StoredKeys.of(store)),
                services,
                new SiteShare(SiteRecord.HashOption.WHOLE_HANDLE, 2, 1, 5),
                ParentResolver.NONE);
        int answered = 0;
        for (int i = 0; i < 100; i++) {
            HandleName name = HandleName.parse("20.500.12345/" + i);
            ResolutionQuery query = ResolutionQuery.all(name.toString());
            boolean isOwn = SiteRecord.HashOption.WHOLE_HANDLE.serverOf(name, 2) == 1;
            answered += isOwn ? 1 : 0;

            assertThat(second.resolve(query).responseCode())
                    .isEqualTo(isOwn ? ResponseCode.HANDLE_NOT_FOUND : ResponseCode.SERVER_NOT_RESPONSIBLE);
            assertThat(second.resolve(query.along(new QueryRoute(true, false, 0, 5)))
                            .responseCode())
                    .isEqualTo(isOwn ? ResponseCode.HANDLE_NOT_FOUND : ResponseCode.SERVER_NOT_RESPONSIBLE);
            assertThat(second.resolve(query.along(new QueryRoute(true, false, 0, 4)))
                            .responseCode())
                    .isEqualTo(isOwn ? ResponseCode.HANDLE_NOT_FOUND : ResponseCode.STALE_SITE_INFO);
        }
        assertThat(answered).isBetween(20, 80);
    }

    @Test
    void find_reading_seesChangesWithoutBeingTold() {
        PrefixServices fresh = PrefixServices.reading(own, store);
        HandleName name = HandleName.parse("20.500.12345.7/x");
        assertThat(fresh.findReferral(name)).isEqualTo(Optional.empty());

        put("0.NA/20.500.12345.7", site("HS_SITE", OTHER_PORT));

        assertThat(fresh.findReferral(name)).isPresent();
    }
}
