// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.net.AdministeredFaces.octets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.ClientSessionTracker;
import net.handle.hdllib.Common;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.SessionSetupInfo;
import net.handle.hdllib.SiteInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference client, in sessions whose keys travel under RSA keys: its own, the server's, one named by a handle. */
class SessionKeysInteropTest {
    private static final String KILN = "20.500.12345/kiln";

    private final LibraryCipherName provider = new LibraryCipherName();
    private AdministeredFaces running;

    @BeforeEach
    void start() throws Exception {
        running = new AdministeredFaces();
        running.put(KILN, org.tanma.handle.model.HandleValue.text(1, "DESC", "x", 0));
    }

    @AfterEach
    void stop() {
        running.close();
        provider.close();
    }

    private static SessionSetupInfo setup(String keys) throws Exception {
        return switch (keys) {
            case "CLIENT" ->
                new SessionSetupInfo(
                        Common.KEY_EXCHANGE_CIPHER_CLIENT,
                        AdministeredFaces.RSA.getPublic(),
                        AdministeredFaces.RSA.getPrivate());
            case "HANDLE" ->
                new SessionSetupInfo(AdministeredFaces.NODE_HANDLE, 301, AdministeredFaces.RSA.getPrivate());
            default -> new SessionSetupInfo(Common.KEY_EXCHANGE_CIPHER_SERVER);
        };
    }

    private HandleResolver client(SessionSetupInfo setup) throws Exception {
        HandleResolver client = running.client();
        client.setSessionTracker(new ClientSessionTracker(setup));
        return client;
    }

    private int add(HandleResolver client, SiteInfo site, int index) throws Exception {
        AbstractResponse response = client.sendRequestToService(
                new AddValueRequest(octets(KILN), new HandleValue(index, "DESC", "more"), running.byRsa()),
                new SiteInfo[] {site});
        return response.responseCode;
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT,TCP,false",
        "CLIENT,HTTP,true",
        "HANDLE,TCP,false",
        "HANDLE,TCP,true",
        "SERVER,TCP,false",
        "SERVER,TCP,true",
        "SERVER,HTTP,true"
    })
    void sessionUnderAnRsaKey_isOneSessionForAllRequests(String keys, String face, boolean isEncrypted)
            throws Exception {
        SessionSetupInfo setup = setup(keys);
        setup.encrypted = isEncrypted;
        setup.authenticated = true;
        HandleResolver client = client(setup);
        SiteInfo site = running.site("TCP".equals(face) ? Interface.SP_HDL_TCP : Interface.SP_HDL_HTTP);
        for (int index = 2; index < 5; index++) {
            assertThat(add(client, site, index)).isEqualTo(AbstractMessage.RC_SUCCESS);
        }
        assertThat(client.getSessionTracker().getAllSessions()).hasSize(1);
    }

    @Test
    void clientsAtTheSameTime_eachGetTheSessionOfTheirOwnKey() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            SiteInfo site = running.site(Interface.SP_HDL_TCP);
            List<Future<Integer>> codes = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int index = 10 + i;
                codes.add(threads.submit(() -> add(client(setup("SERVER")), site, index)));
            }
            for (Future<Integer> code : codes) {
                assertThat(code.get()).isEqualTo(AbstractMessage.RC_SUCCESS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
