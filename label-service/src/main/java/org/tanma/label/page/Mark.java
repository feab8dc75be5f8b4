// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import java.util.List;
import org.tanma.label.issue.CarbonLevel;

/**
 * Marks told apart by shape and sign as well as by colour, drawn as inline SVG of 24 by 24 units.
 *
 * <p>The five grade colours lie on a path from blue through grey to red, each with white text at a contrast of at least 4.5:1
 * and apart from its neighbours for a deuteranope.
 */
final class Mark {
    /** Colours of grades 1 to 5. */
    static final List<String> GRADE_COLOURS = List.of("#08306b", "#1d6fa5", "#5f6368", "#a65300", "#7a0c1e");

    /** Side of a badge's mark, in CSS pixels. */
    static final int BADGE = 40;

    static final String GOOD = "#0b5d3b";
    static final String BAD = "#a40e26";
    static final String WARN = "#8a6100";

    private static final String CIRCLE = "<circle cx=\"12\" cy=\"12\" r=\"11\"/>";
    private static final String HEXAGON = "<path d=\"M6.2 1.5h11.6L23.5 12l-5.7 10.5H6.2L.5 12z\"/>";
    private static final String SQUARE = "<path d=\"M2 2h20v20H2z\"/>";
    private static final String DIAMOND = "<path d=\"M12 0l12 12-12 12L0 12z\"/>";
    private static final String OCTAGON = "<path d=\"M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z\"/>";
    private static final String TRIANGLE = "<path d=\"M12 1l12 22H0z\"/>";
    private static final List<String> GRADE_SHAPES = List.of(CIRCLE, HEXAGON, SQUARE, DIAMOND, OCTAGON);

    private Mark() {}

    /** The digit of a grade in the shape of that grade: circle, hexagon, square, diamond, octagon. */
    static String grade(int grade, int side) {
        return draw(GRADE_SHAPES.get(grade - 1), GRADE_COLOURS.get(grade - 1), Integer.toString(grade), 17, 14, side);
    }

    static String level(CarbonLevel level, String sign) {
        return switch (level) {
            case LOW -> draw(CIRCLE, GRADE_COLOURS.get(0), sign, 16.5, 12, BADGE);
            case MEDIUM -> draw(SQUARE, GRADE_COLOURS.get(2), sign, 16.5, 12, BADGE);
            case HIGH -> draw(TRIANGLE, GRADE_COLOURS.get(4), sign, 20, 10, BADGE);
        };
    }

    static String verdict(Verdict verdict) {
        return switch (verdict.tone()) {
            case GOOD -> draw(CIRCLE, GOOD, "✓", 17, 14, 48);
            case BAD -> draw(OCTAGON, BAD, "✕", 17, 14, 48);
            case WARN -> draw(TRIANGLE, WARN, "!", 20.5, 14, 48);
        };
    }

    private static String draw(String shape, String colour, String sign, double foot, int size, int side) {
        return "<svg width=\"" + side + "\" height=\"" + side
                + "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><g fill=\""
                + colour + "\">" + shape + "</g><text x=\"12\" y=\"" + foot
                + "\" text-anchor=\"middle\" font-size=\"" + size + "\" font-weight=\"700\" fill=\"#fff\">" + sign
                + "</text></svg>";
    }
}
