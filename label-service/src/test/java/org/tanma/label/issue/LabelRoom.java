// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.label.credential.IssuerKeys;
import org.tanma.label.credential.StatementSigner;

/** The service without its web faces, on a real database, with fakes for its two ports and a clock that a test moves. */
public final class LabelRoom {
    public final Map<String, EvaluationResult> evaluations = new HashMap<>();
    public final List<LabelRecord> published = new ArrayList<>();
    public final CodeLinks links = new CodeLinks(URI.create("http://127.0.0.1:8080"));
    public final CodeStore store;
    public final CodeRegister register;
    public final CodeIssuer issuer;
    public final CodeRevoker revoker;
    public final OutboxPublisher publisher;
    public final StatementSigner signer;
    public final IssuerKeys keys;
    private boolean isPlaneDown;
    private Instant now = Samples.NOW;

    public LabelRoom(SqlDatabase database, Path keyDirectory) {
        InstantSource clock = () -> now;
        this.keys = IssuerKeys.open(keyDirectory);
        this.signer = new StatementSigner(keys);
        this.store = new CodeStore(database);
        this.register = new CodeRegister(store, signer, clock);
        this.publisher = new OutboxPublisher(store, this::accept, clock);
        ResultSource results = id -> Optional.ofNullable(evaluations.get(id));
        this.issuer = new CodeIssuer(results, store, signer, publisher, links, Samples.ISSUER, clock);
        this.revoker = new CodeRevoker(store, signer, publisher, links, clock);
    }

    private void accept(LabelRecord record) {
        if (isPlaneDown) {
            throw new IllegalStateException("the identifier plane does not answer");
        }
        published.add(record);
    }

    public InstantSource clock() {
        return () -> now;
    }

    public void planeIsDown(boolean isDown) {
        isPlaneDown = isDown;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public CodeToken issue(GradedResult result) {
        evaluations.put(result.evaluationId(), result);
        return issuer.issue(result.evaluationId(), null, Samples.CLERK).code().token();
    }

    public CheckedCode.Verified verified(CodeToken token) {
        return (CheckedCode.Verified) register.find(token).orElseThrow();
    }
}
