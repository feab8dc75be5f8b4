// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.content.ReportTable.Cell;
import org.tanma.carbon.text.LocalText;

/** The grade of a product by its energy as a table: beside the grade among peers, never in it. */
public final class EnergyGradeTable {
    private EnergyGradeTable() {}

    /**
     * What a grade follows from.
     *
     * @param intensity energy per output
     * @param levels the levels compared with, the best first; a value on a level belongs to it
     * @param toBetter energy to be saved for the next better level; null for the best
     */
    public record Figures(
            Quantity intensity,
            List<Level> levels,
            Quantity energy,
            Quantity output,
            @Nullable Quantity toBetter) {
        public Figures {
            levels = List.copyOf(levels);
        }
    }

    /** A level of the energy limit. */
    public record Level(int level, Quantity value) {}

    public static ReportTable graded(LocalText product, String scheme, int grade, LocalText label, Figures figures) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("等级", "Grade", Cell.of(new LocalText(grade + "，" + label.zh(), grade + ", " + label.en()))));
        rows.add(row("单位产品能耗", "Energy per output", Cell.of(figures.intensity())));
        figures.levels()
                .forEach(line -> rows.add(row(
                        line.level() + " 级（含）", "Level " + line.level() + ", bound included", Cell.of(line.value()))));
        rows.add(row("计入的能耗", "Energy counted", Cell.of(figures.energy())));
        rows.add(row("产量", "Output", Cell.of(figures.output())));
        @Nullable Quantity toBetter = figures.toBetter();
        if (toBetter != null) {
            rows.add(row("达到上一级还需节能", "To be saved for the next better level", Cell.of(toBetter)));
        }
        return new ReportTable(
                title(product, scheme), List.of(new LocalText("项目", "Item"), new LocalText("数值", "Value")), rows);
    }

    public static ReportTable refused(LocalText product, String scheme, List<CarbonReport.RefusalLine> reasons) {
        return new ReportTable(
                title(product, scheme),
                List.of(
                        new LocalText("不能定级的原因", "Why there is no grade"),
                        new LocalText("已给", "Given"),
                        new LocalText("可接受", "Allowed")),
                reasons.stream()
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
