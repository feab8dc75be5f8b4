// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerKeysTest {
    /** The private key of RFC 8037 appendix A.1 (and RFC 8032 section 7.1, test 1) in PKCS#8. */
    private static final String RFC_KEY =
            "302e020100300506032b657004220420" + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    @TempDir
    Path directory;

    @Test
    void open_emptyDirectory_makesAKeyForItsOwnerOnly_andKeepsIt() throws IOException {
        Path keys = directory.resolve("deep/keys");
        Jwk first = IssuerKeys.open(keys).list().get(0);
        assertThat(IssuerKeys.open(keys).list()).containsExactly(first);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("issuer-1.pem"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void publicKeyAndThumbprint_areThoseOfRfc8037() throws IOException {
        write("issuer-1.pem", RFC_KEY);
        assertThat(IssuerKeys.open(directory).list())
                .containsExactly(new Jwk(
                        "OKP",
                        "Ed25519",
                        "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                        "EdDSA",
                        "sig"));
    }

    @Test
    void sign_emptyMessage_isTheSignatureOfRfc8032() throws IOException {
        write("issuer-1.pem", RFC_KEY);
        String signature = IssuerKeys.open(directory).signing().sign(new byte[0]);
        assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(signature)))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void open_withANewerKey_signsWithItAndStillVerifiesTheOld() throws IOException {
        SignedStatement old = new StatementSigner(IssuerKeys.open(directory)).sign(Map.of("a", "1"));
        write("issuer-10.pem", RFC_KEY);
        IssuerKeys both = IssuerKeys.open(directory);
        StatementSigner signer = new StatementSigner(both);
        assertThat(both.list()).hasSize(2);
        assertThat(signer.keyId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(signer.verify(old)).isEqualTo(Verification.GENUINE);
        Files.delete(directory.resolve("issuer-1.pem"));
        assertThat(new StatementSigner(IssuerKeys.open(directory)).verify(old)).isEqualTo(Verification.UNKNOWN_KEY);
    }

    @Test
    void open_fileThatIsNoKey_isNamed() throws IOException {
        Files.writeString(directory.resolve("issuer-1.pem"), "hello");
        assertThatThrownBy(() -> IssuerKeys.open(directory)).hasMessageContaining("issuer-1.pem");
        write("issuer-1.pem", "302e0201");
        assertThatThrownBy(() -> IssuerKeys.open(directory))
                .hasMessageContaining("issuer-1.pem")
                .hasMessageContaining("Ed25519");
    }

    private void write(String name, String derInHex) throws IOException {
        String pem = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(derInHex));
        Files.writeString(
                directory.resolve(name), "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
    }
}
