// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvTable;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * Peer sets read from CSV, one row a peer: {@code industry, year, peer, emissions_tco2, value_added_cny_10k, source,
 * demonstration}. Rows of the same industry and year form one set; the file is taken whole or not at all.
 */
public final class PeerSetTable {
    private static final List<String> COLUMNS =
            List.of("industry", "year", "peer", "emissions_tco2", "value_added_cny_10k", "source", "demonstration");
    private static final Pattern INDUSTRY = Pattern.compile("\\d{4}");
    private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d\\d");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,12})?");

    private final List<WordedViolation> violations = new ArrayList<>();
    private final Map<List<String>, List<PeerRow>> sets = new LinkedHashMap<>();

    private PeerSetTable() {}

    /** Reads the file; throws a problem that names everything wrong with it. */
    public static List<PeerSetDraft> read(byte[] octets) {
        CsvTable table;
        try {
            table = CsvTable.read(octets);
        } catch (CsvFormatException e) {
            throw ProblemException.badRequest(new Wording(
                    "无法读取同行数据：" + e.reason().zh() + "。",
                    "The peer sets cannot be read: " + e.reason().en() + "."));
        }
        PeerSetTable reading = new PeerSetTable();
        if (!Set.copyOf(table.columns()).equals(Set.copyOf(COLUMNS))) {
            throw ProblemException.badRequest(
                    new Wording("表头不是同行数据的表头。", "The header row is not that of a peer set."),
                    new WordedViolation(
                            "header",
                            String.join(",", table.columns()),
                            Wording.same(String.join(",", COLUMNS)),
                            Wording.NONE));
        }
        table.rows().forEach(reading::row);
        List<PeerSetDraft> drafts = new ArrayList<>();
        reading.sets.forEach((key, rows) -> drafts.add(new PeerSetDraft(
                key.get(0), Integer.parseInt(key.get(1)), key.get(2), key.get(3).equals("true"), rows)));
        drafts.forEach(reading::sums);
        if (drafts.isEmpty() && reading.violations.isEmpty()) {
            reading.violations.add(
                    new WordedViolation("rows", "", new Wording("至少一家同行企业", "at least one peer"), Wording.NONE));
        }
        if (!reading.violations.isEmpty()) {
            throw ProblemException.unprocessable(
                    "peer-set",
                    new Wording("同行数据未受理，未保存任何内容。", "The peer sets are not taken: nothing was stored."),
                    reading.violations);
        }
        return drafts;
    }

    private void row(CsvTable.Row row) {
        int before = violations.size();
        require(
                row,
                "industry",
                INDUSTRY,
                new Wording("GB/T 4754 四位代码，例如 3011", "four digits of GB/T 4754, for instance 3011"));
        require(row, "year", YEAR, new Wording("年份，例如 2025", "a year, for instance 2025"));
        require(row, "peer", Pattern.compile(".{1,100}"), new Wording("同行企业的名称或编号", "a name or number of the peer"));
        require(
                row,
                "emissions_tco2",
                Pattern.compile("\\d{1,30}(\\.\\d{1,12})?"),
                new Wording("CO₂ 排放量，单位吨，不小于 0", "tonnes of CO2, 0 or more"));
        require(row, "value_added_cny_10k", DECIMAL, new Wording("十进制数，单位万元", "10 000 yuan (万元), a decimal number"));
        require(row, "source", Pattern.compile(".{1,300}"), new Wording("数据来源", "where the figures come from"));
        require(row, "demonstration", Pattern.compile("true|false"), new Wording("true 或 false", "true or false"));
        if (violations.size() == before) {
            Map<String, String> cells = row.cells();
            List<String> key =
                    List.of(cell(row, "industry"), cell(row, "year"), cell(row, "source"), cell(row, "demonstration"));
            sets.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new PeerRow(
                            cells.getOrDefault("peer", ""),
                            new BigDecimal(cell(row, "emissions_tco2")),
                            new BigDecimal(cell(row, "value_added_cny_10k"))));
        }
    }

    private void require(CsvTable.Row row, String column, Pattern pattern, Wording allowed) {
        String given = cell(row, column);
        if (!pattern.matcher(given).matches()) {
            violations.add(new WordedViolation("line " + row.line() + ", " + column, given, allowed, Wording.NONE));
        }
    }

    private void sums(PeerSetDraft draft) {
        String path = "industry " + draft.industry() + ", year " + draft.year();
        if (sets.keySet().stream()
                        .filter(k ->
                                k.get(0).equals(draft.industry()) && k.get(1).equals(Integer.toString(draft.year())))
                        .count()
                > 1) {
            violations.add(new WordedViolation(
                    path,
                    "",
                    new Wording("一组数据只有一个来源和一种演示标记", "one source and one marking for a set"),
                    new Wording("有多个来源或标记", "there are several sources or markings")));
        }
        if (draft.rows().stream().map(PeerRow::name).distinct().count()
                != draft.rows().size()) {
            violations.add(new WordedViolation(
                    path,
                    "",
                    new Wording("每家同行企业一行", "each peer once"),
                    new Wording("有企业出现两次", "a peer stands twice")));
        }
        if (draft.totalValueAddedCny10k().signum() <= 0
                || draft.totalEmissionsTco2().signum() <= 0) {
            violations.add(new WordedViolation(
                    path,
                    draft.totalEmissionsTco2().toPlainString() + " tCO2, "
                            + draft.totalValueAddedCny10k().toPlainString() + " CNY10k",
                    new Wording("合计大于 0", "sums above 0"),
                    new Wording("计算平均值需要排放量与增加值两者", "an average needs both emissions and value added")));
        }
    }

    private static String cell(CsvTable.Row row, String column) {
        return row.cells().getOrDefault(column, "");
    }
}
