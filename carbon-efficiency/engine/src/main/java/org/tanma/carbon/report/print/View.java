// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a template is filled with; every text is fit for XML. */
final class View {
    private static final char REPLACEMENT = '\uFFFD';

    private final Map<String, Object> values = new HashMap<>();

    /** A text; characters that XML cannot carry are shown as replaced. */
    View text(String key, String text) {
        values.put(key, clean(text));
        return this;
    }

    View flag(String key, boolean isSet) {
        values.put(key, isSet);
        return this;
    }

    View list(String key, List<View> views) {
        values.put(key, views.stream().map(View::values).toList());
        values.put(key + "Any", !views.isEmpty());
        return this;
    }

    View texts(String key, List<String> texts) {
        return list(
                key, texts.stream().map(text -> new View().text("text", text)).toList());
    }

    View with(Map<String, String> texts) {
        texts.forEach((key, text) -> text(key.replace('.', '_'), text));
        return this;
    }

    Map<String, Object> values() {
        return values;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean isCarried = point == '\n'
                    || point == '\t'
                    || point >= ' ' && point <= '\uD7FF' && !Character.isISOControl(point)
                    || point >= '\uE000' && point < '\uFFFE'
                    || Character.isSupplementaryCodePoint(point);
            clean.appendCodePoint(isCarried ? point : REPLACEMENT);
        });
        return clean.toString();
    }
}
