// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.standalone.phrase.Phrases;
import tools.jackson.databind.json.JsonMapper;

/** Prints runs as they end: one JSON object a line, or a table in the user's language. */
final class Report {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROW = "%-24s %-5s %-8s %5s %6s %12s %10s %10s %10s %8s";

    private final Phrases phrases;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isJson;
    private boolean hasHead;

    Report(Phrases phrases, PrintWriter out, PrintWriter err, boolean isJson) {
        this.phrases = phrases;
        this.out = out;
        this.err = err;
        this.isJson = isJson;
    }

    /** What is being done, for whoever waits. */
    void progress(String key, Object... parts) {
        err.println(phrases.text(key, parts));
        err.flush();
    }

    void problem(String key, Object... parts) {
        err.println("tanma: " + phrases.text(key, parts));
        err.flush();
    }

    void result(LoadResult result) {
        if (isJson) {
            object(result.members());
            return;
        }
        Map<String, Object> members = result.members();
        if (!hasHead) {
            hasHead = true;
            row(
                    phrases.text("head.target"),
                    phrases.text("head.transport"),
                    phrases.text("head.keys"),
                    phrases.text("head.connections"),
                    phrases.text("head.seconds"),
                    phrases.text("head.rate"),
                    phrases.text("head.p50"),
                    phrases.text("head.p99"),
                    phrases.text("head.p999"),
                    phrases.text("head.errors"));
        }
        row(
                result.target(),
                result.plan().transport().word(),
                cell(members, "keys"),
                cell(members, "connections"),
                cell(members, "seconds"),
                String.format(Locale.ROOT, "%,.0f", result.ratePerSecond()),
                cell(members, "p50Micros"),
                cell(members, "p99Micros"),
                cell(members, "p999Micros"),
                cell(members, "errors"));
        if (result.tally().errors() > 0) {
            line("errors", new TreeMap<>(result.tally().failures()));
        }
        if (result.tally().reconnects() > 0) {
            line("reconnects", result.tally().reconnects(), result.tally().resends());
        }
        out.flush();
    }

    /** The rates of a node beside those of the bare echo, each the mean of its runs. */
    void ratio(LoadPlan plan, String target, double rate, double floorRate) {
        double ratio = floorRate == 0 ? 0 : rate / floorRate;
        if (isJson) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("target", target + " / floor");
            members.put("transport", plan.transport().word());
            members.put("keys", plan.keys().word());
            members.put("ratio", Math.round(ratio * 1_000) / 1_000.0);
            members.put("ratePerSecond", Math.round(rate * 10) / 10.0);
            members.put("floorRatePerSecond", Math.round(floorRate * 10) / 10.0);
            object(members);
        } else {
            line("ratio", target, String.format(Locale.ROOT, "%.1f", ratio * 100));
        }
        out.flush();
    }

    /** A line of the catalogue. */
    void line(String key, Object... parts) {
        out.println(phrases.text(key, parts));
        out.flush();
    }

    void object(Map<String, Object> members) {
        out.println(JSON.writeValueAsString(members));
        out.flush();
    }

    boolean isJson() {
        return isJson;
    }

    private static Object cell(Map<String, Object> members, String name) {
        return members.getOrDefault(name, "");
    }

    private void row(Object... cells) {
        out.println(String.format(Locale.ROOT, ROW, cells).stripTrailing());
    }
}
