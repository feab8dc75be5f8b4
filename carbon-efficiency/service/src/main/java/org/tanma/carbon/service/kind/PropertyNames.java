// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.text.Similarity;

/** The names by which clerks give a measured property: its code, its symbol, its label, and the laboratory's short form. */
public final class PropertyNames {
    private static final Map<String, Parameter> SHORT_FORMS = Map.of(
            "cao", Parameter.CAO_CONTENT,
            "氧化钙", Parameter.CAO_CONTENT,
            "氧化钙含量", Parameter.CAO_CONTENT,
            "mgo", Parameter.MGO_CONTENT,
            "氧化镁", Parameter.MGO_CONTENT,
            "氧化镁含量", Parameter.MGO_CONTENT,
            "热值", Parameter.NET_CALORIFIC_VALUE);
    private static final int HINTS = 3;

    private final Map<String, Parameter> byName = new HashMap<>(SHORT_FORMS);

    public PropertyNames() {
        for (Parameter parameter : Parameter.values()) {
            List.of(
                            parameter.code(),
                            parameter.symbol(),
                            parameter.label().zh(),
                            parameter.label().en())
                    .forEach(name -> byName.put(plain(name), parameter));
        }
    }

    public Optional<Parameter> find(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /** Names that look like the one given, nearest first; those of one or two letters look like too many others. */
    public List<String> nearest(String name) {
        List<String> telling =
                byName.keySet().stream().filter(known -> known.length() > 2).toList();
        return Similarity.nearest(plain(name), telling, HINTS);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
