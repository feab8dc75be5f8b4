// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import org.tanma.standalone.phrase.Phrases;

/**
 * One thing an operator can set.
 *
 * @param key section and name in the file, joined by a dot
 * @param standard what holds when nothing is given, as text; empty where that depends on the machine or is nothing
 * @param least the smallest number allowed; 0 for what is no number
 * @param most the greatest number allowed; 0 for what is no number
 * @param unit of the number, or empty
 * @param option of {@code up}, or empty
 * @param parameter what the option's value is called
 */
public record Knob(
        String key,
        KnobKind kind,
        String standard,
        long least,
        long most,
        String unit,
        String option,
        String parameter) {

    String section() {
        return key.substring(0, key.indexOf('.'));
    }

    String name() {
        return key.substring(key.indexOf('.') + 1);
    }

    public boolean isFlag() {
        return kind == KnobKind.FLAG;
    }

    /** What the option of a flag sets: the opposite of what holds without it. */
    public String flipped() {
        return Boolean.toString(!Boolean.parseBoolean(standard));
    }

    boolean isAllowed(String text) {
        if (!kind.isLike(text)) {
            return false;
        }
        if (!kind.isNumber()) {
            return true;
        }
        long number = Long.parseLong(text);
        return number >= least && number <= most && (kind != KnobKind.POWER || Long.bitCount(number) == 1);
    }

    /** What may be given. */
    String allowed(Phrases phrases) {
        return phrases.text(kind.phrase(), least, most) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** What holds when nothing is given. */
    String defaultText(Phrases phrases) {
        if (standard.isEmpty()) {
            return phrases.text("default." + key);
        }
        return unit.isEmpty() ? standard : standard + " " + unit;
    }

    /** What the option's help says. */
    public String help(Phrases phrases) {
        return isFlag()
                ? phrases.text("up.flag", why(phrases), flipped())
                : phrases.text("up.default", why(phrases), allowed(phrases), defaultText(phrases));
    }

    /** What it is for, and why its default is what it is. */
    public String why(Phrases phrases) {
        return phrases.bundle().getString("why." + key);
    }
}
