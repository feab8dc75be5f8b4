// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.secret;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.meter.AccessLog;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.FaceCounts;
import org.tanma.resolver.net.rest.RestApi;
import org.tanma.resolver.net.rest.RestSessions;
import org.tanma.resolver.proxy.ProxyConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.MemoryHandleStore;

/** Credentials and changes over plain HTTP: from the node's own machine, and from no address that documentation networks have. */
class PlainAdministrationTest {
    private static final HandleName KILN = HandleName.parse(RestNode.PREFIX + "/kiln");
    private static final String BODY = "[{\"index\":1,\"type\":\"DESC\",\"data\":\"kiln\"}]";
    private static final InstantSource CLOCK = InstantSource.fixed(RunningFaces.NOW);

    private final MemoryHandleStore store = new MemoryHandleStore();

    @BeforeEach
    void fill() {
        store.createOrReplace(new HandleRecord(
                HandleName.parse(RestNode.NODE),
                List.of(admin(100, AdminRecord.ALL, RestNode.NODE, 300), secret(300, RestNode.SECRET))));
    }

    private HttpAnswers answers(boolean isPlainAllowed) {
        ResponsiblePrefixes own = ResponsiblePrefixes.of(RestNode.PREFIX);
        StoredKeys keys = StoredKeys.of(store);
        AccessRules rules = AccessRules.of(keys, RestNode.PREFIX);
        ResolutionPipeline pipeline = new ResolutionPipeline(own, store, rules);
        NodeSite site = NodeSite.of(InetAddress.getLoopbackAddress(), 2641, 8000, 1, Optional.empty());
        RestApi rest = new RestApi(
                pipeline,
                new StoreAdministration(
                        store,
                        store,
                        rules,
                        HomedPrefixes.open(store, store, store, own),
                        RestNode.PREFIX,
                        RecordRule.NONE,
                        CLOCK),
                new KeyAuthenticator(keys, CLOCK, 1),
                site::record,
                new RestSessions(CLOCK),
                isPlainAllowed);
        return new HttpAnswers(
                rest, PlainAnswers.of(pipeline, site), new HandlePages(pipeline, CLOCK, List.of(), ProxyConfig.ALONE));
    }

    /** The status of the answer to a request that comes from an address. */
    private int ask(String from, boolean isPlainAllowed, HttpMethod method, String path, String body) throws Exception {
        SocketAddress peer = new InetSocketAddress(InetAddress.getByName(from), 40_000);
        Workers workers = new Workers(NetLimits.DEFAULT);
        FaceWatch watch = new FaceWatch(Face.HTTP, new FaceCounts(), AccessLog.NONE);
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestHandler(answers(isPlainAllowed), workers, watch)) {
            @Override
            protected SocketAddress remoteAddress0() {
                return peer;
            }
        };
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, method, path, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        request.headers().set(HttpHeaderNames.AUTHORIZATION, RestNode.basic());
        channel.writeInbound(request);
        workers.close();
        channel.runPendingTasks();
        FullHttpResponse response = channel.readOutbound();
        try {
            return response.status().code();
        } finally {
            response.release();
            channel.finishAndReleaseAll();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "198.51.100.9", "203.0.113.200", "2001:db8::7"})
    void fromAnotherMachine_isRefusedAndChangesNothing(String from) throws Exception {
        assertThat(ask(from, false, HttpMethod.PUT, "/api/handles/" + KILN, BODY))
                .isEqualTo(403);
        assertThat(ask(from, false, HttpMethod.POST, "/api/sessions", "")).isEqualTo(403);
        assertThat(ask(from, false, HttpMethod.GET, "/api/prefixes", "")).isEqualTo(403);
        assertThat(ask(from, false, HttpMethod.DELETE, "/api/handles/" + RestNode.NODE, ""))
                .isEqualTo(403);
        assertThat(store.find(KILN)).isEmpty();
        assertThat(store.find(HandleName.parse(RestNode.NODE))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "::1"})
    void fromThisMachine_isDone(String from) throws Exception {
        assertThat(ask(from, false, HttpMethod.PUT, "/api/handles/" + KILN, BODY))
                .isEqualTo(201);
        assertThat(store.find(KILN)).isPresent();
    }

    @Test
    void fromAnotherMachine_isDoneWhereTheOperatorSaysSo() throws Exception {
        assertThat(ask("192.0.2.7", true, HttpMethod.PUT, "/api/handles/" + KILN, BODY))
                .isEqualTo(201);
    }
}
