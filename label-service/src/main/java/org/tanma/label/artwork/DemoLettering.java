// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.artwork;

/** The word DEMO in letters of 5 by 7 modules, so that no font is needed. */
final class DemoLettering {
    private static final String[] ROWS = {
        "####. ##### #...# .###.",
        "#...# #.... ##.## #...#",
        "#...# #.... #.#.# #...#",
        "#...# ####. #.#.# #...#",
        "#...# #.... #...# #...#",
        "#...# #.... #...# #...#",
        "####. ##### #...# .###.",
    };

    /** Modules across the word. */
    static final int WIDTH = ROWS[0].length();

    /** Modules from top to foot. */
    static final int HEIGHT = ROWS.length;

    private DemoLettering() {}

    static boolean isDark(int x, int y) {
        return y >= 0 && y < HEIGHT && x >= 0 && x < WIDTH && ROWS[y].charAt(x) == '#';
    }
}
