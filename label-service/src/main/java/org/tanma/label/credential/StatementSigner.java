// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

import java.nio.charset.StandardCharsets;

/** Signs statements with the newest key and checks those any listed key signed. Safe between threads. */
public final class StatementSigner {
    private final IssuerKeys keys;

    public StatementSigner(IssuerKeys keys) {
        this.keys = keys;
    }

    /** True when signatures of that key can be checked. */
    public boolean knows(String keyId) {
        return keys.find(keyId).isPresent();
    }

    public String keyId() {
        return keys.signing().jwk().kid();
    }

    public SignedStatement sign(Object statement) {
        String json = CanonicalJson.write(statement);
        String signature = keys.signing().sign(json.getBytes(StandardCharsets.UTF_8));
        return new SignedStatement(json, Sha256.hexOf(json), keyId(), signature);
    }

    /** Says whether digest and signature both fit the text, and a listed key made the signature. */
    public Verification verify(SignedStatement statement) {
        var key = keys.find(statement.keyId());
        if (key.isEmpty()) {
            return Verification.UNKNOWN_KEY;
        }
        if (!Sha256.hexOf(statement.json()).equals(statement.digest())) {
            return Verification.CHANGED;
        }
        boolean fits = key.get().verifies(statement.json().getBytes(StandardCharsets.UTF_8), statement.signature());
        return fits ? Verification.GENUINE : Verification.CHANGED;
    }
}
