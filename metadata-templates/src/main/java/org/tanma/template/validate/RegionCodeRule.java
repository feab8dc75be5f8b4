// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tanma.template.model.TemplateItem;

/** A city lies in its province, a county in its city (GB/T 2260: two digits each). Items: province, city, county. */
final class RegionCodeRule implements RecordRule {
    @Override
    public List<Violation> check(Map<String, String> values, List<TemplateItem> items) {
        return Stream.of(
                        Nesting.check("regionCode", values, items.get(0), items.get(1), 2),
                        Nesting.check("regionCode", values, items.get(1), items.get(2), 4))
                .flatMap(Optional::stream)
                .toList();
    }
}
