// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

import java.util.Map;
import java.util.Optional;

/**
 * One record to be registered.
 *
 * @param handle the identifier it shall have; empty lets the node choose from the template's rule
 * @param items the template's items by name: texts, numbers, truth values, lists
 */
public record RegistrationRecord(Optional<String> handle, Map<String, Object> items) {
    public RegistrationRecord {
        items = Map.copyOf(items);
    }
}
