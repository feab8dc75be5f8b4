// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StatementSignerProperties {
    private static final StatementSigner SIGNER = signer();

    @Property(tries = 200)
    void anyOneCharacterChanged_isNoticed(
            @ForAll @Size(min = 1, max = 5) Map<String, String> statement,
            @ForAll @IntRange(max = 1_000_000) int where,
            @ForAll boolean inSignature) {
        SignedStatement signed = SIGNER.sign(statement);
        assertThat(SIGNER.verify(signed)).isEqualTo(Verification.GENUINE);
        String json = inSignature ? signed.json() : changed(signed.json(), where);
        String signature = inSignature ? changed(signed.signature(), where) : signed.signature();
        assertThat(SIGNER.verify(new SignedStatement(json, signed.digest(), signed.keyId(), signature)))
                .isEqualTo(Verification.CHANGED);
        assertThat(SIGNER.verify(new SignedStatement(json, Sha256.hexOf(json), signed.keyId(), signature)))
                .isEqualTo(Verification.CHANGED);
    }

    @Property(tries = 200)
    void canonicalForm_readAndWrittenAgain_isTheSame(@ForAll Map<String, String> value) {
        String json = CanonicalJson.write(value);
        assertThat(CanonicalJson.write(CanonicalJson.tree(json))).isEqualTo(json);
    }

    private static String changed(String text, int where) {
        int at = where % (text.length() - 1);
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static StatementSigner signer() {
        try {
            Path directory = Files.createTempDirectory("tanma-keys");
            StatementSigner signer = new StatementSigner(IssuerKeys.open(directory));
            Files.delete(directory.resolve("issuer-1.pem"));
            Files.delete(directory);
            return signer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
