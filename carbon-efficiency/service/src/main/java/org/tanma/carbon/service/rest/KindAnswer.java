// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.util.List;
import java.util.Map;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.service.kind.ActivityKind;

/**
 * A kind of activity data as a clerk may give it.
 *
 * @param names every name it is known by
 * @param units units to give it in
 * @param properties what may be measured of it
 */
public record KindAnswer(
        String code,
        String nameZh,
        String nameEn,
        List<String> names,
        String role,
        List<String> units,
        List<PropertyAnswer> properties) {

    /** A property that may be measured, with the coherent unit of what it measures. */
    public record PropertyAnswer(String code, String symbol, String nameZh, String nameEn, String unit) {}

    static KindAnswer of(ActivityKind kind) {
        return new KindAnswer(
                kind.code(),
                kind.nameZh(),
                kind.nameEn(),
                kind.otherNames(),
                kind.role().code(),
                kind.usualUnits(),
                kind.properties().getOrDefault(kind.dimensions().get(0), Map.of()).entrySet().stream()
                        .map(e -> property(e.getKey(), e.getValue().coherentSymbol()))
                        .toList());
    }

    private static PropertyAnswer property(Parameter parameter, String unit) {
        return new PropertyAnswer(
                parameter.code(),
                parameter.symbol(),
                parameter.label().zh(),
                parameter.label().en(),
                unit);
    }
}
