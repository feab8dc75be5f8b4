// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.goods;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.text.LocalText;

/** Chooses the default value of a good, or says why there is none. */
public final class DefaultValues {
    private final CbamCatalog catalog;

    public DefaultValues(CbamCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The default value; empty if there is none, which is then noted.
     *
     * @param cn CN code
     * @param country where the good was made
     * @param variant which of several goods of the code; empty if not said
     * @param path where in the request
     * @param missing takes what is wrong
     */
    public Optional<DefaultValue> choose(
            String cn, String country, String variant, String path, List<Missing> missing) {
        List<DefaultValue> found = catalog.findDefaults(cn, country);
        if (found.isEmpty()) {
            missing.add(new Missing(
                    Missing.Reason.FACTOR,
                    path,
                    new LocalText("没有该国该商品的默认值", "no default value for this good of this country"),
                    country + " " + cn,
                    String.join(
                            ", ",
                            catalog.defaults().stream()
                                    .map(DefaultValue::country)
                                    .distinct()
                                    .sorted()
                                    .toList()),
                    new LocalText("改用实际值，或核对国别与编码", "use actual emissions, or check country and code")));
            return Optional.empty();
        }
        List<DefaultValue> chosen = found.size() == 1 && variant.isEmpty()
                ? found
                : found.stream().filter(each -> each.variant().equals(variant)).toList();
        if (chosen.size() != 1) {
            missing.add(new Missing(
                    Missing.Reason.PARAMETER,
                    path + "/variant",
                    new LocalText("该编码有多种商品", "the code has several goods"),
                    variant,
                    String.join(", ", found.stream().map(DefaultValue::variant).toList()),
                    new LocalText("用 variant 指明其一", "name one with variant")));
            return Optional.empty();
        }
        return Optional.of(chosen.get(0));
    }
}
