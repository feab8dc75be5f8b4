// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The places known, each with the wider places around it. Immutable. */
public final class GeographyCatalog {
    private static final Pattern DIVISION_CODE = Pattern.compile("[1-9][0-9]{5}");

    private final Map<String, Geography> byId = new LinkedHashMap<>();

    /** Errors: {@link IllegalArgumentException} on a repeated id or a parent that is not listed before its child. */
    public GeographyCatalog(List<Geography> places) {
        for (Geography place : places) {
            if (place.parent() != null && !byId.containsKey(place.parent())) {
                throw new IllegalArgumentException(
                        "geography %s names the unknown parent %s".formatted(place.id(), place.parent()));
            }
            if (byId.put(place.id(), place) != null) {
                throw new IllegalArgumentException("geography " + place.id() + " is listed twice");
            }
        }
    }

    /**
     * The place of an id, or of a six-digit GB/T 2260 division code: {@code 330502} is found as its province, {@code
     * CN-33}.
     */
    public Optional<Geography> find(String idOrDivisionCode) {
        String id = DIVISION_CODE.matcher(idOrDivisionCode).matches()
                ? "CN-" + idOrDivisionCode.substring(0, 2)
                : idOrDivisionCode;
        return Optional.ofNullable(byId.get(id));
    }

    /** The place and the wider places around it, narrowest first. */
    public List<Geography> chain(Geography place) {
        List<Geography> chain = new ArrayList<>();
        @Nullable Geography next = place;
        while (next != null) {
            chain.add(next);
            next = next.parent() == null ? null : byId.get(next.parent());
        }
        return chain;
    }

    public List<Geography> all() {
        return List.copyOf(byId.values());
    }
}
