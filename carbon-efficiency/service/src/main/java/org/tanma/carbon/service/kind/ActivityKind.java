// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import java.util.List;
import java.util.Map;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Dimension;

/**
 * A kind of activity data.
 *
 * @param code a method's term with the item in it, {@code fuel/bituminous-coal}, {@code clinker}; or an economic figure,
 *     {@code value-added}, {@code output}
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param otherNames further names clerks use
 * @param dimensions what its amount may measure, the usual one first
 * @param usualUnits units to suggest
 * @param role what the evaluation does with it
 * @param properties what may be measured of it, with the dimension each must have, by dimension of the amount
 */
public record ActivityKind(
        String code,
        String nameZh,
        String nameEn,
        List<String> otherNames,
        List<Dimension> dimensions,
        List<String> usualUnits,
        KindRole role,
        Map<Dimension, Map<Parameter, Dimension>> properties) {
    public ActivityKind {
        otherNames = List.copyOf(otherNames);
        dimensions = List.copyOf(dimensions);
        usualUnits = List.copyOf(usualUnits);
        properties = Map.copyOf(properties);
    }

    /** The term of a method it feeds: the part before the solidus. */
    public String term() {
        int slash = code.indexOf('/');
        return slash < 0 ? code : code.substring(0, slash);
    }
}
