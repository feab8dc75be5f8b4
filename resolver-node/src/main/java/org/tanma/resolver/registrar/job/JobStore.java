// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.resolver.registrar.source.SourceFormat;
import org.tanma.template.model.TemplateVersion;

/** Jobs in SQL. What a method has written is on disk when it returns. Safe between threads. */
final class JobStore {
    private static final Wording NO_PROBLEM = new Wording("", "");

    private final Jdbi jdbi;

    JobStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(RegistrationJob job) {
        jdbi.useTransaction(
                h -> h.createUpdate("INSERT INTO registration_job (job_id, account, roles, prefixes, scopes, lane,"
                                + " idempotency_key, body_digest, octets, template, template_version, format, mint, options, state,"
                                + " problem_zh, problem_en, pass, rows_expected, rows_read, registered, unchanged, refused,"
                                + " refused_octets, created_at, started_at, ended_at) VALUES (:id, :account, :roles, :prefixes, :scopes,"
                                + " :lane, :key, :digest, :octets, :template, :version, :format, :mint, :options, :state, '', '',"
                                + " 1, -1, 0, 0, 0, 0, 0, :created, '', '')")
                        .bind("id", job.id())
                        .bind("account", job.caller().name())
                        .bind("roles", joined(job.caller().roles()))
                        .bind("prefixes", joined(job.caller().prefixes()))
                        .bind("scopes", joined(job.caller().scopes()))
                        .bind("lane", job.lane())
                        .bind("key", job.idempotencyKey())
                        .bind("digest", job.bodyDigest())
                        .bind("octets", job.octets())
                        .bind("template", job.template())
                        .bind("version", job.templateVersion().toString())
                        .bind("format", job.format().code())
                        .bind("mint", job.mint().map(MintRule::toString).orElse(""))
                        .bind("options", options(job.options()))
                        .bind("state", job.state().code())
                        .bind("created", job.createdAt().toString())
                        .execute());
    }

    Optional<RegistrationJob> find(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM registration_job WHERE job_id = :id")
                .bind("id", id)
                .map((row, context) -> job(row))
                .findOne());
    }

    /** The job an account sent under a key. */
    Optional<RegistrationJob> findByKey(String account, String key) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT * FROM registration_job WHERE account = :account AND idempotency_key = :key"
                                + " ORDER BY created_at LIMIT 1")
                        .bind("account", account)
                        .bind("key", key)
                        .map((row, context) -> job(row))
                        .findOne());
    }

    /** Jobs that have not ended, in the order they came. */
    List<RegistrationJob> unended() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT * FROM registration_job WHERE state IN ('waiting', 'running') ORDER BY created_at, job_id")
                .map((row, context) -> job(row))
                .list());
    }

    /** The latest jobs, of one account or, when it is empty, of all. */
    List<RegistrationJob> latest(String account, int limit) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT * FROM registration_job WHERE (:account = '' OR account = :account)"
                                + " ORDER BY created_at DESC, job_id LIMIT :limit")
                        .bind("account", account)
                        .bind("limit", limit)
                        .map((row, context) -> job(row))
                        .list());
    }

    /** Jobs that ended before a time. */
    List<String> endedBefore(Instant time) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT job_id FROM registration_job WHERE ended_at <> '' AND ended_at < :time AND octets >= 0")
                .bind("time", time.toString())
                .mapTo(String.class)
                .list());
    }

    void started(String id, Instant at) {
        jdbi.useTransaction(h -> h.execute(
                "UPDATE registration_job SET state = 'running', started_at = CASE WHEN started_at = '' THEN ? ELSE"
                        + " started_at END WHERE job_id = ?",
                at.toString(),
                id));
    }

    void ended(String id, JobState state, Wording problem, Instant at) {
        jdbi.useTransaction(h -> h.execute(
                "UPDATE registration_job SET state = ?, problem_zh = ?, problem_en = ?, ended_at = ? WHERE job_id = ?",
                state.code(),
                problem.zh(),
                problem.en(),
                at.toString(),
                id));
    }

    void expect(String id, long rows) {
        jdbi.useTransaction(h -> h.execute("UPDATE registration_job SET rows_expected = ? WHERE job_id = ?", rows, id));
    }

    void progress(String id, JobCounts counts) {
        jdbi.useTransaction(h -> progress(h, id, counts));
    }

    static void progress(Handle transaction, String id, JobCounts counts) {
        transaction.execute(
                "UPDATE registration_job SET pass = ?, rows_read = ?, registered = ?, unchanged = ?, refused = ?,"
                        + " refused_octets = ? WHERE job_id = ?",
                counts.pass(),
                counts.read(),
                counts.registered(),
                counts.unchanged(),
                counts.refused(),
                counts.refusedOctets(),
                id);
    }

    private static RegistrationJob job(ResultSet row) throws SQLException {
        return new RegistrationJob(
                row.getString("job_id"),
                new Caller(
                        row.getString("account"),
                        split(row.getString("roles")),
                        split(row.getString("prefixes")),
                        split(row.getString("scopes")),
                        Set.of()),
                row.getString("lane"),
                row.getString("idempotency_key"),
                row.getString("body_digest"),
                row.getLong("octets"),
                row.getString("template"),
                TemplateVersion.parse(row.getString("template_version")),
                SourceFormat.ofCode(row.getString("format")).orElseThrow(),
                Optional.of(row.getString("mint")).filter(m -> !m.isEmpty()).map(MintRule::parse),
                options(row.getString("options")),
                JobState.of(row.getString("state")),
                row.getString("problem_en").isEmpty()
                        ? NO_PROBLEM
                        : new Wording(row.getString("problem_zh"), row.getString("problem_en")),
                new JobCounts(
                        row.getInt("pass"),
                        row.getLong("rows_read"),
                        row.getLong("registered"),
                        row.getLong("unchanged"),
                        row.getLong("refused"),
                        row.getLong("refused_octets")),
                row.getLong("rows_expected"),
                Instant.parse(row.getString("created_at")),
                time(row.getString("started_at")),
                time(row.getString("ended_at")));
    }

    private static Optional<Instant> time(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static String joined(Set<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }

    private static Set<String> split(String words) {
        return Arrays.stream(words.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
    }

    private static String options(RegistrationOptions options) {
        return (options.isAtomic() ? "atomic " : "")
                + (options.isDryRun() ? "dryRun " : "")
                + (options.isReplacing() ? "replace " : "");
    }

    private static RegistrationOptions options(String text) {
        Set<String> words = split(text);
        return new RegistrationOptions(words.contains("atomic"), words.contains("dryRun"), words.contains("replace"));
    }
}
