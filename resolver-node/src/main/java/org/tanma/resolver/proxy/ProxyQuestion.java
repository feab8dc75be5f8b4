// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a browser asks for besides the handle.
 *
 * @param indexes values with one of these, and with one of {@code types}, are looked at; all when both are empty
 * @param mayRedirect false to be shown the values and sent nowhere
 * @param followsAliases whether an alias is followed to the handle it names
 * @param appended text to be put after the address
 * @param locationAttributes attributes that the location should have, names in lower case
 * @param country two letters of ISO 3166, empty when unknown
 * @param accept the {@code Accept} header
 */
public record ProxyQuestion(
        List<Integer> indexes,
        List<String> types,
        boolean mayRedirect,
        boolean followsAliases,
        String appended,
        Map<String, String> locationAttributes,
        String country,
        String accept) {
    public ProxyQuestion {
        indexes = List.copyOf(indexes);
        types = List.copyOf(types);
        locationAttributes = Map.copyOf(locationAttributes);
    }

    /** Asks to be sent to wherever the handle leads. */
    public static final ProxyQuestion PLAIN = new ProxyQuestion(List.of(), List.of(), true, true, "", Map.of(), "", "");

    /** The pairs of {@code locatt} parameters such as {@code id:1}; what is no pair is passed over. */
    public static Map<String, String> attributes(List<String> given) {
        Map<String, String> attributes = new HashMap<>();
        for (String pair : given) {
            int colon = pair.indexOf(':');
            if (colon > 0) {
                attributes.put(pair.substring(0, colon).toLowerCase(Locale.ROOT), pair.substring(colon + 1));
            }
        }
        return attributes;
    }

    boolean isSelective() {
        return !indexes.isEmpty() || !types.isEmpty();
    }

    /** True when the asker names forms it takes, and a page is not among them. */
    boolean wantsOtherForm() {
        String forms = accept.toLowerCase(Locale.ROOT);
        return !forms.isBlank()
                && !forms.contains("text/html")
                && !forms.contains("application/xhtml+xml")
                && !forms.contains("*/*")
                && !forms.contains("text/*");
    }
}
