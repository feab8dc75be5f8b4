// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The rules prefixes mint by when a request names none, one a template, in SQL. Safe between threads. */
public final class MintDefaults {
    /** A rule as it was set. */
    public record Setting(String prefix, String template, MintRule rule, String account, Instant at) {}

    private static final String SELECT = "SELECT prefix, template, rule, account, at FROM mint_default";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public MintDefaults(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The rule of a prefix for a template, {@link MintRule#DEFAULT} when none was set. */
    public MintRule find(String prefix, String template) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " WHERE prefix = :prefix AND template = :template")
                        .bind("prefix", prefix)
                        .bind("template", template)
                        .map(MintDefaults::setting)
                        .findOne())
                .map(Setting::rule)
                .orElse(MintRule.DEFAULT);
    }

    /** The rules of a prefix, by template. */
    public List<Setting> all(String prefix) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " WHERE prefix = :prefix ORDER BY template")
                .bind("prefix", prefix)
                .map(MintDefaults::setting)
                .list());
    }

    public void set(String prefix, String template, MintRule rule, String account) {
        jdbi.useTransaction(h -> h.execute(
                "INSERT INTO mint_default (prefix, template, rule, account, at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (prefix, template) DO UPDATE SET rule = excluded.rule,"
                        + " account = excluded.account, at = excluded.at",
                prefix,
                template,
                rule.toString(),
                account,
                clock.instant().toString()));
    }

    /** Removes a rule; false when there was none. */
    public boolean remove(String prefix, String template) {
        return jdbi.inTransaction(
                h -> h.execute("DELETE FROM mint_default WHERE prefix = ? AND template = ?", prefix, template) > 0);
    }

    private static Setting setting(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        return new Setting(
                row.getString("prefix"),
                row.getString("template"),
                MintRule.parse(row.getString("rule")),
                row.getString("account"),
                Instant.parse(row.getString("at")));
    }
}
