// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.net.AdministeredFaces.octets;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import net.handle.api.HSAdapter;
import net.handle.api.HSAdapterFactory;
import net.handle.apps.batch.GenericBatch;
import net.handle.hdllib.Common;
import net.handle.hdllib.Configuration;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything of {@link OperationsInteropTest} against a node as it is when it was started: records in RocksDB, the
 * administrator's keys from its directory, answers kept in memory. And what the reference library offers above its requests.
 */
class StartedNodeInteropTest extends OperationsInteropTest {
    private static final String HANDLE = "20.500.12345/by-adapter";

    @TempDir
    Path directory;

    @Override
    AdministeredFaces open() throws Exception {
        return AdministeredFaces.startedIn(directory);
    }

    private HSAdapter adapter(String kind) throws Exception {
        String administrator = AdministeredFaces.NODE_HANDLE;
        byte[] privateKey =
                Util.encrypt(Util.getBytesFromPrivateKey(running().rsa().getPrivate()), null, Common.ENCRYPT_NONE);
        return "SECRET".equals(kind)
                ? HSAdapterFactory.newInstance(administrator, 300, running().secret())
                : HSAdapterFactory.newInstance(administrator, 301, privateKey, null);
    }

    /** Lets the library's own configuration know this node alone, while {@code action} runs. */
    private void knowingThisNodeOnly(Action action) throws Exception {
        running().publishSite();
        Configuration shared = Configuration.defaultConfiguration();
        SiteInfo[] before = shared.getGlobalSites();
        boolean isUpdating = shared.isAutoUpdateRootInfo();
        try {
            shared.setAutoUpdateRootInfo(false);
            shared.setGlobalSites(new SiteInfo[] {running().site()});
            action.run();
        } finally {
            shared.setGlobalSites(before);
            shared.setAutoUpdateRootInfo(isUpdating);
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    @ParameterizedTest
    @CsvSource({"SECRET,true", "SECRET,false", "RSA,true", "RSA,false"})
    void adapterOfTheLibrary_createsChangesAndDeletes(String kind, boolean isUdpOffered) throws Exception {
        knowingThisNodeOnly(() -> {
            HSAdapter adapter = adapter(kind);
            adapter.setUseUDP(isUdpOffered);
            adapter.createHandle(HANDLE, new HandleValue[] {
                adapter.createAdminValue(AdministeredFaces.NODE_HANDLE, "SECRET".equals(kind) ? 300 : 301, 100),
                adapter.createHandleValue(1, "DESC", "one")
            });
            adapter.addHandleValues(HANDLE, new HandleValue[] {adapter.createHandleValue(2, "DESC", "two")});
            adapter.updateHandleValues(HANDLE, new HandleValue[] {adapter.createHandleValue(2, "DESC", "zwei")});
            HandleValue[] found = adapter.resolveHandle(HANDLE, new String[] {"DESC"}, null, false);
            assertThat(found).extracting(HandleValue::getDataAsString).containsExactly("one", "zwei");
            adapter.deleteHandleValues(HANDLE, new HandleValue[] {adapter.createHandleValue(2, "DESC", "zwei")});
            assertThat(adapter.resolveHandle(HANDLE, new String[] {"DESC"}, null, false))
                    .hasSize(1);
            adapter.deleteHandle(HANDLE);
            assertThat(running().store.find(org.tanma.handle.model.HandleName.parse(HANDLE)))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP", "HTTP"})
    void batchFile_inASessionByTheNodesRsaKey(String face) throws Exception {
        Path key = directory.resolve("admin-key.bin");
        Files.write(
                key,
                Util.encrypt(Util.getBytesFromPrivateKey(running().rsa().getPrivate()), null, Common.ENCRYPT_NONE));
        String batch = """
                AUTHENTICATE PUBKEY:301:0.NA/20.500.12345
                %s

                SESSIONSETUP
                USESESSION:1
                ENCRYPTED:1
                AUTHENTICATED:1

                CREATE 20.500.12345/batch
                100 HS_ADMIN 86400 1110 ADMIN 301:111111111111:0.NA/20.500.12345
                1 DESC 86400 1110 UTF8 made in a session

                """.formatted(key);
        running().publishSite();
        HandleResolver client = running().client();
        net.handle.hdllib.SimpleConfiguration only = new net.handle.hdllib.SimpleConfiguration();
        only.setGlobalSites(
                new SiteInfo[] {running().site("TCP".equals(face) ? Interface.SP_HDL_TCP : Interface.SP_HDL_HTTP)});
        client.setConfiguration(only);
        StringWriter log = new StringWriter();
        new GenericBatch(new BufferedReader(new StringReader(batch)), null, new PrintWriter(log), client)
                .processBatch();
        assertThat(running().store.find(org.tanma.handle.model.HandleName.parse("20.500.12345/batch")))
                .as(log.toString())
                .isPresent();
    }

    @Test
    void theNodesKeys_areThoseInItsDirectory() throws Exception {
        assertThat(Files.readString(directory.resolve("keys/admin-secret.txt")).strip())
                .isEqualTo(Util.decodeString(running().secret()));
        assertThat(octets(AdministeredFaces.NODE_HANDLE)).isEqualTo(AdministeredFaces.NODE_OCTETS);
    }
}
