// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tanma.standalone.phrase.Phrases;

/**
 * What was given for each knob, and the faults found in it.
 *
 * <p>Shape: what is given later replaces what was given before, so a file is read first and options follow. A fault hinders
 * nothing here; {@link NodeSettings#of} refuses all of them together. Not for several threads.
 */
public final class Settings {
    private static final int MOST_SHOWN = 60;

    /** A value as text, what a message calls it, and the directory that a relative path is in; empty for the present one. */
    private record Given(String text, String origin, Optional<Path> place) {}

    private final Catalogue catalogue;
    private final Phrases phrases;
    private final Map<String, Given> given = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    public Settings(Catalogue catalogue, Phrases phrases) {
        this.catalogue = catalogue;
        this.phrases = phrases;
    }

    /** Takes in all of a file; its faults are kept. */
    public void read(Path file) {
        new ConfigFile(file, this, phrases).read();
    }

    /** Takes in the value of an option. */
    public void give(Knob knob, String text) {
        give(knob, text, knob.option(), Optional.empty());
    }

    void give(Knob knob, String text, String origin, Optional<Path> place) {
        if (knob.isAllowed(text)) {
            given.put(knob.key(), new Given(text, origin, place));
        } else {
            fault(phrases.text("fault.value", origin, shown(knob, text), knob.allowed(phrases)));
        }
    }

    /** A value as a message may show it: on one line, not long, and no address that may hold a password. */
    private static String shown(Knob knob, String text) {
        if (knob.kind() == KnobKind.REDIS_URL || knob.kind() == KnobKind.JDBC_URL) {
            return "…";
        }
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    }

    /** A fault that concerns this knob. */
    void faultAt(String key, String phrase, Object... parts) {
        fault(phrases.text("fault.of", origin(key), phrases.text(phrase, parts)));
    }

    void fault(String sentence) {
        faults.add(sentence);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** What a message calls the value of this knob: where it was given, or its key. */
    public String origin(String key) {
        Given found = given.get(key);
        return found == null ? key : found.origin();
    }

    boolean isGiven(String key) {
        return given.containsKey(key);
    }

    /** What is in effect, or what holds without it. */
    Optional<String> text(String key) {
        Given found = given.get(key);
        String text = found == null ? knob(key).standard() : found.text();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    String required(String key) {
        return text(key).orElseThrow(() -> new IllegalArgumentException(key + " has no default"));
    }

    /** A number, in the knob's unit; empty where the machine decides. */
    OptionalLong number(String key) {
        return text(key).map(text -> OptionalLong.of(Long.parseLong(text))).orElseGet(OptionalLong::empty);
    }

    long whole(String key) {
        return Long.parseLong(required(key));
    }

    int count(String key) {
        return Math.toIntExact(whole(key));
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(required(key));
    }

    /** A path; one that a file gives is beside that file. */
    Optional<Path> path(String key) {
        return text(key).map(text -> {
            Given found = given.get(key);
            Path path = Path.of(text);
            return found == null
                    ? path
                    : found.place().map(place -> place.resolve(path)).orElse(path);
        });
    }

    private Knob knob(String key) {
        return catalogue.find(key).orElseThrow(() -> new IllegalArgumentException("no knob " + key));
    }
}
