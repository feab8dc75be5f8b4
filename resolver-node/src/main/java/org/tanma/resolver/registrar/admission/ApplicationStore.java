// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Applications and what their approvals still have to do, in SQL. What is reported as written is on disk. */
final class ApplicationStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** An approval that the record store may not know yet. */
    record Task(String number, String prefix, Map<String, String> items, String actor) {}

    private final Jdbi jdbi;

    ApplicationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** Adds an application unless as many of its certificate are open as may be; false then. */
    boolean add(Handle h, String number, String secretHash, ApplicationForm form, int mostOpen) {
        h.execute("UPDATE audit_turn SET turn = turn WHERE id = 1");
        long open = h.createQuery("SELECT COUNT(*) FROM application WHERE credit_code = :code"
                        + " AND state IN ('SUBMITTED', 'RETURNED', 'VERIFIED')")
                .bind("code", form.item("orgCrtCode"))
                .mapTo(Long.class)
                .one();
        if (open >= mostOpen) {
            return false;
        }
        h.createUpdate("INSERT INTO application (number, secret_hash, org_name, credit_code, province, industry, items,"
                        + " further, wanted, state, reasons, prefix, account, claimed_at, version) VALUES (:number, :hash,"
                        + " :name, :code, :province, :industry, :items, :further, :wanted, 'SUBMITTED', '{}', '', :account,"
                        + " '', 1)")
                .bind("number", number)
                .bind("hash", secretHash)
                .bindMap(fields(form))
                .execute();
        return true;
    }

    private static Map<String, String> fields(ApplicationForm form) {
        return Map.of(
                "name", form.item("orgName"),
                "code", form.item("orgCrtCode"),
                "province", form.item("orgAddrProvince"),
                "industry", form.item("industryCategory") + form.item("industrySpecific"),
                "items", JSON.writeValueAsString(form.items()),
                "further", form.further(),
                "wanted", form.prefix(),
                "account", form.account());
    }

    /** Replaces what was filled in; false when the application has moved on since {@code version}. */
    boolean correct(Handle h, String number, long version, ApplicationForm form) {
        return h.createUpdate("UPDATE application SET org_name = :name, credit_code = :code, province = :province,"
                                + " industry = :industry, items = :items, further = :further, wanted = :wanted,"
                                + " account = :account, state = 'SUBMITTED', reasons = '{}', version = version + 1"
                                + " WHERE number = :number AND version = :version")
                        .bind("number", number)
                        .bind("version", version)
                        .bindMap(fields(form))
                        .execute()
                == 1;
    }

    /** Moves an application on; false when it has moved since {@code version}. */
    boolean move(
            Handle h, String number, long version, ApplicationState state, Map<String, String> reasons, String prefix) {
        return h.createUpdate("UPDATE application SET state = :state, reasons = :reasons, prefix = :prefix,"
                                + " version = version + 1 WHERE number = :number AND version = :version")
                        .bind("number", number)
                        .bind("version", version)
                        .bind("state", state.name())
                        .bind("reasons", JSON.writeValueAsString(reasons))
                        .bind("prefix", prefix)
                        .execute()
                == 1;
    }

    boolean claim(Handle h, String number, Instant at) {
        return h.execute(
                        "UPDATE application SET claimed_at = ?, version = version + 1 WHERE number = ? AND claimed_at = ''",
                        at.toString(),
                        number)
                == 1;
    }

    void event(Handle h, String number, Application.Event event) {
        h.createUpdate("INSERT INTO application_event (number, position, at, actor, action, details) SELECT :number,"
                        + " COUNT(*) + 1, :at, :actor, :action, :details FROM application_event WHERE number = :number")
                .bind("number", number)
                .bind("at", event.at().toString())
                .bind("actor", event.actor())
                .bind("action", event.action())
                .bind("details", JSON.writeValueAsString(event.details()))
                .execute();
    }

    void addTask(Handle h, Task task) {
        h.execute(
                "INSERT INTO admission_task (number, prefix, items, actor, done_at) VALUES (?, ?, ?, ?, '')",
                task.number(),
                task.prefix(),
                JSON.writeValueAsString(task.items()),
                task.actor());
    }

    List<Task> openTasks() {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT * FROM admission_task WHERE done_at = '' ORDER BY number LIMIT 100")
                .map((row, context) -> new Task(
                        row.getString("number"),
                        row.getString("prefix"),
                        JSON.readValue(row.getString("items"), TEXTS),
                        row.getString("actor")))
                .list());
    }

    void done(String number, Instant at) {
        jdbi.useTransaction(
                h -> h.execute("UPDATE admission_task SET done_at = ? WHERE number = ?", at.toString(), number));
    }

    Optional<Application> find(String number) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM application WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> application(row, events(h, number)))
                .findOne());
    }

    Optional<String> findSecretHash(String number) {
        return jdbi.withHandle(h -> h.createQuery("SELECT secret_hash FROM application WHERE number = :number")
                .bind("number", number)
                .mapTo(String.class)
                .findOne());
    }

    /** Applications after {@code after} by number, without their events. */
    List<Application> page(ApplicationFilter filter, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM application WHERE number > :after"
                        + " AND (:state = '' OR state = :state) AND (:province = '' OR province = :province)"
                        + " AND (:industry = '' OR SUBSTR(industry, 1, :industryLength) = :industry)"
                        + " AND (:code = '' OR credit_code = :code)"
                        + " AND (:name = '' OR org_name LIKE :like ESCAPE '!') ORDER BY number LIMIT :limit")
                .bind("after", after)
                .bind("state", filter.state())
                .bind("province", filter.province())
                .bind("industry", filter.industry())
                .bind("industryLength", filter.industry().length())
                .bind("code", filter.creditCode())
                .bind("name", filter.name())
                .bind("like", "%" + filter.name().replaceAll("([!%_])", "!$1") + "%")
                .bind("limit", limit)
                .map((row, context) -> application(row, List.of()))
                .list());
    }

    private static List<Application.Event> events(Handle h, String number) {
        return h.createQuery("SELECT * FROM application_event WHERE number = :number ORDER BY position")
                .bind("number", number)
                .map((row, context) -> new Application.Event(
                        Instant.parse(row.getString("at")),
                        row.getString("actor"),
                        row.getString("action"),
                        JSON.readValue(row.getString("details"), TEXTS)))
                .list();
    }

    private static Application application(ResultSet row, List<Application.Event> events) throws SQLException {
        return new Application(
                row.getString("number"),
                new ApplicationForm(
                        JSON.readValue(row.getString("items"), TEXTS),
                        row.getString("further"),
                        row.getString("wanted"),
                        row.getString("account")),
                ApplicationState.valueOf(row.getString("state")),
                JSON.readValue(row.getString("reasons"), TEXTS),
                row.getString("prefix"),
                !row.getString("claimed_at").isEmpty(),
                row.getLong("version"),
                events);
    }
}
