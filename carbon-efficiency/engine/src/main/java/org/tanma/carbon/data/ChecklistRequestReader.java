// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.checklist.ChecklistRequest;
import org.tanma.carbon.quantity.Quantity;

/** Reads the figures that are to be checked against a list of indicators. */
final class ChecklistRequestReader {
    private ChecklistRequestReader() {}

    /** The request under {@code checklist}; what is wrong with it is noted in {@code parts}. */
    static Optional<ChecklistRequest> read(RequestParts parts, YamlObject yaml) {
        Optional<Map<String, Quantity>> figures = parts.attempt(yaml.place(), () -> {
            yaml.allowing("scheme", "subject", "year", "figures");
            Map<String, Quantity> read = new LinkedHashMap<>();
            yaml.objectMap("figures")
                    .forEach((id, value) -> parts.attempt(
                                    value.place(), () -> parts.quantity(value.allowing("value", "unit")))
                            .flatMap(found -> found)
                            .ifPresent(found -> read.put(id, found)));
            return read;
        });
        Optional<EditionRef> scheme = parts.attempt(yaml.place(), () -> EditionRef.parse(yaml.text("scheme")));
        Optional<String> subject = parts.attempt(yaml.place(), () -> yaml.text("subject"));
        Optional<Integer> year = parts.attempt(yaml.place(), () -> yaml.integer("year"));
        return parts.isSound()
                ? Optional.of(new ChecklistRequest(
                        scheme.orElseThrow(), subject.orElseThrow(), year.orElseThrow(), figures.orElseThrow()))
                : Optional.empty();
    }
}
