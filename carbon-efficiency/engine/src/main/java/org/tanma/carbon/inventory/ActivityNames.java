// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/**
 * Names of fuels and materials.
 *
 * @param byItem name by item, for example {@code bituminous-coal}
 */
public record ActivityNames(Map<String, LocalText> byItem) {
    public ActivityNames {
        byItem = Map.copyOf(byItem);
    }

    public Optional<LocalText> find(String item) {
        return Optional.ofNullable(byItem.get(item));
    }

    /** The term's name with the item's, if it has one: {@code 化石燃料燃烧：烟煤}. */
    LocalText label(LocalText term, String item) {
        if (item.isEmpty()) {
            return term;
        }
        LocalText name = find(item).orElse(new LocalText(item, item));
        return new LocalText(term.zh() + "：" + name.zh(), term.en() + ": " + name.en());
    }
}
