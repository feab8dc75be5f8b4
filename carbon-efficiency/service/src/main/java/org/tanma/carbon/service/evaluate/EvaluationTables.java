// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.EnergyGradeTable;
import org.tanma.carbon.report.content.Labels;
import org.tanma.carbon.report.content.ReportTable;
import org.tanma.carbon.report.content.ReportTable.Cell;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.text.LocalText;

/** The tables of a report that only some kept results have. */
final class EvaluationTables {
    private static final LocalText ITEM = new LocalText("项目", "Item");
    private static final LocalText VALUE = new LocalText("数值", "Value");
    private static final LocalText NAME = new LocalText("名称", "Name");
    private static final LocalText TOTAL = new LocalText("合计", "Total");
    private static final LocalText UNKNOWN = new LocalText("未说明", "not stated");

    private final Function<Amount, Quantity> quantity;

    EvaluationTables(Function<Amount, Quantity> quantity) {
        this.quantity = quantity;
    }

    /** Grades by energy first, then gases, places, scope 3, and how far the result can be relied on. */
    List<ReportTable> of(EvaluationResult result) {
        List<ReportTable> tables = new ArrayList<>();
        result.physicalGrades().forEach(grade -> tables.add(physical(grade)));
        @Nullable List<EvaluationResult.GasLine> gases = result.gases();
        if (gases != null) {
            tables.add(gases(gases));
        }
        @Nullable BreakdownResult breakdown = result.breakdown();
        if (breakdown != null) {
            groups(tables, new LocalText("按场所", "By site"), breakdown.sites());
            groups(tables, new LocalText("按工序", "By process"), breakdown.processes());
            groups(tables, new LocalText("按设备", "By device"), breakdown.devices());
        }
        @Nullable ValueChainResult chain = result.valueChain();
        if (chain != null) {
            tables.add(valueChain(chain));
        }
        @Nullable AssessmentResult assessment = result.assessment();
        if (assessment != null) {
            tables.add(assessment(assessment));
        }
        return tables;
    }

    private ReportTable physical(PhysicalGradeResult result) {
        PhysicalGradeResult.@Nullable Graded graded = result.graded();
        if (graded == null) {
            return EnergyGradeTable.refused(
                    new LocalText(result.product(), result.product()),
                    result.scheme(),
                    result.reasons().stream()
                            .map(reason ->
                                    new CarbonReport.RefusalLine(reason.what(), reason.given(), reason.allowed()))
                            .toList());
        }
        @Nullable Amount toBetter = graded.toBetter();
        return EnergyGradeTable.graded(
                graded.title(),
                result.scheme(),
                graded.grade(),
                graded.label(),
                new EnergyGradeTable.Figures(
                        quantity.apply(graded.intensity()),
                        graded.lines().stream()
                                .map(line -> new EnergyGradeTable.Level(line.level(), quantity.apply(line.value())))
                                .toList(),
                        quantity.apply(graded.energy()),
                        quantity.apply(graded.output()),
                        toBetter == null ? null : quantity.apply(toBetter)));
    }

    private ReportTable gases(List<EvaluationResult.GasLine> gases) {
        return new ReportTable(
                new LocalText("分气体", "By gas"),
                List.of(new LocalText("气体", "Gas"), new LocalText("质量", "Mass"), new LocalText("折二氧化碳当量", "As CO2e")),
                gases.stream()
                        .map(gas -> List.of(Cell.of(gas.gas()), figure(gas.mass()), figure(gas.co2e())))
                        .toList());
    }

    private void groups(List<ReportTable> tables, LocalText title, List<BreakdownResult.Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        tables.add(new ReportTable(
                title,
                List.of(NAME, Labels.SCOPE_1, Labels.SCOPE_2, TOTAL, new LocalText("占比", "Share")),
                groups.stream()
                        .map(group -> {
                            @Nullable String name = group.name();
                            return List.of(
                                    name == null ? Cell.of(UNKNOWN) : Cell.of(name),
                                    figure(group.scope1()),
                                    figure(group.scope2()),
                                    figure(group.total()),
                                    percent(group.share()));
                        })
                        .toList()));
    }

    private ReportTable valueChain(ValueChainResult chain) {
        List<List<Cell>> rows = new ArrayList<>();
        chain.sources()
                .forEach(source -> rows.add(List.of(
                        Cell.of(source.source()),
                        Cell.of(source.label()),
                        figure(source.amount()),
                        figure(source.emission()))));
        rows.add(List.of(Cell.of(Labels.TOTAL_SCOPE_3), Cell.of(""), Cell.of(""), figure(chain.total())));
        return new ReportTable(
                new LocalText("范围三（不计入总量）", "Scope 3, outside the total"),
                List.of(
                        new LocalText("排放源", "Source"),
                        NAME,
                        new LocalText("活动数据", "Activity data"),
                        new LocalText("排放量", "Emissions")),
                rows);
    }

    private ReportTable assessment(AssessmentResult assessment) {
        AssessmentResult.CompletenessLine completeness = assessment.completeness();
        AssessmentResult.UncertaintyLine uncertainty = assessment.uncertainty();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("完整性", "Completeness", percent(completeness.share())));
        rows.add(row(
                "已答复的方法项目",
                "Terms of the method answered",
                Cell.of(completeness.answeredTerms() + " / " + completeness.requiredTerms())));
        rows.add(row(
                "已填报的月份",
                "Months reported",
                Cell.of(completeness.reportedMonths() + " / " + completeness.expectedMonths())));
        rows.add(row(
                "数据质量得分（满分 100）",
                "Data quality, points of 100",
                Cell.of(assessment.dataQuality().score())));
        @Nullable String percent = uncertainty.percent();
        if (percent != null) {
            rows.add(row("不确定性（95 %，误差传递）", "Uncertainty (95 %, by propagation)", Cell.of("± " + percent + " %")));
            rows.add(row("区间下限", "Lower end", figure(uncertainty.lower())));
            rows.add(row("区间上限", "Upper end", figure(uncertainty.upper())));
        }
        return new ReportTable(
                new LocalText("结果的可靠程度", "How far the result can be relied on"), List.of(ITEM, VALUE), rows);
    }

    private static List<Cell> row(String zh, String en, Cell value) {
        return List.of(Cell.of(new LocalText(zh, en)), value);
    }

    private Cell figure(Amount amount) {
        return Cell.of(quantity.apply(amount));
    }

    private static Cell percent(String share) {
        return Cell.ofShare(new Quantity(new BigDecimal(share), Unit.ONE));
    }
}
