// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import org.tanma.template.map.ItemCell;
import org.tanma.template.model.TemplateItem;

/** Reads a spreadsheet's cell as an item's text where only one reading is possible, as {@link ItemCell} says. */
final class CellText {
    private CellText() {}

    static String of(TemplateItem item, String cell) {
        return ItemCell.text(item, cell);
    }
}
