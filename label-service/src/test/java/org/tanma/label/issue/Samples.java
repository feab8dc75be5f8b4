// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** A believable evaluation and the people who ask for its code. */
public final class Samples {
    public static final String ENTERPRISE = "88.118.1/ENTERPRISE";
    public static final Instant NOW = Instant.parse("2026-11-21T02:00:00.5Z");
    public static final Caller CLERK = new Caller("clerk", Set.of("ENTERPRISE_CLERK"), Set.of("88.118.1"));
    public static final Caller STRANGER = new Caller("stranger", Set.of("ENTERPRISE_CLERK"), Set.of("88.118.2"));
    public static final Caller REGULATOR = new Caller("regulator", Set.of("REGULATOR"), Set.of());
    public static final BilingualText ISSUER = new BilingualText("碳码演示节点", "Tanma demonstration node");

    private Samples() {}

    public static GradingScheme scheme() {
        return new GradingScheme(
                "zhejiang-type",
                "2024",
                new BilingualText("浙江型工业碳效评价", "Zhejiang-type industrial carbon-efficiency grading"),
                "0.6",
                "2.0",
                List.of("0.6", "0.8", "1.2", "2.0"));
    }

    public static GradedResult graded(String evaluationId) {
        return graded(evaluationId, "0.8912345", 3, true);
    }

    public static GradedResult graded(String evaluationId, String ratio, int grade, boolean isDemonstration) {
        Figure valueAdded = new Figure("102345.67", Figure.TEN_THOUSAND_CNY);
        Figure intensity = new Figure("10.1357", Figure.T_CO2E_PER_TEN_THOUSAND_CNY);
        Figure mean = new Figure("11.3724", Figure.T_CO2E_PER_TEN_THOUSAND_CNY);
        return new GradedResult(
                evaluationId,
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                new EnterpriseDescription(
                        ENTERPRISE,
                        new BilingualText("太湖示范水泥有限公司", "Taihu Demonstration Cement Co., Ltd."),
                        new BilingualText("浙江省湖州市", "Huzhou, Zhejiang"),
                        new BilingualText("水泥制造（GB/T 4754 C3011）", "Cement manufacture (GB/T 4754 C3011)")),
                2025,
                new EmissionTotals(tonnes("1037310.4499"), parts()),
                new Grading(valueAdded, intensity, mean, 87, 2024, ratio, CarbonLevel.HIGH, grade, "1.25", scheme()),
                new EvaluationBasis(
                        new Edition("cn-cement", "2015"),
                        List.of(new Edition("cn-fuels", "2015"), new Edition("cn-grid", "2023")),
                        "AR5",
                        List.of(new BilingualText("生料有机碳含量取缺省值", "Organic carbon of the kiln feed is a default value")),
                        List.of(new BilingualText("未计厂外运输", "Transport outside the plant is not counted")),
                        null),
                isDemonstration);
    }

    private static List<EmissionPart> parts() {
        return List.of(
                new EmissionPart(1, new BilingualText("燃料燃烧", "Fuel combustion"), tonnes("378435")),
                new EmissionPart(1, new BilingualText("熟料碳酸盐分解", "Clinker carbonates"), tonnes("597875.4499")),
                new EmissionPart(2, new BilingualText("外购电力", "Purchased electricity"), tonnes("61000")));
    }

    private static Figure tonnes(String value) {
        return new Figure(value, Figure.T_CO2E);
    }

    public static UngradedResult ungraded(String evaluationId) {
        return new UngradedResult(
                evaluationId,
                ENTERPRISE,
                2025,
                List.of(
                        new WordedViolation(
                                "activity-data/KILN-1/2025-03",
                                "",
                                new Wording("数量", "a quantity"),
                                new Wording("请填报三月的煤", "Report March's coal.")),
                        new WordedViolation(
                                "value-added",
                                "-3",
                                new Wording("大于零", "more than zero"),
                                new Wording("强度需要增加值", "An intensity needs value added."))));
    }
}
