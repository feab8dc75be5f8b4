// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.approval;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.DeprecatedTemplates;
import org.tanma.resolver.registrar.RecordPublisher;
import org.tanma.resolver.registrar.account.Permission;
import org.tanma.resolver.registrar.account.Permissions;
import org.tanma.resolver.registrar.account.SecretText;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/**
 * Templates of enterprises, from draft to deprecated.
 *
 * <p>Contract: an enterprise drafts and submits under its own prefix, the operator approves or returns; what is published never
 * changes, is in the catalog at once and after every start, and resolves under the enterprise's prefix. Every step is written
 * with its event and its row of the audit log or not at all. Errors: {@link ProblemException}. Safe between threads.
 */
public final class TemplateDrafts implements DeprecatedTemplates {
    /** Most characters of a template file. */
    public static final int MAX_CONTENT = 262_144;

    /** Most templates of an enterprise that are not published. */
    public static final int MAX_OPEN = 100;

    private static final Logger LOG = LoggerFactory.getLogger(TemplateDrafts.class);
    private static final int ID_LENGTH = 12;
    private static final int MAX_TEXT = 1_000;

    private final DraftStore store;
    private final DraftCheck check;
    private final TemplateCatalog catalog;
    private final RecordPublisher publisher;
    private final AuditLog audit;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Instant> refusedFrom = new ConcurrentHashMap<>();

    /** @param random makes the ids of drafts */
    public TemplateDrafts(
            Jdbi jdbi,
            TemplateCatalog catalog,
            RecordPublisher publisher,
            AuditLog audit,
            InstantSource clock,
            RandomGenerator random) {
        this.store = new DraftStore(jdbi);
        this.check = new DraftCheck(catalog);
        this.catalog = catalog;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** Puts everything that was published before into the catalog; to be called once at the start. */
    public void load() {
        for (Draft draft : store.published()) {
            try {
                MetadataTemplate template = check.read(draft.prefix(), draft.content());
                catalog.publish(template);
                draft.refusedFrom()
                        .ifPresent(from -> refusedFrom.put(template.reference().toString(), from));
            } catch (IllegalArgumentException e) {
                LOG.error(
                        "Template {} of {} cannot be used any more: {}", draft.title(), draft.prefix(), e.getMessage());
            }
        }
    }

    @Override
    public Optional<Instant> refusedFrom(MetadataTemplate template) {
        return Optional.ofNullable(refusedFrom.get(template.reference().toString()));
    }

    /** Keeps the text of a template as a draft; it need not be good yet. */
    public Draft create(Caller caller, String prefix, String content) {
        Permissions.require(caller, Permission.DRAFT_TEMPLATES, prefix);
        requireSize(content);
        String id = SecretText.make(random, ID_LENGTH);
        store.jdbi().useTransaction(h -> {
            if (store.count(h, prefix) >= MAX_OPEN) {
                throw ProblemException.conflict(new Wording(
                        "前缀 " + prefix + " 已有 " + MAX_OPEN + " 个未发布的模板。",
                        "Prefix " + prefix + " has " + MAX_OPEN + " templates that are not published."));
            }
            store.add(h, id, prefix, DraftCheck.title(content), content);
            step(h, id, caller, "drafted", Map.of("prefix", prefix));
        });
        return get(id);
    }

    /** Replaces the text of a draft, or of one that went back. */
    public Draft write(Caller caller, String id, String content) {
        Draft now = own(caller, id, Permission.DRAFT_TEMPLATES);
        requireState(now, DraftState.DRAFT, DraftState.RETURNED);
        requireSize(content);
        store.jdbi().useTransaction(h -> {
            requireFirst(store.write(h, now, DraftCheck.title(content), content));
            step(h, id, caller, "changed", Map.of());
        });
        return get(id);
    }

    public Draft read(Caller caller, String id) {
        return own(caller, id, Permission.DRAFT_TEMPLATES);
    }

    /** What keeps a draft from being published, by path. */
    public List<WordedViolation> check(Caller caller, String id) {
        Draft now = own(caller, id, Permission.DRAFT_TEMPLATES);
        return check.violations(now.prefix(), now.content());
    }

    /** Drafts of the caller's enterprise, of all for the operator, by id after {@code after}. */
    public List<Draft> page(Caller caller, String state, String after, int limit) {
        Permissions.require(caller, Permission.DRAFT_TEMPLATES);
        String prefix = caller.isOperator()
                ? ""
                : caller.prefixes().stream().findFirst().orElse("none");
        return store.page(prefix, state, after, limit);
    }

    public Draft submit(Caller caller, String id) {
        Draft now = own(caller, id, Permission.SUBMIT_TEMPLATES);
        requireState(now, DraftState.DRAFT);
        requireGood(now);
        return move(caller, now, DraftState.SUBMITTED, "submitted", Map.of(), "");
    }

    /** Sends a submitted template back with reasons by path. */
    public Draft giveBack(Caller caller, String id, Map<String, String> reasons) {
        Permissions.require(caller, Permission.APPROVE_TEMPLATES);
        Draft now = get(id);
        requireState(now, DraftState.SUBMITTED);
        boolean isGood =
                !reasons.isEmpty() && reasons.values().stream().allMatch(r -> !r.isBlank() && r.length() <= MAX_TEXT);
        if (!isGood) {
            throw refused(
                    "reasons", new Wording("至少一条 1 至 1000 个字符的理由", "at least one reason of 1 to 1000 characters"));
        }
        return move(caller, now, DraftState.RETURNED, "returned", reasons, "");
    }

    /** Publishes a submitted template: from now on it never changes. */
    public synchronized Draft publish(Caller caller, String id) {
        Permissions.require(caller, Permission.APPROVE_TEMPLATES);
        Draft now = get(id);
        requireState(now, DraftState.SUBMITTED);
        requireGood(now);
        MetadataTemplate template = check.read(now.prefix(), now.content());
        store.jdbi().useTransaction(h -> {
            requireFirst(store.move(h, now, DraftState.PUBLISHED, Map.of(), ""));
            store.place(h, id);
            step(
                    h,
                    id,
                    caller,
                    "published",
                    Map.of("template", template.reference().toString()));
        });
        catalog.publish(template);
        publisher.publishTemplates();
        return get(id);
    }

    /** Says that a published template is not to be used for new records from a moment on; records made by it stay. */
    public Draft deprecate(Caller caller, String id, String from) {
        Permissions.require(caller, Permission.APPROVE_TEMPLATES);
        Draft now = get(id);
        requireState(now, DraftState.PUBLISHED);
        Instant moment;
        try {
            moment = Instant.parse(from);
        } catch (DateTimeParseException e) {
            throw refused(
                    "refusedFrom",
                    new Wording("时刻，例如 2027-01-01T00:00:00Z", "an instant such as 2027-01-01T00:00:00Z"));
        }
        Draft deprecated =
                move(caller, now, DraftState.DEPRECATED, "deprecated", Map.of("refusedFrom", from), moment.toString());
        refusedFrom.put(check.read(now.prefix(), now.content()).reference().toString(), moment);
        return deprecated;
    }

    private Draft move(
            Caller caller, Draft now, DraftState state, String action, Map<String, String> reasons, String from) {
        store.jdbi().useTransaction(h -> {
            requireFirst(store.move(h, now, state, state == DraftState.RETURNED ? reasons : Map.of(), from));
            step(h, now.id(), caller, action, reasons);
        });
        return get(now.id());
    }

    private void step(Handle h, String id, Caller caller, String action, Map<String, String> details) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        store.event(h, id, new Draft.Event(at, caller.name(), action, details));
        audit.record(h, caller.name(), "template." + action, id, details);
    }

    private Draft get(String id) {
        return store.find(id).orElseThrow(() -> none(id));
    }

    private Draft own(Caller caller, String id, Permission permission) {
        Permissions.require(caller, permission);
        return store.find(id).filter(d -> caller.mayWriteUnder(d.prefix())).orElseThrow(() -> none(id));
    }

    private static ProblemException none(String id) {
        return ProblemException.notFound(new Wording("没有模板草案 " + id + "。", "There is no template draft " + id + "."));
    }

    private void requireGood(Draft now) {
        List<WordedViolation> violations = check.violations(now.prefix(), now.content());
        if (!violations.isEmpty()) {
            throw ProblemException.unprocessable(
                    "template", new Wording("模板有误，未办理。", "The template is wrong; nothing was done."), violations);
        }
    }

    private static void requireSize(String content) {
        if (content.isBlank() || content.length() > MAX_CONTENT) {
            throw refused("content", new Wording("1 至 262144 个字符的模板文件", "a template file of 1 to 262144 characters"));
        }
    }

    private static void requireState(Draft now, DraftState... allowed) {
        if (!List.of(allowed).contains(now.state())) {
            throw ProblemException.conflict(new Wording(
                    "模板草案处于 " + now.state() + "，此操作只对 " + List.of(allowed) + " 可行。",
                    "The template draft is " + now.state() + "; this is for " + List.of(allowed) + "."));
        }
    }

    private static void requireFirst(boolean isFirst) {
        if (!isFirst) {
            throw ProblemException.conflict(new Wording("他人刚处理过，请重新读取。", "Somebody else was faster; read it again."));
        }
    }

    private static ProblemException refused(String field, Wording allowed) {
        return ProblemException.unprocessable(
                "template",
                new Wording("未办理。", "Nothing was done."),
                List.of(new WordedViolation(field, "", allowed, Wording.NONE)));
    }
}
