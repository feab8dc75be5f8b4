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
import org.tanma.carbon.report.content.ReportTable.Cell;
import org.tanma.carbon.text.LocalText;

/** The tables that only some results have. */
final class FurtherTables {
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
        return EnergyGradeTable.graded(
                grade.title(),
                grade.scheme().toString(),
                grade.grade(),
                grade.label(),
                new EnergyGradeTable.Figures(
                        grade.intensity(),
                        grade.lines().stream()
                                .map(line -> new EnergyGradeTable.Level(line.level(), line.value()))
                                .toList(),
                        grade.energy(),
                        grade.output(),
                        grade.toBetter()));
    }

    private static ReportTable refused(PhysicalOutcome.NotGraded refused) {
        return EnergyGradeTable.refused(
                new LocalText(refused.product(), refused.product()),
                refused.scheme().toString(),
                refused.reasons().stream()
                        .map(reason -> new CarbonReport.RefusalLine(reason.what(), reason.given(), reason.allowed()))
                        .toList());
    }
}
