// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;

/**
 * One place where what a handle names can be had.
 *
 * <p>Shape: all attributes as they stand in the list, names in lower case. {@code weight} is 1 when none or no number is
 * given.
 */
public record Location(Map<String, String> attributes) {
    private static final String TEMPLATE_HANDLE = "{hdl}";

    public Location {
        attributes = Map.copyOf(attributes);
    }

    /** The attribute's text; empty when there is none. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Where it is, for one handle; empty when it is no web address. */
    public Optional<WebAddress> address(HandleName handle) {
        String href = attribute("href");
        return WebAddress.parse(
                href.isEmpty()
                        ? attribute("href_template").replace(TEMPLATE_HANDLE, PathText.encode(handle.toString()))
                        : href);
    }

    /** How likely it is to be chosen among others. */
    public double weight() {
        try {
            double weight = Double.parseDouble(attribute("weight"));
            return Double.isFinite(weight) ? weight : 1;
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /** True when it serves programs that ask for another form than a page. */
    boolean isForContentNegotiation() {
        return attribute("http_role").equalsIgnoreCase("conneg");
    }
}
