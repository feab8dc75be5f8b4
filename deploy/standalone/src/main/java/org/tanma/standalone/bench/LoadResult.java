// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of one run.
 *
 * @param also members of the JSON object besides those that every run has, or in their place
 */
record LoadResult(String target, LoadPlan plan, Tally tally, Map<String, Object> also) {
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    static LoadResult of(String target, LoadPlan plan, Tally tally) {
        return new LoadResult(target, plan, tally, Map.of());
    }

    LoadResult with(Map<String, Object> members) {
        return new LoadResult(target, plan, tally, members);
    }

    /** Right answers a second. */
    double ratePerSecond() {
        return tally.answers() / (plan.measured().toMillis() / 1_000.0);
    }

    /** The run as a JSON object's members, in their order. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("target", target);
        members.put("transport", plan.transport().word());
        members.put("keys", plan.keys().word());
        members.put("connections", plan.connections());
        members.put("seconds", plan.measured().toMillis() / 1_000.0);
        members.put("ratePerSecond", rounded(ratePerSecond()));
        members.put("p50Micros", rounded(tally.micros(P50)));
        members.put("p99Micros", rounded(tally.micros(P99)));
        members.put("p999Micros", rounded(tally.micros(P999)));
        members.put("errors", tally.errors());
        members.put("operation", "resolve");
        members.put("maxMicros", rounded(tally.mostMicros()));
        members.put("meanMicros", rounded(tally.meanMicros()));
        members.put("answers", tally.answers());
        members.put("answerOctets", rounded(tally.meanOctets()));
        members.put("errorKinds", tally.failures());
        members.put("reconnects", tally.reconnects());
        members.put("resent", tally.resends());
        members.put("late", tally.strays());
        members.put("depth", plan.depth());
        members.put("threads", plan.threads());
        members.put("loop", plan.isOpenLoop() ? "open" : "closed");
        if (plan.isOpenLoop()) {
            members.put("offeredPerSecond", plan.rate());
        }
        members.put("records", plan.records());
        if (plan.keys() == KeyChoice.Distribution.ZIPF) {
            members.put("zipfExponent", plan.zipfExponent());
        }
        members.put("seed", plan.seed());
        members.put("onePerConnection", plan.isOnePerConnection());
        members.putAll(also);
        return members;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
