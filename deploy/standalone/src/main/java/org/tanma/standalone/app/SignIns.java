// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.resolver.limit.NetworkRate;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.Role;
import org.tanma.resolver.registrar.TokenService;
import org.tanma.resolver.registrar.audit.LoginFailures;
import org.tanma.resolver.registrar.enterprise.Grants;
import org.tanma.resolver.registrar.issuer.TrustedIssuers;
import org.tanma.resolver.registrar.key.ApiKey;
import org.tanma.resolver.registrar.key.ApiKeys;

/** Judges what people and programs sign in with. Blocking; safe between threads. */
final class SignIns {
    private static final int FAILURES = 20;
    private static final Duration FAILURE_INTERVAL = Duration.ofSeconds(3);

    /** Somebody who is signed in. */
    record SignedIn(String name, List<String> authorities) {}

    /** What became of it; {@code isTooMany} when the network has been wrong too often. */
    record Outcome(Optional<SignedIn> signedIn, boolean isTooMany) {}

    private final AccountVerifier verifier;
    private final AccountStore accounts;
    private final TokenService tokens;
    private final TrustedIssuers issuers;
    private final ApiKeys keys;
    private final Grants grants;
    private final LoginFailures failures;
    private final NetworkRate wrong = NetworkRate.of(FAILURES, FAILURE_INTERVAL);

    SignIns(
            AccountVerifier verifier,
            AccountStore accounts,
            TokenService tokens,
            TrustedIssuers issuers,
            ApiKeys keys,
            Grants grants,
            LoginFailures failures) {
        this.verifier = verifier;
        this.accounts = accounts;
        this.tokens = tokens;
        this.issuers = issuers;
        this.keys = keys;
        this.grants = grants;
        this.failures = failures;
    }

    Outcome byPassword(String name, String password) {
        return new Outcome(verifier.verify(name, password).map(this::signedIn), false);
    }

    /** By an API key or a token; {@code peer} is the address it comes from. */
    Outcome byBearer(String text, String peer) {
        Optional<SignedIn> found = ApiKeys.isKey(text)
                ? keys.verify(text).map(SignIns::signedIn)
                : tokens.verify(text, accounts)
                        .map(this::signedIn)
                        .or(() -> issuers.verify(text).map(v -> new SignedIn(v.name(), v.authorities())));
        return found.isPresent() ? new Outcome(found, false) : new Outcome(found, isTooMany(peer));
    }

    private boolean isTooMany(String peer) {
        try {
            if (peer.isEmpty() || wrong.take(InetAddress.getByName(peer))) {
                return false;
            }
        } catch (UnknownHostException e) {
            return false;
        }
        failures.note("bearer.refused", peer);
        return true;
    }

    private static SignedIn signedIn(ApiKey key) {
        return new SignedIn(key.name(), key.authorities());
    }

    private SignedIn signedIn(Account account) {
        List<String> authorities = new ArrayList<>(account.authorities());
        if (account.roles().contains(Role.VERIFIER)) {
            grants.verifiedBy(account.name()).forEach(prefix -> authorities.add("VERIFIES_" + prefix));
        }
        return new SignedIn(account.name(), authorities);
    }
}
