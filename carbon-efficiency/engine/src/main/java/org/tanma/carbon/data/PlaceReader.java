// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.factor.GeographyCatalog;
import org.tanma.carbon.inventory.ActivityNames;
import org.tanma.carbon.text.LocalText;

/** Reads {@code geography.csv} and {@code activities.csv}: the names of places, fuels and materials. */
final class PlaceReader {
    private PlaceReader() {}

    static GeographyCatalog readGeographies(EditionFolder folder, String edition) {
        return new GeographyCatalog(CsvTable.read(
                folder,
                edition + "/geography.csv",
                List.of("id", "kind", "parent", "name_zh", "name_en"),
                row -> new Geography(
                        row.text("id"), Geography.Kind.valueOf(row.text("kind")), row.findText("parent"), name(row))));
    }

    static ActivityNames readNames(EditionFolder folder, String edition) {
        Map<String, LocalText> names = new LinkedHashMap<>();
        CsvTable.read(folder, edition + "/activities.csv", List.of("id", "name_zh", "name_en"), row -> {
            if (names.put(row.text("id"), name(row)) != null) {
                throw row.problem("'" + row.text("id") + "' is listed twice");
            }
            return row;
        });
        return new ActivityNames(names);
    }

    private static LocalText name(CsvTable.Row row) {
        return new LocalText(row.text("name_zh"), row.text("name_en"));
    }
}
