// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.GsonUtility;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.PrefixServices;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.resolve.SiteShare;
import org.tanma.resolver.store.MemoryHandleStore;

/** Site files, and a site of several servers, as the reference client sees them. */
class SiteFilesTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    private Path directory;

    private static SiteRecord siteOfOne(int port, int serial) {
        return NodeSite.of(LOOPBACK, port, port + 1, serial, Optional.empty()).record();
    }

    @Test
    void write_bothFilesAreReadByTheReferenceClient() throws Exception {
        SiteRecord site = SiteFiles.combine(List.of(siteOfOne(5_000, 7), siteOfOne(6_000, 9)));

        SiteFiles.write(directory, siteOfOne(1, 1));
        SiteFiles.write(directory, site);

        SiteInfo binary = Util.getSiteFromFile(directory.resolve("siteinfo.bin").toString());
        SiteInfo json = Util.getSiteFromFile(directory.resolve("siteinfo.json").toString());
        assertThat(json).isEqualTo(binary);
        assertThat(binary.serialNumber).isEqualTo(10);
        assertThat(binary.servers).extracting(server -> server.serverId).containsExactly(1, 2);
        assertThat(JsonParser.parseString(Files.readString(directory.resolve("siteinfo.json"))))
                .isEqualTo(GsonUtility.getGson().toJsonTree(binary));
        assertThat(SiteFiles.read(directory.resolve("siteinfo.bin"))).isEqualTo(site);
        try (var left = Files.list(directory)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void read_whatIsNoSite_isRefused() throws IOException {
        Path file = directory.resolve("x");
        Files.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> SiteFiles.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no site");
        Files.write(file, new byte[SiteFiles.MOST_OCTETS + 1]);
        assertThatThrownBy(() -> SiteFiles.read(file)).hasMessageContaining("more than");
    }

    @Test
    void combine_serialAfterTheHighest_beginsAgain() {
        assertThat(SiteFiles.combine(List.of(siteOfOne(1, 0xFFFE))).serial()).isEqualTo(1);
        assertThat(SiteFiles.combine(List.of(siteOfOne(1, 1))).serial()).isEqualTo(2);
    }

    @Test
    void twoServers_shareTheHandlesOfTheirSite_asTheReferenceClientDoes() throws Exception {
        List<SiteRecord> parts = new ArrayList<>();
        for (int port : new int[] {freePort(), freePort()}) {
            parts.add(siteOfOne(port, 4));
        }
        SiteRecord site = SiteFiles.combine(parts);
        MemoryHandleStore[] stores = {new MemoryHandleStore(), new MemoryHandleStore()};
        for (int i = 0; i < 100; i++) {
            HandleName name = HandleName.parse("20.500.12345/窑-" + i);
            stores[site.hashOption().serverOf(name, 2)].create(
                    new HandleRecord(name, List.of(HandleValue.text(1, "URL", "https://kiln.example/" + i, 0))));
        }
        try (NodeFaces first = open(site, 0, stores[0]);
                NodeFaces second = open(site, 1, stores[1])) {
            SiteInfo theirs = Util.getSiteFromBytes(site.encode());
            HandleResolver client = new HandleResolver();
            client.setUdpRetryScheme(new int[] {2_000});
            for (int i = 0; i < 100; i++) {
                ResolutionRequest request =
                        new ResolutionRequest(Util.encodeString("20.500.12345/窑-" + i), null, null, null);
                assertThat(client.sendRequestToSite(request, theirs)).isInstanceOf(ResolutionResponse.class);

                HandleName name = HandleName.parse("20.500.12345/窑-" + i);
                NodeFaces other = site.hashOption().serverOf(name, 2) == 0 ? second : first;
                AbstractResponse response = client.sendHdlTcpRequest(
                        new ResolutionRequest(request.handle, null, null, null), LOOPBACK, other.handlePort());
                assertThat(response.responseCode).isEqualTo(AbstractMessage.RC_SERVER_NOT_RESP);

                ResolutionRequest stale = new ResolutionRequest(request.handle, null, null, null);
                stale.siteInfoSerial = 4;
                assertThat(client.sendHdlTcpRequest(stale, LOOPBACK, other.handlePort()).responseCode)
                        .isEqualTo(AbstractMessage.RC_OUT_OF_DATE_SITE_INFO);
            }
            assertThat(first.site()).isEqualTo(site);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private static NodeFaces open(SiteRecord site, int number, MemoryHandleStore store) {
        ResponsiblePrefixes own = ResponsiblePrefixes.of("20.500.12345");
        ResolutionPipeline pipeline = new ResolutionPipeline(
                own,
                store,
                AccessRules.of(StoredKeys.of(store)),
                PrefixServices.watching(own, store, store),
                SiteShare.of(site, number),
                ParentResolver.NONE);
        int port = site.servers().get(number).interfaces().get(0).port();
        return NodeFaces.open(
                NodeFacesConfig.on(LOOPBACK, port, 0),
                NodeServices.of(pipeline, InstantSource.fixed(RunningFaces.NOW)).withSite(site));
    }
}
