// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.identifier.Oid;
import org.tanma.identifier.OidSyntaxException;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;

/**
 * Allots object identifiers: a sub-arc to an enterprise, nodes below it to its records.
 *
 * <p>Contract: who may write under a prefix may have allotted for it. Idempotent: a record has one node of this arc, an
 * enterprise one sub-arc, a request key one answer; asking again gives what was given, and completes what a crash cut short
 * (the number is written down before the record names it). Durable when a method returns; safe between threads.
 */
public final class OidRegistrar {
    /** The node, and whether it was allotted just now. */
    public record Outcome(OidNode node, boolean isNew) {}

    /** Most characters of an object identifier allotted here: its name in DNS, and the URLs about it, must fit theirs. */
    static final int MOST_DOTTED = 134;
    /** Most digits of a number that is asked for. */
    static final int MOST_DIGITS = 30;

    private static final int MOST_OWN_DIGITS = 18;
    private static final int SUFFIX_LENGTH = 12;
    /** Crockford's Base32: no I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final OidAllotments allotments;
    private final OidRecords records;
    private final String nodePrefix;
    private final RandomGenerator random;
    private final OidTrail trail;
    private final Quotas quotas;
    private final Consumer<OidNode> changed;

    /**
     * @param nodePrefix prefix every enterprise's prefix lies under
     * @param random makes the suffixes of records that are made
     * @param quotas of how many records an enterprise may hold, and whether it may write
     * @param changed hears of every node whose answers are others now
     */
    public OidRegistrar(
            OidAllotments allotments,
            HandleStore store,
            HandleAdminStore adminStore,
            InstantSource clock,
            String nodePrefix,
            RandomGenerator random,
            OidTrail trail,
            Quotas quotas,
            Consumer<OidNode> changed) {
        this.allotments = allotments;
        this.records = new OidRecords(store, adminStore, clock);
        this.nodePrefix = nodePrefix;
        this.random = random;
        this.trail = trail;
        this.quotas = quotas;
        this.changed = changed;
    }

    /**
     * @throws OidRefusedException when it cannot be allotted as it was asked for
     * @throws org.tanma.kit.rest.ProblemException with status 403 when the caller may not write under the prefix
     */
    public Outcome allot(OidRequest request, Caller caller) {
        Optional<HandleName> handle =
                request.handle().isEmpty() ? Optional.empty() : Optional.of(handle(request.handle()));
        String prefix = handle.map(HandleName::prefix).orElseGet(() -> prefix(request, caller));
        if (!isUnderNode(prefix)) {
            throw new OidRefusedException(OidRefusal.PREFIX_FOREIGN, prefix);
        }
        caller.requireWriteUnder(
                prefix, new Wording("前缀 " + prefix + " 的 OID", "object identifiers of prefix " + prefix));
        reserve(prefix, 0);
        Optional<OidLabel> label = label(request);
        return request.isForEnterprise()
                ? forEnterprise(prefix, arc(request), label, caller.name())
                : forRecord(request, prefix, handle, label, caller.name());
    }

    private void reserve(String prefix, int records) {
        Quotas.Status status = quotas.reserve(prefix, records).status();
        if (status == Quotas.Status.SUSPENDED) {
            throw new OidRefusedException(OidRefusal.SUSPENDED, prefix);
        }
        if (status == Quotas.Status.EXHAUSTED) {
            throw new OidRefusedException(OidRefusal.NO_QUOTA, prefix);
        }
    }

    private static HandleName handle(String given) {
        try {
            return HandleName.parse(given);
        } catch (InvalidHandleException e) {
            throw new OidRefusedException(OidRefusal.HANDLE_MALFORMED, given);
        }
    }

    private static String prefix(OidRequest request, Caller caller) {
        if (!request.prefix().isEmpty()) {
            return request.prefix();
        }
        if (caller.prefixes().size() != 1) {
            throw new OidRefusedException(OidRefusal.PREFIX_NEEDED, "");
        }
        return caller.prefixes().iterator().next();
    }

    private boolean isUnderNode(String prefix) {
        return prefix.equals(nodePrefix) || prefix.startsWith(nodePrefix + ".") && prefix.indexOf('/') < 0;
    }

    private static Optional<OidLabel> label(OidRequest request) {
        if (request.label().isEmpty()) {
            return Optional.empty();
        }
        Optional<OidLabel> label = OidLabel.parse(request.label());
        if (label.isEmpty()) {
            throw new OidRefusedException(OidRefusal.LABEL_MALFORMED, request.label());
        }
        return label;
    }

    private static Optional<BigInteger> arc(OidRequest request) {
        String arc = request.arc();
        if (arc.isEmpty()) {
            return Optional.empty();
        }
        boolean isNumber = arc.length() <= MOST_DIGITS && arc.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || arc.length() > 1 && arc.charAt(0) == '0') {
            throw new OidRefusedException(OidRefusal.ARC_MALFORMED, arc);
        }
        return Optional.of(new BigInteger(arc));
    }

    /** The sub-arc of an enterprise, allotted when it has none: to be called when a prefix is given. */
    public Outcome allotTo(String prefix, String account) {
        return forEnterprise(prefix, Optional.empty(), Optional.empty(), account);
    }

    private Outcome forEnterprise(String prefix, Optional<BigInteger> arc, Optional<OidLabel> label, String account) {
        Optional<OidNode> known = allotments.claimed(enterpriseClaim(prefix));
        if (known.isPresent()) {
            return known(known.get(), arc, label, account);
        }
        Optional<BigInteger> wished = arc.or(() -> numberIn(prefix));
        try {
            return enterprise(prefix, wished, label, account);
        } catch (OidConflictException e) {
            if (e.refusal() == OidRefusal.ARC_TAKEN && arc.isEmpty()) {
                return enterprise(prefix, Optional.empty(), label, account);
            }
            throw refused(e, arc, label);
        }
    }

    private Outcome enterprise(String prefix, Optional<BigInteger> arc, Optional<OidLabel> label, String account) {
        return allot(
                new Allotment(
                        allotments.arc().oid(),
                        OidNode.Kind.ENTERPRISE,
                        prefix,
                        arc,
                        label,
                        Optional.empty(),
                        List.of(enterpriseClaim(prefix))),
                account);
    }

    private String enterpriseClaim(String prefix) {
        return "prefix " + allotments.arc().oid() + " " + prefix;
    }

    /** The number a prefix ends in, if it is one: 88.118.5 is best known as 5. */
    private Optional<BigInteger> numberIn(String prefix) {
        String tail = prefix.length() > nodePrefix.length() ? prefix.substring(nodePrefix.length() + 1) : "";
        return tail.matches("[1-9][0-9]*") && tail.length() <= MOST_OWN_DIGITS
                ? Optional.of(new BigInteger(tail))
                : Optional.empty();
    }

    private Outcome forRecord(
            OidRequest request, String prefix, Optional<HandleName> handle, Optional<OidLabel> label, String account) {
        Optional<BigInteger> arc = arc(request);
        List<String> claims = request.key().isEmpty()
                ? List.of()
                : List.of("request " + allotments.arc().oid() + " " + account + " " + request.key());
        Optional<OidNode> known = handle.flatMap(allotments::find)
                .or(() -> claims.stream().findFirst().flatMap(allotments::claimed));
        if (known.isEmpty()) {
            handle.ifPresent(records::requireOpen);
        }
        Outcome outcome = known.isPresent()
                ? known(requireParent(known.get(), request), arc, label, account)
                : newNode(parent(request, prefix, account), prefix, handle, arc, label, claims, account);
        outcome.node()
                .handle()
                .ifPresent(name -> records.attach(name, outcome.node().oid()));
        return outcome;
    }

    private static OidNode requireParent(OidNode known, OidRequest request) {
        if (!request.parent().isEmpty() && !known.oid().parent().equals(Optional.of(oid(request.parent())))) {
            throw new OidRefusedException(OidRefusal.HANDLE_OTHER, known.oid().dotted());
        }
        return known;
    }

    private static Oid oid(String given) {
        try {
            return Oid.parse(given);
        } catch (OidSyntaxException e) {
            throw new OidRefusedException(OidRefusal.PARENT_MALFORMED, given);
        }
    }

    private Oid parent(OidRequest request, String prefix, String account) {
        if (request.parent().isEmpty()) {
            return allotTo(prefix, account).node().oid();
        }
        OidNode parent = allotments
                .find(oid(request.parent()))
                .filter(node -> node.oid().isUnder(allotments.arc().oid()))
                .orElseThrow(() -> new OidRefusedException(OidRefusal.PARENT_UNKNOWN, request.parent()));
        if (!parent.prefix().equals(prefix) || parent.kind() == OidNode.Kind.ARC) {
            throw new OidRefusedException(OidRefusal.PARENT_FOREIGN, request.parent());
        }
        return parent.oid();
    }

    private Outcome newNode(
            Oid parent,
            String prefix,
            Optional<HandleName> handle,
            Optional<BigInteger> arc,
            Optional<OidLabel> label,
            List<String> claims,
            String account) {
        int digits = arc.map(a -> a.toString().length()).orElse(MOST_OWN_DIGITS);
        if (parent.dotted().length() + 1 + digits > MOST_DOTTED) {
            throw new OidRefusedException(OidRefusal.TOO_DEEP, parent.dotted());
        }
        HandleName carrier = handle.orElseGet(() -> HandleName.parse(prefix + "/" + suffix()));
        int made = handle.isPresent() ? 0 : 1;
        reserve(prefix, made);
        boolean isMade = false;
        try {
            Outcome outcome = allot(
                    new Allotment(parent, OidNode.Kind.RECORD, prefix, arc, label, Optional.of(carrier), claims),
                    account);
            isMade = outcome.isNew();
            return outcome;
        } catch (OidConflictException e) {
            throw refused(e, arc, label);
        } finally {
            if (!isMade && made > 0) {
                quotas.release(prefix, made);
            }
        }
    }

    private String suffix() {
        StringBuilder suffix = new StringBuilder(SUFFIX_LENGTH);
        for (int i = 0; i < SUFFIX_LENGTH; i++) {
            suffix.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return suffix.toString();
    }

    private Outcome allot(Allotment wished, String account) {
        OidAllotments.Allotted allotted = allotments.allot(wished, account);
        OidNode node = allotted.node();
        if (allotted.isNew()) {
            changed.accept(node);
            trail.record(
                    account,
                    "oid.allot",
                    node.oid().canonical(),
                    Map.of(
                            "prefix", node.prefix(),
                            "handle", node.handle().map(HandleName::toString).orElse(""),
                            "label", node.label()));
        }
        return new Outcome(node, allotted.isNew());
    }

    /** What was allotted before, with a label if it had none. */
    private Outcome known(OidNode node, Optional<BigInteger> arc, Optional<OidLabel> label, String account) {
        if (arc.isPresent() && !arc.get().equals(node.oid().lastArc())) {
            throw new OidRefusedException(OidRefusal.HANDLE_OTHER, node.oid().dotted());
        }
        if (label.isEmpty() || label.get().text().equals(node.label())) {
            return new Outcome(node, false);
        }
        if (!node.label().isEmpty()) {
            throw new OidRefusedException(OidRefusal.LABEL_OTHER, label.get().text());
        }
        try {
            OidNode labelled = allotments.label(node, label.get(), account);
            changed.accept(labelled);
            trail.record(account, "oid.label", labelled.oid().canonical(), Map.of("label", labelled.label()));
            return new Outcome(labelled, false);
        } catch (OidConflictException e) {
            throw refused(e, arc, label);
        }
    }

    private static OidRefusedException refused(
            OidConflictException conflict, Optional<BigInteger> arc, Optional<OidLabel> label) {
        String given = conflict.refusal() == OidRefusal.ARC_TAKEN
                ? arc.map(BigInteger::toString).orElse("")
                : label.map(OidLabel::text).orElse("");
        return new OidRefusedException(conflict.refusal(), given);
    }
}
