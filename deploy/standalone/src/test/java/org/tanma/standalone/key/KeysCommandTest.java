// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.resolver.admin.NodeAdministratorKeys;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.net.tls.TlsIdentity;
import org.tanma.resolver.protocol.SiteKeyFile;
import org.tanma.sdk.collect.TerminalKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeysCommandTest {
    @TempDir
    private Path directory;

    private String out = "";
    private String err = "";

    @Command(name = "tanma")
    private static final class Root {}

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new Root());
        KeysCommand.addTo(line, arguments, Map.of());
        StringWriter results = new StringWriter();
        StringWriter notices = new StringWriter();
        line.setOut(new PrintWriter(results, true)).setErr(new PrintWriter(notices, true));
        int exit = line.execute(arguments);
        out = results.toString();
        err = notices.toString();
        return exit;
    }

    @Test
    void madeTerminalKey_signs_andItsDigestIsThatOfThePublicFile() throws Exception {
        String prefix = directory.resolve("gw1").toString();
        assertThat(run("keys", "make", "ed25519", "--out", prefix, "--json")).isZero();
        JsonNode made = new JsonMapper().readTree(out);
        TerminalKey key = TerminalKey.parsePem(Files.readString(Path.of(prefix + "-private.pem")));
        assertThat(made.get("value").get("publicKeyDigest").asString()).isEqualTo(key.digest());
        assertThat(Files.readString(Path.of(prefix + "-public.pem"))).startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "dsa"})
    void madePair_isReadByTheHandleNetTools_andItsValueIsItsPublicKey(String kind) throws Exception {
        String prefix = directory.resolve("cement").toString();
        assertThat(run("keys", "make", kind, "--out", prefix, "--json")).isZero();
        JsonNode made = new JsonMapper().readTree(out);
        Path privateFile = Path.of(prefix + "-private.bin");

        PrivateKey key = Util.getPrivateKeyFromFileWithPassphrase(privateFile.toFile(), null);
        var known = Util.getPublicKeyFromFile(prefix + "-public.bin");
        assertThat(Util.isMatchingKeyPair(known, key)).isTrue();
        assertThat(made.get("value").get("type").asString()).isEqualTo("HS_PUBKEY");
        byte[] value = Base64.getDecoder()
                .decode(made.get("value").get("data").get("value").asString());
        assertThat(Util.getPublicKeyFromBytes(value)).isEqualTo(known);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile)))
                .isEqualTo("rw-------");

        byte[] before = Files.readAllBytes(privateFile);
        assertThat(run("keys", "make", kind, "--out", prefix)).isEqualTo(1);
        assertThat(err).contains("is there already");
        assertThat(privateFile).hasBinaryContent(before);
    }

    @Test
    void madeSecret_isInItsFileAlone() throws Exception {
        String prefix = directory.resolve("steel").toString();
        assertThat(run("keys", "make", "secret", "--out", prefix)).isZero();
        String secret = Files.readString(Path.of(prefix + "-secret.txt"));
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        assertThat(out + err).doesNotContain(secret).contains("HS_SECKEY");
    }

    @Test
    void listed_areAllKeysOfANode_andItsSecretOnlyWhenAskedFor() throws Exception {
        Path keys = Files.createDirectory(directory.resolve("keys"));
        String data = directory.toString();
        assertThat(run("keys", "list", "--data", data)).isEqualTo(1);
        String secret = NodeAdministratorKeys.open(keys).secret();
        SiteKeyFile.open(keys.resolve(SiteKeyFile.NAME));
        TlsIdentity.open(new TlsConfig.SelfMade(keys), InetAddress.getLoopbackAddress(), InstantSource.system());

        assertThat(run("keys", "list", "--data", data, "--json")).isZero();
        JsonNode listed = new JsonMapper().readTree(out);
        assertThat(listed).hasSize((int) Files.list(keys).count()).hasSize(5);
        assertThat(listed.get(2).get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(listed.get(2).get("expires").asString()).startsWith("20");
        assertThat(out).doesNotContain(secret);
        assertThat(run("keys", "list", "--data", data, "--lang", "zh")).isZero();
        assertThat(out).contains("用途", "管理员").doesNotContain(secret);
        assertThat(run("keys", "list", "--data", data, "--show-secret")).isZero();
        assertThat(out).contains(secret).doesNotContain("PRIVATE KEY");
    }

    @Test
    void renewedCertificate_isOfTheSiteKeyForTheSameAddresses_andTheOldOneIsKept() throws Exception {
        Path keys = Files.createDirectory(directory.resolve("keys"));
        String data = directory.toString();
        assertThat(run("keys", "renew", "tls", "--data", data)).isEqualTo(1);
        KeyPair site = SiteKeyFile.open(keys.resolve(SiteKeyFile.NAME));
        assertThat(run("keys", "renew", "tls", "--data", data)).isEqualTo(1);
        TlsConfig.SelfMade own = new TlsConfig.SelfMade(keys);
        InetAddress address = InetAddress.getByName("192.0.2.7");
        TlsIdentity before = TlsIdentity.open(own, address, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
        byte[] oldKey = Files.readAllBytes(keys.resolve("tls-key.pem"));

        assertThat(run("keys", "renew", "tls", "--data", data, "--json")).isZero();

        TlsIdentity after = TlsIdentity.open(own, address, InstantSource.system());
        JsonNode printed = new JsonMapper().readTree(out);
        assertThat(printed.get("expires").asString())
                .isEqualTo(after.chain().get(0).getNotAfter().toInstant().toString());
        assertThat(err).contains("next start");
        assertThat(before.isOf(site.getPublic())).isFalse();
        assertThat(after.isOf(site.getPublic())).isTrue();
        assertThat(after.chain().get(0).getSubjectAlternativeNames())
                .containsExactlyElementsOf(before.chain().get(0).getSubjectAlternativeNames());
        assertThat(after.chain().get(0).getNotAfter())
                .isAfter(before.chain().get(0).getNotAfter());
        assertThat(keys.resolve("tls-key.pem.old")).hasBinaryContent(oldKey);
        for (String file : new String[] {"tls-key.pem", "tls-key.pem.old"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsNoVerbOrKind_isMisuse() {
        assertThat(run("keys", "renew", "site")).isEqualTo(2);
        assertThat(run("keys")).isEqualTo(2);
        assertThat(run("keys", "make", "ed448", "--out", "x")).isEqualTo(2);
    }
}
