// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkTest {
    /** Deuteranopia on linear sRGB, severity 1.0; Machado, Oliveira and Fernandes 2009. */
    private static final double[][] DEUTERANOPE = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    @Test
    void whiteOnEveryColour_hasContrastEnough() {
        List<String> colours = new ArrayList<>(Mark.GRADE_COLOURS);
        colours.addAll(List.of(Mark.GOOD, Mark.BAD, Mark.WARN));
        assertThat(colours)
                .allSatisfy(colour ->
                        assertThat(1.05 / (luminance(linear(colour)) + 0.05)).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void grades_stayApartForADeuteranope() {
        for (int a = 0; a < 5; a++) {
            for (int b = a + 1; b < 5; b++) {
                String one = Mark.GRADE_COLOURS.get(a);
                String other = Mark.GRADE_COLOURS.get(b);
                assertThat(distance(lab(seen(linear(one))), lab(seen(linear(other)))))
                        .as(one + " and " + other)
                        .isGreaterThanOrEqualTo(10);
            }
        }
    }

    @Test
    void grades_haveShapesOfTheirOwn() {
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(grade -> Mark.grade(grade, 40).replaceAll(".*?<g[^>]*>(.*?)</g>.*", "$1"))
                        .distinct())
                .hasSize(5);
        assertThat(Mark.grade(4, 40)).contains(">4</text>");
    }

    private static double[] linear(String hex) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double[] seen(double[] rgb) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += DEUTERANOPE[i][j] * rgb[j];
            }
            out[i] = Math.min(1, Math.max(0, sum));
        }
        return out;
    }

    /** CIE L*a*b* under D65. */
    private static double[] lab(double[] rgb) {
        double x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505;
        double y = luminance(rgb);
        double z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089;
        return new double[] {116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
