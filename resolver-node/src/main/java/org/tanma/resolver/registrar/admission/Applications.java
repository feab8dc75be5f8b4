// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.account.Permission;
import org.tanma.resolver.registrar.account.Permissions;
import org.tanma.resolver.registrar.account.SecretText;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Enterprise;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.RecordValidator;

/**
 * Applications of enterprises: handed in, returned, corrected, verified, approved or rejected.
 *
 * <p>Contract: an applicant follows its application by number and secret, of which only a hash is kept. Every step is written with
 * its event and its row of the audit log or not at all; of two steps at a time one is told that the other was faster. An approval
 * writes prefix, quota, account and the task for the record store in one transaction ({@link Admissions} does the rest). The
 * first admin's password is made when the applicant claims it, once, and is kept as a hash only. Errors: {@link
 * ProblemException}. Safe between threads.
 */
public final class Applications {
    /** Most applications of one certificate that are open at a time. */
    public static final int MAX_OPEN = 3;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final int NUMBER_LENGTH = 8;
    private static final int SECRET_LENGTH = 32;
    private static final int PASSWORD_LENGTH = 16;
    private static final int MAX_TEXT = 1_000;
    private static final long MOST_PREFIXES = 9_999_999;

    /** An application's number and the secret that is told this once. */
    public record Receipt(String number, String secret) {}

    private final String nodePrefix;
    private final ApplicationStore store;
    private final FormCheck check;
    private final EnterpriseStore enterprises;
    private final AccountStore accounts;
    private final PasswordHasher hasher;
    private final RecordDirectory records;
    private final AuditLog audit;
    private final Admissions admissions;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random a cryptographically strong generator: it makes numbers, secrets and passwords */
    public Applications(
            String nodePrefix,
            Jdbi jdbi,
            TemplateCatalog catalog,
            RecordValidator validator,
            EnterpriseStore enterprises,
            AccountStore accounts,
            PasswordHasher hasher,
            RecordDirectory records,
            AuditLog audit,
            Admissions admissions,
            InstantSource clock,
            RandomGenerator random) {
        this.nodePrefix = nodePrefix;
        this.store = new ApplicationStore(jdbi);
        this.check = new FormCheck(nodePrefix, catalog, validator, accounts);
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.hasher = hasher;
        this.records = records;
        this.audit = audit;
        this.admissions = admissions;
        this.clock = clock;
        this.random = random;
    }

    static String enterpriseHandle(String prefix) {
        return prefix + "/ENTERPRISE";
    }

    /** The fields of an application, as a template. */
    public MetadataTemplate template() {
        return check.template();
    }

    /** Hands an application in. */
    public Receipt submit(ApplicationForm form) {
        requireGood(form);
        String number = DAY.format(clock.instant()) + "-" + SecretText.make(random, NUMBER_LENGTH);
        String secret = SecretText.make(random, SECRET_LENGTH);
        boolean isTaken = store.jdbi().inTransaction(h -> {
            if (!store.add(h, number, hash(secret), form, MAX_OPEN)) {
                return false;
            }
            step(h, number, "", "submitted", Map.of());
            return true;
        });
        if (!isTaken) {
            throw ProblemException.conflict(new Wording(
                    "该证件号已有 " + MAX_OPEN + " 件申请在办，请先完成或撤回。",
                    MAX_OPEN + " applications of this certificate are open; finish or withdraw one first."));
        }
        return new Receipt(number, secret);
    }

    /** The application, for whoever holds its secret. */
    public Application open(String number, String secret) {
        boolean isKnown = MessageDigest.isEqual(
                store.findSecretHash(number).orElse("").getBytes(StandardCharsets.US_ASCII),
                hash(secret).getBytes(StandardCharsets.US_ASCII));
        if (!isKnown) {
            throw ProblemException.notFound(
                    new Wording("没有这样的申请号与查询码。", "There is no application of this number and secret."));
        }
        return get(number);
    }

    /** The application, for those who decide and supervise. */
    public Application read(Caller caller, String number) {
        Permissions.require(caller, Permission.READ_APPLICATIONS);
        return get(number);
    }

    public List<Application> page(Caller caller, ApplicationFilter filter, String after, int limit) {
        Permissions.require(caller, Permission.READ_APPLICATIONS);
        return store.page(filter, after, limit);
    }

    /** Corrects an application that was returned, or that nobody has looked at. */
    public Application correct(String number, String secret, ApplicationForm form) {
        Application now = open(number, secret);
        requireState(now, ApplicationState.RETURNED, ApplicationState.SUBMITTED);
        requireGood(form);
        store.jdbi().useTransaction(h -> {
            requireFirst(store.correct(h, number, now.version(), form));
            step(h, number, "", "resubmitted", Map.of());
        });
        return get(number);
    }

    public Application withdraw(String number, String secret) {
        Application now = open(number, secret);
        requireState(now, ApplicationState.RETURNED, ApplicationState.SUBMITTED, ApplicationState.VERIFIED);
        return move(now, ApplicationState.WITHDRAWN, "", "withdrawn", Map.of(), Map.of());
    }

    /** Sends an application back with reasons by field; a field {@code *} is about the whole. */
    public Application giveBack(Caller caller, String number, Map<String, String> reasons) {
        Permissions.require(caller, Permission.ADMIT);
        Application now = get(number);
        requireState(now, ApplicationState.SUBMITTED, ApplicationState.VERIFIED);
        reasons.forEach((field, reason) -> {
            boolean isField =
                    field.equals("*") || check.template().findItem(field).isPresent();
            if (!isField || reason.isBlank() || reason.length() > MAX_TEXT) {
                throw refused(field, isField ? reason : field);
            }
        });
        if (reasons.isEmpty()) {
            throw refused("reasons", "");
        }
        return move(now, ApplicationState.RETURNED, caller.name(), "returned", reasons, reasons);
    }

    /** Notes that the applicant is who it says it is, and how that was found out. */
    public Application verify(Caller caller, String number, String how) {
        Permissions.require(caller, Permission.ADMIT);
        Application now = get(number);
        requireState(now, ApplicationState.SUBMITTED);
        return move(
                now, ApplicationState.VERIFIED, caller.name(), "verified", Map.of(), Map.of("how", reason("how", how)));
    }

    public Application reject(Caller caller, String number, String why) {
        Permissions.require(caller, Permission.ADMIT);
        Application now = get(number);
        requireState(now, ApplicationState.SUBMITTED, ApplicationState.RETURNED, ApplicationState.VERIFIED);
        String reason = reason("reason", why);
        return move(
                now,
                ApplicationState.REJECTED,
                caller.name(),
                "rejected",
                Map.of("*", reason),
                Map.of("reason", reason));
    }

    /**
     * Admits the enterprise: a prefix of its own, an enterprise record, a quota, and an account for its first admin.
     *
     * @param prefix to give; empty for the one asked for, or the next free one
     */
    public Application approve(Caller caller, String number, String prefix, long quota) {
        Permissions.require(caller, Permission.ADMIT);
        Application now = get(number);
        requireState(now, ApplicationState.VERIFIED);
        if (quota < 0) {
            throw refused("quota", String.valueOf(quota));
        }
        ApplicationForm form = now.form();
        requireGood(form);
        String given = choose(prefix.isEmpty() ? form.prefix() : prefix);
        Instant at = now();
        Enterprise enterprise = new Enterprise(
                given,
                enterpriseHandle(given),
                form.item("orgName"),
                form.item("orgCrtCode"),
                Enterprise.State.ACTIVE,
                "",
                quota,
                0,
                at);
        Account admin = Account.enterprise(form.account(), given);
        String unknown = SecretText.make(random, SECRET_LENGTH);
        var hash = hasher.hash(unknown);
        store.jdbi().useTransaction(h -> {
            requireFirst(store.move(h, number, now.version(), ApplicationState.APPROVED, Map.of(), given));
            if (!enterprises.add(h, enterprise)) {
                throw taken(given);
            }
            requireFirst(accounts.create(h, admin, hash, true));
            store.addTask(h, new ApplicationStore.Task(number, given, check.enterpriseItems(form), caller.name()));
            step(
                    h,
                    number,
                    caller.name(),
                    "approved",
                    Map.of("prefix", given, "quota", String.valueOf(quota), "account", admin.name()));
        });
        admissions.carryOut();
        return get(number);
    }

    /** Makes the first admin's password, once, for the applicant; it must be changed at the first sign-in. */
    public String claim(String number, String secret) {
        Application now = open(number, secret);
        requireState(now, ApplicationState.APPROVED);
        String password = SecretText.make(random, PASSWORD_LENGTH);
        var hash = hasher.hash(password);
        Instant at = now();
        store.jdbi().useTransaction(h -> {
            if (!store.claim(h, number, at)) {
                throw ProblemException.conflict(new Wording(
                        "初始密码已领取过；如遗失，请运营者重置账户。",
                        "The first password was fetched before; if it is lost, the operator resets the account."));
            }
            accounts.resetPassword(h, now.form().account(), hash, at);
            step(h, number, "", "claimed", Map.of("account", now.form().account()));
        });
        return password;
    }

    private String choose(String wanted) {
        if (!wanted.isEmpty()) {
            if (!check.isEnterprisePrefix(wanted) || isTaken(wanted)) {
                throw taken(wanted);
            }
            return wanted;
        }
        return LongStream.rangeClosed(1, MOST_PREFIXES)
                .mapToObj(n -> nodePrefix + "." + n)
                .filter(p -> !isTaken(p))
                .findFirst()
                .orElseThrow(() -> ProblemException.conflict(new Wording("前缀已分配完。", "No prefix is left.")));
    }

    private boolean isTaken(String prefix) {
        return enterprises.find(prefix).isPresent()
                || records.exists(HandleName.parse("0.NA/" + prefix))
                || records.exists(HandleName.parse(enterpriseHandle(prefix)));
    }

    private static ProblemException taken(String prefix) {
        return ProblemException.conflict(new Wording(
                "前缀 " + prefix + " 不可用或已分配，请另选。",
                "Prefix " + prefix + " is taken or none of this node's; choose another."));
    }

    private Application move(
            Application now,
            ApplicationState state,
            String actor,
            String action,
            Map<String, String> reasons,
            Map<String, String> details) {
        store.jdbi().useTransaction(h -> {
            requireFirst(store.move(h, now.number(), now.version(), state, reasons, now.prefix()));
            step(h, now.number(), actor, action, details);
        });
        return get(now.number());
    }

    private void step(Handle h, String number, String actor, String action, Map<String, String> details) {
        store.event(h, number, new Application.Event(now(), actor, action, details));
        audit.record(h, actor, "application." + action, number, details);
    }

    private Application get(String number) {
        return store.find(number)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("没有申请 " + number + "。", "There is no application " + number + ".")));
    }

    private void requireGood(ApplicationForm form) {
        List<WordedViolation> violations = check.violations(form);
        if (!violations.isEmpty()) {
            throw ProblemException.unprocessable(
                    "application",
                    new Wording(
                            "申请未受理：" + violations.size() + " 项有误。",
                            "The application was not taken: " + violations.size() + " fields are wrong."),
                    violations);
        }
    }

    private static void requireState(Application now, ApplicationState... allowed) {
        if (!List.of(allowed).contains(now.state())) {
            throw ProblemException.conflict(new Wording(
                    "申请 " + now.number() + " 处于 " + now.state() + "，此操作只对 " + List.of(allowed) + " 可行。",
                    "Application " + now.number() + " is " + now.state() + "; this is for " + List.of(allowed) + "."));
        }
    }

    private static void requireFirst(boolean isFirst) {
        if (!isFirst) {
            throw ProblemException.conflict(new Wording("他人刚处理过，请重新读取。", "Somebody else was faster; read it again."));
        }
    }

    private static String reason(String field, String given) {
        if (given.isBlank() || given.length() > MAX_TEXT) {
            throw refused(field, given);
        }
        return given.strip();
    }

    private static ProblemException refused(String field, String given) {
        return ProblemException.unprocessable(
                "application",
                new Wording("未办理。", "Nothing was done."),
                List.of(new WordedViolation(
                        field,
                        given.length() > 80 ? given.substring(0, 80) : given,
                        switch (field) {
                            case "quota" -> new Wording("0 或以上的整数", "a whole number from 0");
                            case "reasons" -> new Wording("至少一个字段及其理由", "at least one field and its reason");
                            default ->
                                new Wording(
                                        "申请表中的字段，或 1 至 1000 个字符的理由",
                                        "a field of the form, or a reason of 1 to 1000 characters");
                        },
                        Wording.NONE)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
