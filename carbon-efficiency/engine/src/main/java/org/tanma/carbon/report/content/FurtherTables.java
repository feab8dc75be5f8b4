// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.physical.PhysicalGrade;
import org.tanma.carbon.grading.physical.PhysicalOutcome;
import org.tanma.carbon.inventory.GasTotal;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.SourceTotal;
import org.tanma.carbon.inventory.ValueChain;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.content.ReportTable.Cell;
import org.tanma.carbon.text.LocalText;

/** The tables that only some results have. */
final class FurtherTables {
    private static final LocalText VALUE = new LocalText("数值", "Value");
    private static final LocalText ITEM = new LocalText("项目", "Item");
    private static final LocalText EMISSION = new LocalText("排放量", "Emissions");

    private FurtherTables() {}

    /** Gases, where there are others than CO2; scope 3, where something of it was reported. */
    static List<ReportTable> of(Inventory inventory) {
        List<ReportTable> tables = new ArrayList<>();
        List<GasTotal> gases = inventory.totals().gases();
        if (gases.size() > 1) {
            tables.add(new ReportTable(
                    new LocalText("分气体", "By gas"),
                    List.of(
                            new LocalText("气体", "Gas"),
                            new LocalText("质量", "Mass"),
                            new LocalText("折二氧化碳当量", "As CO2e")),
                    gases.stream()
                            .map(gas -> List.of(Cell.of(gas.gas().symbol()), Cell.of(gas.mass()), Cell.of(gas.co2e())))
                            .toList()));
        }
        @Nullable ValueChain chain = inventory.valueChain();
        if (chain != null) {
            tables.add(valueChain(chain));
        }
        return tables;
    }

    private static ReportTable valueChain(ValueChain chain) {
        List<List<Cell>> rows = new ArrayList<>();
        for (SourceTotal source : chain.sources()) {
            rows.add(List.of(
                    Cell.of(source.source()),
                    Cell.of(source.label()),
                    Cell.of(source.amount()),
                    Cell.of(source.emission())));
        }
        rows.add(List.of(Cell.of(Labels.TOTAL_SCOPE_3), Cell.of(""), Cell.of(""), Cell.of(chain.total())));
        return new ReportTable(
                new LocalText("范围三（不计入总量）", "Scope 3, outside the total"),
                List.of(
                        new LocalText("排放源", "Source"),
                        new LocalText("名称", "Name"),
                        new LocalText("活动数据", "Activity data"),
                        EMISSION),
                rows);
    }

    /** The grade of a product by its energy, or why there is none. */
    static ReportTable physical(PhysicalOutcome outcome) {
        return outcome instanceof PhysicalGrade grade ? graded(grade) : refused((PhysicalOutcome.NotGraded) outcome);
    }

    private static ReportTable graded(PhysicalGrade grade) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(
                "等级",
                "Grade",
                Cell.of(new LocalText(
                        grade.grade() + "，" + grade.label().zh(),
                        grade.grade() + ", " + grade.label().en()))));
        rows.add(row("单位产品能耗", "Energy per output", Cell.of(grade.intensity())));
        grade.lines()
                .forEach(line -> rows.add(row(
                        line.level() + " 级（含）", "Level " + line.level() + ", bound included", Cell.of(line.value()))));
        rows.add(row("计入的能耗", "Energy counted", Cell.of(grade.energy())));
        rows.add(row("产量", "Output", Cell.of(grade.output())));
        @Nullable Quantity toBetter = grade.toBetter();
        if (toBetter != null) {
            rows.add(row("达到上一级还需节能", "To be saved for the next better level", Cell.of(toBetter)));
        }
        return new ReportTable(title(grade.title(), grade.scheme().toString()), List.of(ITEM, VALUE), rows);
    }

    private static ReportTable refused(PhysicalOutcome.NotGraded refused) {
        return new ReportTable(
                title(
                        new LocalText(refused.product(), refused.product()),
                        refused.scheme().toString()),
                List.of(
                        new LocalText("不能定级的原因", "Why there is no grade"),
                        new LocalText("已给", "Given"),
                        new LocalText("可接受", "Allowed")),
                refused.reasons().stream()
                        .map(reason ->
                                List.of(Cell.of(reason.what()), Cell.of(reason.given()), Cell.of(reason.allowed())))
                        .toList());
    }

    private static LocalText title(LocalText product, String scheme) {
        return new LocalText(
                "按能耗定级：" + product.zh() + "（" + scheme + "）", "Grade by energy: " + product.en() + " (" + scheme + ")");
    }

    private static List<Cell> row(String zh, String en, Cell value) {
        return List.of(Cell.of(new LocalText(zh, en)), value);
    }
}
