// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeFacesConfig;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.resolve.ParentAnswer;
import org.tanma.resolver.resolve.PatientParent;
import org.tanma.resolver.resolve.PrefixServices;
import org.tanma.resolver.resolve.QueryRoute;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResolutionQuery;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.resolve.SiteShare;
import org.tanma.resolver.store.WouldBlockException;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/** A node asks another one, over the Handle protocol, for handles that it does not answer for. */
class RemoteParentTest {
    private static final HandleName FAR = HandleName.parse("20.77/窑");

    @TempDir
    private Path directory;

    private static NodeFaces serve(RocksHandleStore store) {
        return NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(
                        new ResolutionPipeline(ResponsiblePrefixes.of("20.77"), store), InstantSource.system()));
    }

    private static ResolutionPipeline below(RemoteParent parent, RocksHandleStore store) {
        ResponsiblePrefixes own = ResponsiblePrefixes.of("20.500.12345");
        return new ResolutionPipeline(
                own,
                store,
                AccessRules.of(StoredKeys.of(store)),
                PrefixServices.watching(own, store, store),
                SiteShare.whole(1),
                new PatientParent(parent, RecursionConfig.DEFAULT, InstantSource.system()));
    }

    private static Resolution ask(ResolutionPipeline pipeline, String handle) {
        return pipeline.resolve(ResolutionQuery.all(handle).along(QueryRoute.RECURSIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?transport=tcp"})
    void handleOfAnother_isAnsweredWithItsPublicValues(String transport) {
        try (RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(directory));
                NodeFaces faces = serve(store);
                RemoteParent parent = RemoteParent.at("handle://127.0.0.1:" + faces.handlePort() + transport)) {
            HandleValue shown = HandleValue.text(1, "URL", "https://far.example/", 7);
            store.create(new HandleRecord(
                    FAR,
                    List.of(
                            shown,
                            new HandleValue(
                                    300,
                                    "HS_SECKEY",
                                    new byte[] {1},
                                    Ttl.DEFAULT,
                                    ValuePermissions.PRIVATE,
                                    0,
                                    List.of()))));
            ResolutionPipeline below = below(parent, store);

            Resolution.Found found = (Resolution.Found) ask(below, FAR.toString());

            assertThat(found.values().decode()).containsExactly(shown);
            assertThat(ask(below, "20.77/none")).isInstanceOf(Resolution.HandleNotFound.class);
            assertThat(ask(below, "20.78/x").responseCode()).isEqualTo(ResponseCode.SERVICE_REFERRAL);
            assertThatThrownBy(() -> ask(below.inMemory().orElseThrow(), FAR.toString()))
                    .isInstanceOf(WouldBlockException.class);
            assertThat(parent.find(FAR, 8)).isInstanceOf(ParentAnswer.Values.class);
        }
    }

    @Test
    void silentParent_isSaidSoOnceSlowlyAndThenAtOnce() {
        try (RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(directory))) {
            int port;
            try (NodeFaces faces = serve(store)) {
                port = faces.handlePort();
            }
            try (RemoteParent parent = RemoteParent.at("handle://127.0.0.1:" + port)) {
                ResolutionPipeline below = below(parent, store);
                Resolution first = ask(below, FAR.toString());
                assertThat(first.responseCode()).isEqualTo(ResponseCode.SERVER_BUSY);
                assertThat(first.message()).contains("does not answer");

                long before = System.nanoTime();
                Resolution second = ask(below, "20.78/other");

                assertThat(second.message()).contains("a moment ago");
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8000", "127.0.0.1", "handle:///x"})
    void whatIsNoResolversAddress_isRefused(String url) {
        assertThatThrownBy(() -> RemoteParent.at(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
