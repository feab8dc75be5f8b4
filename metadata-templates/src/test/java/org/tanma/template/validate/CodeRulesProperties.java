// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tanma.template.code.CodeTable;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.RuleUse;
import org.tanma.template.model.TemplateItem;

/** Rules over codes judge any text: a template of an enterprise may ask for them over items of any form. */
class CodeRulesProperties {
    private static final List<TemplateItem> ITEMS =
            TemplateCatalog.load().get("enterprise").items().subList(0, 4);
    private static final RuleUse USE = new RuleUse("any", List.of("orgName"));

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(8),
                Arbitraries.of("C", "30", "301", "3011", "98"),
                Arbitraries.of(CodeTable.regions().codes()));
    }

    @Property
    void anyText_isJudged_andWhatIsWrongIsSaid(
            @ForAll("codes") String a,
            @ForAll("codes") String b,
            @ForAll("codes") String c,
            @ForAll("codes") String d) {
        Map<String, String> values = Map.of(
                ITEMS.get(0).code(),
                a,
                ITEMS.get(1).code(),
                b,
                ITEMS.get(2).code(),
                c,
                ITEMS.get(3).code(),
                d);
        for (RecordRule rule : List.of(new IndustryCodeRule(), new RegionCodeRule(), new CasNumberRule())) {
            for (Violation violation : rule.check(values, ITEMS, USE)) {
                assertThat(values).containsKey(violation.path());
                assertThat(violation.message(Locale.ENGLISH)).doesNotContain("{0}");
            }
        }
    }

    /** Four levels that fit one another are never refused. */
    @Property
    void everyClass_withItsLevels_isTaken(@ForAll @IntRange(min = 100, max = 9799) int number) {
        String subclass = "%04d".formatted(number);
        String division = subclass.substring(0, 2);
        String section = org.tanma.template.code.IndustrySections.shared()
                .ofDivision(division)
                .orElseThrow()
                .letter();
        Map<String, String> values = Map.of(
                ITEMS.get(0).code(),
                section,
                ITEMS.get(1).code(),
                division,
                ITEMS.get(2).code(),
                subclass.substring(0, 3),
                ITEMS.get(3).code(),
                subclass);
        assertThat(new IndustryCodeRule().check(values, ITEMS, USE)).isEmpty();
    }
}
