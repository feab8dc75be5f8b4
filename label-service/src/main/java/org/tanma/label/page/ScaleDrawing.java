// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.tanma.label.issue.Grading;

/**
 * The scale of grades as inline SVG: a band for each grade between its bounds, this enterprise above it, the peer mean below.
 *
 * <p>Linear in K from 0 to a quarter past the last bound; an enterprise beyond that stands at the end with an arrow.
 */
final class ScaleDrawing {
    private static final int WIDTH = 336;
    private static final int MARGIN = 8;
    private static final int TOP = 34;
    private static final int BAND = 26;
    private static final BigDecimal HEADROOM = new BigDecimal("1.25");

    private final Words words;

    ScaleDrawing(Words words) {
        this.words = words;
    }

    String draw(Grading grading) {
        List<BigDecimal> ends = new ArrayList<>();
        grading.scheme().gradeMax().forEach(bound -> ends.add(new BigDecimal(bound)));
        BigDecimal last = ends.get(ends.size() - 1).multiply(HEADROOM);
        ends.add(last);
        StringBuilder svg = new StringBuilder(1500);
        svg.append("<svg class=\"scale\" width=\"" + WIDTH + "\" viewBox=\"0 0 " + WIDTH
                        + " 104\" role=\"img\" aria-label=\"")
                .append(words.text("scale.alt", grading.ratio(), Integer.toString(grading.efficiencyGrade())))
                .append("\" font-size=\"12\" text-anchor=\"middle\">");
        bands(svg, ends, last);
        enterprise(svg, grading, last);
        mean(svg, last);
        return svg.append("</svg>").toString();
    }

    private static void bands(StringBuilder svg, List<BigDecimal> ends, BigDecimal last) {
        int left = MARGIN;
        for (int i = 0; i < ends.size(); i++) {
            int right = x(ends.get(i), last);
            svg.append("<rect x=\"" + left + "\" y=\"" + TOP + "\" width=\"" + (right - left - 1) + "\" height=\""
                    + BAND
                    + "\" fill=\"" + Mark.GRADE_COLOURS.get(i) + "\"/><text x=\"" + (left + right) / 2 + "\" y=\""
                    + (TOP + 18) + "\" fill=\"#fff\" font-size=\"14\" font-weight=\"700\">" + (i + 1) + "</text>");
            if (i < ends.size() - 1) {
                svg.append("<text x=\"" + right + "\" y=\"" + (TOP + BAND + 14) + "\">"
                        + ends.get(i).toPlainString() + "</text>");
            }
            left = right;
        }
    }

    private void enterprise(StringBuilder svg, Grading grading, BigDecimal last) {
        BigDecimal ratio = new BigDecimal(grading.ratio());
        boolean isBeyond = ratio.compareTo(last) > 0;
        int x = x(ratio.min(last).max(BigDecimal.ZERO), last);
        svg.append("<path d=\"M" + (x - 7) + " " + (TOP - 13) + "h14l-7 12z\"/>");
        String label = words.text("scale.own", grading.ratio()) + (isBeyond ? " →" : "");
        text(svg, x, TOP - 19, label, true);
    }

    private void mean(StringBuilder svg, BigDecimal last) {
        int x = x(BigDecimal.ONE, last);
        int foot = TOP + BAND;
        svg.append("<path d=\"M" + (x - 6) + " " + (foot + 11) + "h5v11h2v-11h5l-6-10z\"/>");
        text(svg, x, foot + 34, words.text("scale.mean"), false);
    }

    /** Keeps a label inside the picture. */
    private static void text(StringBuilder svg, int x, int y, String label, boolean isBold) {
        String anchor = x < WIDTH / 4 ? " text-anchor=\"start\"" : x > WIDTH * 3 / 4 ? " text-anchor=\"end\"" : "";
        int at = x < WIDTH / 4 ? Math.max(x - 7, 1) : x > WIDTH * 3 / 4 ? Math.min(x + 7, WIDTH - 1) : x;
        svg.append("<text x=\"" + at + "\" y=\"" + y + "\"" + anchor + (isBold ? " font-weight=\"700\"" : "") + ">"
                + label + "</text>");
    }

    private static int x(BigDecimal value, BigDecimal last) {
        return value.multiply(BigDecimal.valueOf(WIDTH - 2L * MARGIN))
                        .divide(last, 0, RoundingMode.HALF_EVEN)
                        .intValueExact()
                + MARGIN;
    }
}
