// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.method.TraceNode;

/** The way from the total down to each reading: every figure in full, with its formula and where it comes from. */
final class TraceLines {
    private final Lines lines;

    TraceLines(Lines lines) {
        this.lines = lines;
    }

    void print(TraceNode root) {
        lines.phrase(0, "trace.title");
        print(root, 1);
    }

    private void print(TraceNode node, int depth) {
        lines.plain(depth, lines.word(node.label()) + ": " + Figures.exact(node.value()) + " = " + node.formula());
        node.inputs().forEach(input -> print(input, depth + 2));
        node.children().forEach(child -> print(child, depth + 1));
    }

    private void print(TraceInput input, int depth) {
        lines.plain(
                depth,
                input.symbol() + " = " + Figures.exact(input.value()) + "  " + lines.word(input.label()) + "; "
                        + origin(input.origin()));
    }

    private String origin(Origin origin) {
        if (origin instanceof Origin.Reading reading) {
            return reading(reading);
        }
        if (origin instanceof Origin.Measured measured) {
            return lines.text("trace.measured", measured.scope(), measured.evidence());
        }
        if (origin instanceof Origin.Assumed assumed) {
            return lines.text("trace.assumed", assumed.scope());
        }
        if (origin instanceof Origin.MethodConstant constant) {
            return lines.text("trace.constant", constant.method(), constant.text(), constant.source());
        }
        if (origin instanceof Origin.Computed computed) {
            return lines.text("trace.computed", computed.node());
        }
        return factor(((Origin.FromFactor) origin).match());
    }

    private String reading(Origin.Reading reading) {
        String text = lines.text("trace.reading", reading.source(), reading.period());
        @Nullable String meter = reading.meter();
        @Nullable String digest = reading.evidenceDigest();
        return text
                + (meter == null ? "" : lines.text("trace.meter", meter))
                + (digest == null ? "" : lines.text("trace.evidence", digest));
    }

    private String factor(FactorMatch match) {
        Factor factor = match.factor();
        return lines.text(
                "trace.factor",
                factor.edition(),
                factor.id(),
                factor.geography(),
                factor.sourceRef(),
                factor.pageOrTable(),
                lines.word(factor.quality().label()));
    }
}
