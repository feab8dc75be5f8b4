// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.admin;
import static org.tanma.resolver.access.Administrators.secret;

import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractRequest;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.CreateHandleResponse;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.ErrorResponse;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.ListHandlesRequest;
import net.handle.hdllib.ListHandlesResponse;
import net.handle.hdllib.ModifyValueRequest;
import net.handle.hdllib.RemoveValueRequest;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.resolve.HandlesHere;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.PrefixServices;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.resolve.SiteShare;
import org.tanma.resolver.store.MemoryHandleStore;

/** The reference client writes to a site of two servers, and to a prefix that lies with another service. */
class SharedSiteInteropTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String PREFIX = RestNode.PREFIX;
    private static final int COUNT = 40;

    private final List<Server> servers = new ArrayList<>();
    private final HandleResolver client = new HandleResolver();
    private SiteRecord site;
    private SiteInfo theirs;

    /** One server of the site; both know the administrator. */
    private static final class Server implements AutoCloseable {
        final MemoryHandleStore store = new MemoryHandleStore();
        final NodeFaces faces;

        Server(SiteRecord site, int number) {
            put(RestNode.NODE, admin(100, AdminRecord.ALL, RestNode.NODE, 300), secret(300, RestNode.SECRET));
            InstantSource clock = InstantSource.fixed(RunningFaces.NOW);
            ResponsiblePrefixes own = ResponsiblePrefixes.of(PREFIX);
            StoredKeys keys = StoredKeys.remembering(store, store);
            AccessRules rules = AccessRules.of(keys, PREFIX);
            PrefixServices services = PrefixServices.watching(own, store, store);
            SiteShare share = SiteShare.of(site, number);
            faces = NodeFaces.open(
                    NodeFacesConfig.on(
                            LOOPBACK,
                            site.servers().get(number).interfaces().get(0).port(),
                            0),
                    NodeServices.of(
                                    new ResolutionPipeline(own, store, rules, services, share, ParentResolver.NONE),
                                    clock)
                            .withSite(site)
                            .withAuthenticator(new KeyAuthenticator(keys, clock, 2))
                            .withAdministration(new StoreAdministration(
                                    store,
                                    store,
                                    rules,
                                    HomedPrefixes.open(store, store, store, own),
                                    new HandlesHere(own, services, share),
                                    PREFIX,
                                    RecordRule.NONE,
                                    clock)));
        }

        void put(String handle, HandleValue... values) {
            store.createOrReplace(new HandleRecord(HandleName.parse(handle), List.of(values)));
        }

        boolean holds(String handle) {
            return store.find(HandleName.parse(handle)).isPresent();
        }

        @Override
        public void close() {
            faces.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        List<SiteRecord> parts = new ArrayList<>();
        for (int port : new int[] {freePort(), freePort()}) {
            parts.add(NodeSite.of(LOOPBACK, port, port, 4, Optional.empty()).record());
        }
        site = SiteFiles.combine(parts);
        theirs = Util.getSiteFromBytes(site.encode());
        servers.add(new Server(site, 0));
        servers.add(new Server(site, 1));
        client.setTcpTimeout(10_000);
        client.setSessionTracker(null);
    }

    @AfterEach
    void stop() {
        servers.forEach(Server::close);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private static SecretKeyAuthenticationInfo key() {
        return new SecretKeyAuthenticationInfo(
                Util.encodeString(RestNode.NODE), 300, Util.encodeString(RestNode.SECRET));
    }

    private static net.handle.hdllib.HandleValue value(String text) {
        return new net.handle.hdllib.HandleValue(1, "DESC", text);
    }

    private static CreateHandleRequest creating(String handle) {
        return new CreateHandleRequest(
                Util.encodeString(handle), new net.handle.hdllib.HandleValue[] {value("first")}, key());
    }

    private Server keeping(String handle) {
        return servers.get(site.hashOption().serverOf(HandleName.parse(handle), 2));
    }

    private Server other(String handle) {
        return servers.get(1 - site.hashOption().serverOf(HandleName.parse(handle), 2));
    }

    /** To a server whose site the client takes for one of it alone. */
    private AbstractResponse sendTo(Server server, AbstractRequest request) throws Exception {
        SiteInfo alone = Util.getSiteFromBytes(site.encode());
        alone.servers = new ServerInfo[] {theirs.servers[servers.indexOf(server)]};
        return client.sendRequestToSite(request, alone);
    }

    @Test
    void creates_fallOnTheServersThatKeepThem() throws Exception {
        for (int i = 0; i < COUNT; i++) {
            String handle = PREFIX + "/kiln-" + i;
            AbstractResponse response = client.sendRequestToSite(creating(handle), theirs);

            assertThat(response.responseCode).as(response.toString()).isEqualTo(AbstractMessage.RC_SUCCESS);
            assertThat(keeping(handle).holds(handle)).isTrue();
            assertThat(other(handle).holds(handle)).isFalse();
        }
    }

    @Test
    void writesToTheOtherServer_areRefusedAndChangeNothing() throws Exception {
        byte[] name = Util.encodeString(PREFIX + "/kiln");
        List<AbstractRequest> writes = List.of(
                creating(PREFIX + "/kiln"),
                new AddValueRequest(name, value("more"), key()),
                new ModifyValueRequest(name, value("other"), key()),
                new RemoveValueRequest(name, 1, key()),
                new DeleteHandleRequest(name, key()));
        Server other = other(PREFIX + "/kiln");
        for (AbstractRequest write : writes) {
            AbstractResponse response = sendTo(other, write);

            assertThat(response.responseCode).as(write.toString()).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);
            assertThat(Util.decodeString(((ErrorResponse) response).message)).contains("another server of this site");
        }
        assertThat(other.holds(PREFIX + "/kiln")).isFalse();
    }

    @Test
    void writesToTheOtherServer_byRest_are400With301() throws Exception {
        String path = "/api/handles/" + PREFIX + "/kiln";
        String body = "[{\"index\":1,\"type\":\"DESC\",\"data\":\"first\"}]";

        HttpResponse<String> refused = rest(other(PREFIX + "/kiln"), "PUT", path, body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonParser.parseString(refused.body())
                        .getAsJsonObject()
                        .get("responseCode")
                        .getAsInt())
                .isEqualTo(301);
        assertThat(rest(keeping(PREFIX + "/kiln"), "PUT", path, body).statusCode())
                .isEqualTo(201);
        assertThat(rest(other(PREFIX + "/kiln"), "DELETE", path, "").statusCode())
                .isEqualTo(400);
        assertThat(keeping(PREFIX + "/kiln").holds(PREFIX + "/kiln")).isTrue();
    }

    private static HttpResponse<String> rest(Server server, String method, String path, String body) throws Exception {
        return RestNode.send(
                HttpClient.newHttpClient(),
                method,
                URI.create("http://127.0.0.1:" + server.faces.httpPort() + path),
                body,
                "authorization",
                RestNode.basic());
    }

    @Test
    void mintedHandle_isOneOfTheServerThatMintedIt() throws Exception {
        for (Server server : servers) {
            for (int i = 0; i < 10; i++) {
                CreateHandleRequest request = creating(PREFIX + "/");
                request.mintNewSuffix = true;

                CreateHandleResponse response = (CreateHandleResponse) sendTo(server, request);

                assertThat(keeping(Util.decodeString(response.handle))).isSameAs(server);
            }
        }
    }

    @Test
    void list_hasTheShareOfTheServerAsked() throws Exception {
        for (int i = 0; i < COUNT; i++) {
            client.sendRequestToSite(creating(PREFIX + "/kiln-" + i), theirs);
        }
        int listed = 0;
        for (Server server : servers) {
            ListHandlesResponse response = (ListHandlesResponse)
                    sendTo(server, new ListHandlesRequest(Util.encodeString(RestNode.NODE), key()));
            listed += response.handles.length;
            for (byte[] handle : response.handles) {
                assertThat(server.holds(Util.decodeString(handle))).isTrue();
            }
        }
        assertThat(listed).isEqualTo(COUNT);
    }

    @Test
    void writesUnderADelegatedPrefix_areRefused_andItsPrefixHandleIsStillWritten() throws Exception {
        String delegated = "0.NA/" + PREFIX + ".7";
        byte[] elsewhere = NodeSite.of(InetAddress.getByName("192.0.2.7"), 2641, 8000, 1, Optional.empty())
                .encoded();
        HandleValue hsSite =
                new HandleValue(3, SiteRecord.TYPE, elsewhere, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
        servers.forEach(server -> server.put(delegated, hsSite, admin(100, AdminRecord.ALL, RestNode.NODE, 300)));
        String handle = PREFIX + ".7/kiln";

        AbstractResponse response = client.sendRequestToSite(creating(handle), theirs);

        assertThat(response.responseCode).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);
        assertThat(Util.decodeString(((ErrorResponse) response).message)).contains(delegated);
        assertThat(keeping(handle).holds(handle)).isFalse();
        assertThat(rest(keeping(handle), "PUT", "/api/handles/" + handle, "[]").statusCode())
                .isEqualTo(400);
        AbstractResponse list = sendTo(servers.get(0), new ListHandlesRequest(Util.encodeString(delegated), key()));
        assertThat(list.responseCode).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);
        AbstractResponse end =
                client.sendRequestToSite(new RemoveValueRequest(Util.encodeString(delegated), 3, key()), theirs);
        assertThat(end.responseCode).as(end.toString()).isEqualTo(AbstractMessage.RC_SUCCESS);
    }
}
