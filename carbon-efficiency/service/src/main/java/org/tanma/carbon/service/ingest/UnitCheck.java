// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Judges units: known at all, and measuring what they should. */
public final class UnitCheck {
    private final UnitCatalog units;

    public UnitCheck(UnitCatalog units) {
        this.units = units;
    }

    /** What is wrong with the unit of an amount of this kind; empty when it fits. */
    public Optional<WordedViolation> check(String given, ActivityKind kind) {
        Wording allowed = Wording.same(String.join(", ", kind.usualUnits()));
        if (given.isEmpty()) {
            return Optional.of(new WordedViolation(
                    "unit", "", allowed, new Wording("没有单位的数量无法使用", "an amount without a unit says nothing")));
        }
        ParsedUnit parsed = units.parse(given);
        if (parsed instanceof ParsedUnit.Unknown unknown) {
            return Optional.of(new WordedViolation("unit", given, allowed, hint(unknown)));
        }
        Dimension dimension = ((ParsedUnit.Known) parsed).unit().dimension();
        if (kind.dimensions().contains(dimension)) {
            return Optional.empty();
        }
        return Optional.of(new WordedViolation("unit", given, allowed, mismatch(dimension, kind)));
    }

    /** The dimension of a unit, or what is wrong with it. */
    ParsedUnit parse(String given) {
        return units.parse(given);
    }

    static Wording hint(ParsedUnit.Unknown unknown) {
        List<String> nearest = unknown.nearest();
        if (nearest.isEmpty()) {
            return new Wording(
                    "“" + unknown.unknownPart() + "”不是已知的单位", "'" + unknown.unknownPart() + "' is not a known unit");
        }
        Wording meant = Suggestions.of(nearest);
        return unknown.differsInCaseOnly()
                ? new Wording("大小写不同（m 为毫，M 为兆），" + meant.zh(), "case counts (m is milli, M is mega): " + meant.en())
                : meant;
    }

    private static Wording mismatch(Dimension given, ActivityKind kind) {
        if (given.equals(Dimension.VOLUME) && kind.dimensions().contains(Dimension.NORMAL_VOLUME)) {
            return new Wording(
                    "m³ 是工况体积，请换算为标准状态（0 °C、101.325 kPa）：Nm3 或 10^4Nm3（万标方）",
                    "m3 is volume as metered; give it at 0 °C and 101.325 kPa in Nm3, or in 10^4Nm3");
        }
        return new Wording(
                "“" + kind.nameZh() + "”不用此单位计量",
                "this unit measures " + given.coherentSymbol() + ", not " + kind.nameEn());
    }
}
