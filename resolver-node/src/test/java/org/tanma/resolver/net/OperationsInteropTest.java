// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.net.AdministeredFaces.octets;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractRequest;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.AuthenticationInfo;
import net.handle.hdllib.ClientSessionTracker;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.CreateHandleResponse;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.HomeNaRequest;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ListHandlesRequest;
import net.handle.hdllib.ListHandlesResponse;
import net.handle.hdllib.ListNAsRequest;
import net.handle.hdllib.ListNAsResponse;
import net.handle.hdllib.ModifyValueRequest;
import net.handle.hdllib.RemoveValueRequest;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.SecretKeyAuthenticationInfo;
import net.handle.hdllib.SessionSetupInfo;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.UnhomeNaRequest;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.ValuePermissions;

/** The reference client, unchanged, administers a running node: by each kind of key, on each face, in sessions and without. */
class OperationsInteropTest {
    private AdministeredFaces running;
    private HandleResolver client;

    /** The node to be administered. */
    AdministeredFaces open() throws Exception {
        return new AdministeredFaces();
    }

    final AdministeredFaces running() {
        return running;
    }

    @BeforeEach
    void start() throws Exception {
        running = open();
        client = running.client();
        client.setSessionTracker(null);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private AuthenticationInfo key(String kind) {
        return switch (kind) {
            case "SECRET" -> running.bySecret();
            case "RSA" -> running.byRsa();
            default -> running.byDsa();
        };
    }

    private SiteInfo over(String face) throws Exception {
        return switch (face) {
            case "TCP" -> running.site(Interface.SP_HDL_TCP);
            case "HTTP" -> running.site(Interface.SP_HDL_HTTP);
            default -> running.site();
        };
    }

    private AbstractResponse send(AbstractRequest request, SiteInfo site) throws Exception {
        return client.sendRequestToService(request, new SiteInfo[] {site});
    }

    private AbstractResponse done(AbstractRequest request, SiteInfo site) throws Exception {
        AbstractResponse response = send(request, site);
        assertThat(response.responseCode).as(response.toString()).isEqualTo(AbstractMessage.RC_SUCCESS);
        return response;
    }

    private static List<String> names(byte[][] handles) {
        return java.util.Arrays.stream(handles).map(Util::decodeString).toList();
    }

    private static HandleValue value(int index, String data) {
        return new HandleValue(index, "DESC", data);
    }

    private static HandleValue[] record(int keyIndex) throws Exception {
        net.handle.hdllib.AdminRecord admin = new net.handle.hdllib.AdminRecord(
                AdministeredFaces.NODE_OCTETS,
                keyIndex,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true,
                true);
        return new HandleValue[] {
            new HandleValue(100, Util.encodeString("HS_ADMIN"), net.handle.hdllib.Encoder.encodeAdminRecord(admin)),
            value(1, "first")
        };
    }

    private List<String> read(String handle, SiteInfo site) throws Exception {
        ResolutionResponse response = (ResolutionResponse)
                done(new ResolutionRequest(octets(handle), new byte[][] {octets("DESC")}, null, null), site);
        List<String> data = new ArrayList<>();
        for (HandleValue one : response.getHandleValues()) {
            data.add(one.getIndex() + "=" + one.getDataAsString());
        }
        return data;
    }

    private void lifeOfAHandle(String name, AuthenticationInfo key, SiteInfo site) throws Exception {
        byte[] handle = octets(name);
        CreateHandleResponse created =
                (CreateHandleResponse) done(new CreateHandleRequest(handle, record(key.getUserIdIndex()), key), site);
        assertThat(Util.decodeString(created.handle)).isEqualTo(name);
        assertThat(send(new CreateHandleRequest(handle, record(key.getUserIdIndex()), key), site).responseCode)
                .isEqualTo(AbstractMessage.RC_HANDLE_ALREADY_EXISTS);
        done(new AddValueRequest(handle, new HandleValue[] {value(2, "second"), value(3, "third")}, key), site);
        done(new ModifyValueRequest(handle, value(2, "changed"), key), site);
        done(new RemoveValueRequest(handle, new int[] {3}, key), site);
        assertThat(read(name, site)).containsExactly("1=first", "2=changed");
        ListHandlesResponse list =
                (ListHandlesResponse) done(new ListHandlesRequest(AdministeredFaces.NODE_OCTETS, key), site);
        assertThat(names(list.handles)).containsExactly(name);
        done(new DeleteHandleRequest(handle, key), site);
        assertThat(send(new ResolutionRequest(handle, null, null, null), site).responseCode)
                .isEqualTo(AbstractMessage.RC_HANDLE_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"SECRET,ANY", "SECRET,TCP", "SECRET,HTTP", "RSA,ANY", "RSA,HTTP", "DSA,TCP"})
    void handle_fromCreationToDeletion(String kind, String face) throws Exception {
        lifeOfAHandle("20.500.12345/kiln-" + kind, key(kind), over(face));
    }

    @ParameterizedTest
    @CsvSource({"SECRET,ANY,false", "SECRET,TCP,true", "RSA,TCP,true", "DSA,HTTP,true"})
    void handle_fromCreationToDeletion_inASession(String kind, String face, boolean isEncrypted) throws Exception {
        SessionSetupInfo setup = new SessionSetupInfo();
        setup.encrypted = isEncrypted;
        setup.authenticated = true;
        ClientSessionTracker tracker = new ClientSessionTracker(setup);
        client.setSessionTracker(tracker);
        lifeOfAHandle("20.500.12345/session-" + kind, key(kind), over(face));
        assertThat(tracker.getAllSessions()).hasSize(1);
    }

    @Test
    void session_asTheClientSetsItUpByItself() throws Exception {
        ClientSessionTracker tracker = new ClientSessionTracker(new SessionSetupInfo());
        client.setSessionTracker(tracker);
        lifeOfAHandle("20.500.12345/default", running.bySecret(), over("TCP"));
        assertThat(tracker.getAllSessions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SECRET", "RSA", "DSA"})
    void prefix_isHomedListedAndUnhomed(String kind) throws Exception {
        byte[] prefix = octets("0.NA/20.500.777");
        SiteInfo site = over("TCP");
        done(new HomeNaRequest(prefix, key(kind)), site);
        ListNAsResponse homed =
                (ListNAsResponse) done(new ListNAsRequest(AdministeredFaces.NODE_OCTETS, key(kind)), site);
        assertThat(names(homed.handles)).containsExactly(AdministeredFaces.NODE_HANDLE, "0.NA/20.500.777");
        done(new UnhomeNaRequest(prefix, key(kind)), site);
    }

    @Test
    void mintedSuffix_isToldToTheClient() throws Exception {
        CreateHandleRequest request =
                new CreateHandleRequest(octets("20.500.12345/m-"), record(300), running.bySecret());
        request.mintNewSuffix = true;
        CreateHandleResponse created = (CreateHandleResponse) done(request, over("TCP"));
        assertThat(Util.decodeString(created.handle))
                .startsWith("20.500.12345/m-")
                .hasSize("20.500.12345/m-".length() + 36);
    }

    @Test
    void wrongKey_isRefused() throws Exception {
        SecretKeyAuthenticationInfo wrong =
                new SecretKeyAuthenticationInfo(AdministeredFaces.NODE_OCTETS, 300, octets("guess"));
        AbstractResponse response =
                send(new CreateHandleRequest(octets("20.500.12345/x"), record(300), wrong), over("TCP"));
        assertThat(response.responseCode).isEqualTo(AbstractMessage.RC_AUTHENTICATION_FAILED);
    }

    @Test
    void privateValue_isReadWithAKey() throws Exception {
        running.put(
                "20.500.12345/private",
                AdministeredFaces.value(7, "DESC", octets("not for all"), ValuePermissions.PRIVATE));
        ResolutionRequest request =
                new ResolutionRequest(octets("20.500.12345/private"), null, new int[] {7}, running.byRsa());
        request.ignoreRestrictedValues = false;
        ResolutionResponse response = (ResolutionResponse) done(request, over("ANY"));
        assertThat(response.getHandleValues()[0].getDataAsString()).isEqualTo("not for all");
    }

    @ParameterizedTest
    @CsvSource({"TCP", "HTTP"})
    void longList_comesInSeveralMessages(String face) throws Exception {
        for (int i = 0; i < 2_345; i++) {
            running.put("20.500.12345/n" + i, org.tanma.handle.model.HandleValue.text(1, "DESC", "x", 0));
        }
        List<String> listed = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        ListHandlesRequest request = new ListHandlesRequest(AdministeredFaces.NODE_OCTETS, running.bySecret());
        SiteInfo site = over(face);
        client.sendRequestToService(request, new SiteInfo[] {site}, response -> {
            if (response instanceof ListHandlesResponse list) {
                sizes.add(list.handles.length);
                for (byte[] one : list.handles) {
                    listed.add(Util.decodeString(one));
                }
            }
        });
        assertThat(sizes).containsExactly(1_000, 1_000, 345);
        assertThat(listed).doesNotHaveDuplicates().hasSize(2_345);
    }

    @ParameterizedTest
    @CsvSource({"TCP", "HTTP", "ANY"})
    void certifiedAnswer_isVerifiedByTheClient(String face) throws Exception {
        running.put("20.500.12345/signed", org.tanma.handle.model.HandleValue.text(1, "DESC", "x", 0));
        client.setCheckSignatures(true);
        ResolutionRequest request = new ResolutionRequest(octets("20.500.12345/signed"), null, null, null);
        request.certify = true;
        request.returnRequestDigest = true;
        AbstractResponse response = done(request, over(face));
        assertThat(response.signature).isNotEmpty();
        assertThat(response.verifyMessage(AdministeredFaces.SITE.getPublic())).isTrue();
    }

    @Test
    void batchFile_isRunByTheirOwnTool() throws Exception {
        String batch = """
                AUTHENTICATE SECKEY:300:0.NA/20.500.12345
                %s

                CREATE 20.500.12345/batch
                100 HS_ADMIN 86400 1110 ADMIN 300:111111111111:0.NA/20.500.12345
                1 DESC 86400 1110 UTF8 made by a batch

                ADD 20.500.12345/batch
                2 DESC 86400 1110 UTF8 added

                MODIFY 20.500.12345/batch
                2 DESC 86400 1110 UTF8 modified

                CREATE 20.500.12345/gone
                100 HS_ADMIN 86400 1110 ADMIN 300:111111111111:0.NA/20.500.12345

                DELETE 20.500.12345/gone

                """.formatted(Util.decodeString(running.secret()));
        running.publishSite();
        StringWriter log = new StringWriter();
        PrintWriter out = new PrintWriter(log);
        new net.handle.apps.batch.GenericBatch(new BufferedReader(new StringReader(batch)), null, out, client)
                .processBatch();
        out.flush();
        assertThat(log.toString()).contains("SUCCESS").doesNotContain("FAILURE");
        assertThat(read("20.500.12345/batch", over("TCP")))
                .as(log.toString())
                .containsExactly("1=made by a batch", "2=modified");
        assertThat(send(new ResolutionRequest(octets("20.500.12345/gone"), null, null, null), over("TCP")).responseCode)
                .isEqualTo(AbstractMessage.RC_HANDLE_NOT_FOUND);
    }
}
