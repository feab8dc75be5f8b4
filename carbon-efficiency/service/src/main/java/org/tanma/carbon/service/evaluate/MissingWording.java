// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import java.util.stream.Collectors;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.text.LocalText;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * Says what an inventory lacks in a clerk's terms: {@code allowed} names the figure with its period, kind and unit, {@code hint}
 * what is wrong and how to mend it.
 */
final class MissingWording {
    private static final String ENTRIES = "entries/";

    private final KindCatalog kinds;

    MissingWording(KindCatalog kinds) {
        this.kinds = kinds;
    }

    WordedViolation of(Missing missing, int year) {
        Wording hint = join(missing.what(), advice(missing, year));
        return new WordedViolation(missing.path(), missing.given(), allowed(missing, year), hint);
    }

    private Wording allowed(Missing missing, int year) {
        return switch (missing.reason()) {
            case TERM -> missing.allowed().isEmpty() ? term(missing, year) : Wording.same(missing.allowed());
            case MONTH -> month(missing);
            case OVERLAP, DUPLICATE -> new Wording("只有一个值", "one value");
            case ACTIVITY_LEVEL ->
                new Wording(
                        year + " 年的产量，大于 0，单位 " + units(kinds.get("output")),
                        "the output of " + year + ", above 0, in " + units(kinds.get("output")));
            case PARAMETER -> parameter(missing);
            default -> listed(missing);
        };
    }

    private Wording term(Missing missing, int year) {
        List<ActivityKind> examples = kinds.examples(term(missing));
        if (examples.isEmpty()) {
            return monthly(year, "", "");
        }
        return monthly(
                year,
                "，种类例如 " + examples.stream().map(MissingWording::zh).collect(Collectors.joining("、")),
                ", of a kind such as "
                        + examples.stream().map(MissingWording::en).collect(Collectors.joining(" or ")));
    }

    private static Wording monthly(int year, String zhMore, String enMore) {
        return new Wording(year + " 年每月一个数值" + zhMore, "a figure for each month of " + year + enMore);
    }

    private static String zh(ActivityKind kind) {
        return kind.code() + "（" + kind.nameZh() + "，单位 " + kind.usualUnits().get(0) + "）";
    }

    private static String en(ActivityKind kind) {
        return kind.code() + " (in " + kind.usualUnits().get(0) + ")";
    }

    private Wording month(Missing missing) {
        String path = missing.path();
        String month = path.substring(path.lastIndexOf('/') + 1);
        ActivityKind kind =
                kinds.get(path.substring(path.indexOf('/', ENTRIES.length()) + 1, path.length() - month.length() - 1));
        return new Wording(
                month + " 的“" + kind.nameZh() + "”数值，单位 " + units(kind),
                "a figure of " + kind.nameEn() + " for " + month + ", in " + units(kind));
    }

    private static String units(ActivityKind kind) {
        return String.join(", ", kind.usualUnits());
    }

    /** A measured value that is needed comes with its unit; one that is not taken has nothing beside it. */
    private static Wording parameter(Missing missing) {
        if (missing.given().isEmpty()) {
            String unit = missing.allowed().equals("1") ? "%" : missing.allowed();
            return new Wording("实测值，单位 " + unit, "a measured value, in " + unit);
        }
        return listed(missing);
    }

    private static Wording listed(Missing missing) {
        return missing.allowed().isEmpty() ? new Wording("不填报此值", "no value here") : Wording.same(missing.allowed());
    }

    private LocalText advice(Missing missing, int year) {
        boolean isUnreported =
                missing.reason() == Missing.Reason.TERM && missing.allowed().isEmpty();
        List<ActivityKind> kindsOfTerm = isUnreported ? kinds.examples(term(missing)) : List.of();
        if (kindsOfTerm.isEmpty()) {
            return missing.hint();
        }
        ActivityKind kind = kindsOfTerm.get(0);
        String unit = kind.usualUnits().get(0);
        return new LocalText(
                "逐月填报，未发生的月份填 0；企业没有此项时，填一行：种类 " + kind.code() + "，期间 " + year + "，数量 0，单位 " + unit,
                "report each month, 0 where nothing happened; where the enterprise has none of it, report one row: kind "
                        + kind.code() + ", period " + year + ", amount 0, unit " + unit);
    }

    private static String term(Missing missing) {
        return missing.path().substring(missing.path().lastIndexOf('/') + 1);
    }

    private static Wording join(LocalText what, LocalText advice) {
        return new Wording(what.zh() + "；" + advice.zh(), what.en() + "; " + advice.en());
    }
}
