// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;
import static org.tanma.carbon.report.CanonicalJson.text;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;

/** The JSON of a trace. */
final class TraceJson {
    private TraceJson() {}

    static SortedMap<String, Object> node(TraceNode node) {
        SortedMap<String, Object> json = object();
        json.put("id", node.id());
        json.put("label", text(node.label()));
        json.put("formula", node.formula());
        json.put("value", figure(node.value()));
        if (!node.inputs().isEmpty()) {
            json.put("inputs", node.inputs().stream().map(TraceJson::input).toList());
        }
        if (!node.children().isEmpty()) {
            json.put("children", node.children().stream().map(TraceJson::node).toList());
        }
        return json;
    }

    private static SortedMap<String, Object> input(TraceInput input) {
        SortedMap<String, Object> json = object();
        json.put("symbol", input.symbol());
        json.put("label", text(input.label()));
        json.put("value", figure(input.value()));
        json.put("origin", origin(input.origin()));
        return json;
    }

    private static SortedMap<String, Object> origin(Origin origin) {
        SortedMap<String, Object> json = object();
        if (origin instanceof Origin.Reading reading) {
            json.put("kind", "reading");
            json.put("source", reading.source());
            json.put("period", reading.period());
            putIfKnown(json, "meter", reading.meter());
            putIfKnown(json, "evidenceDigest", reading.evidenceDigest());
        } else if (origin instanceof Origin.Measured measured) {
            json.put("kind", "measured");
            json.put("scope", measured.scope());
            json.put("evidence", measured.evidence());
            @Nullable BigDecimal uncertainty = measured.uncertaintyPercent();
            putIfKnown(
                    json,
                    "uncertaintyPercent",
                    uncertainty == null
                            ? null
                            : uncertainty.stripTrailingZeros().toPlainString());
        } else if (origin instanceof Origin.Assumed assumed) {
            json.put("kind", "assumed");
            json.put("scope", assumed.scope());
        } else if (origin instanceof Origin.FromFactor from) {
            json.put("kind", "factor");
            json.put("edition", from.match().factor().edition().toString());
            json.put("id", from.match().factor().id());
            json.put("quality", from.match().factor().quality().code());
        } else if (origin instanceof Origin.Computed computed) {
            json.put("kind", "computed");
            json.put("node", computed.node());
        } else if (origin instanceof Origin.MethodConstant constant) {
            json.put("kind", "constant");
            json.put("method", constant.method().toString());
            json.put("text", constant.text());
            json.put("source", constant.source());
        }
        return json;
    }

    static SortedMap<String, Object> factor(FactorMatch match) {
        Factor factor = match.factor();
        SortedMap<String, Object> json = figure(factor.value());
        json.put("edition", factor.edition().toString());
        json.put("id", factor.id());
        json.put("geography", factor.geography());
        json.put("fallbackLevel", match.level().code());
        json.put("yearsEarlier", match.yearsEarlier());
        json.put("boundary", factor.boundary());
        json.put("sourceRef", factor.sourceRef());
        json.put("pageOrTable", factor.pageOrTable());
        json.put("quality", factor.quality().code());
        return json;
    }
}
