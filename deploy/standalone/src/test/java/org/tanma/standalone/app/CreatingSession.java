// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.ClientSessionTracker;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.Interface;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.SessionSetupInfo;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.Util;

/** The reference client as the node's administrator, in a session of its own over TCP. */
final class CreatingSession {
    private static final byte[] ADMINISTRATOR = Util.encodeString("0.NA/88.118");
    private static final int KEY_INDEX = 300;
    private static final int PATIENCE_MILLIS = 60_000;

    private final HandleResolver client = new HandleResolver();
    private final ClientSessionTracker sessions = new ClientSessionTracker(new SessionSetupInfo());
    private final SecretKeyAuthenticationInfo key;
    private final SiteInfo site;

    /** Knows the node by the files in its data directory. */
    CreatingSession(Path data) throws IOException, HandleException {
        key = new SecretKeyAuthenticationInfo(
                ADMINISTRATOR,
                KEY_INDEX,
                Util.encodeString(
                        Files.readString(data.resolve("keys/admin-secret.txt")).strip()));
        site = Encoder.decodeSiteInfoRecord(Files.readAllBytes(data.resolve("siteinfo.bin")), 0);
        site.servers[0].interfaces = Arrays.stream(site.servers[0].interfaces)
                .filter(one -> one.protocol == Interface.SP_HDL_TCP)
                .toArray(Interface[]::new);
        client.setTcpTimeout(PATIENCE_MILLIS);
        client.setSessionTracker(sessions);
    }

    /** Errors: {@link IOException} when the node is not there; {@link AssertionError} when it refuses. */
    void create(String handle) throws IOException {
        HandleValue[] values = {
            new HandleValue(1, Util.encodeString("DESC"), Util.encodeString(handle)),
            new HandleValue(2, Util.encodeString("URL"), Util.encodeString("https://kiln.example/" + handle))
        };
        AbstractResponse answer;
        try {
            CreateHandleRequest request = new CreateHandleRequest(Util.encodeString(handle), values, key);
            answer = client.sendRequestToService(request, new SiteInfo[] {site});
        } catch (HandleException e) {
            throw new IOException(e);
        }
        if (answer.responseCode != AbstractMessage.RC_SUCCESS || sessions.getAllSessions().length != 1) {
            throw new AssertionError(answer + " in " + sessions.getAllSessions().length + " sessions");
        }
    }
}
