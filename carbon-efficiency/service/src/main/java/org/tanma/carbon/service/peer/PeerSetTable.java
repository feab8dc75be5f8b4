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
import org.tanma.kit.rest.Violation;

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

    private final List<Violation> violations = new ArrayList<>();
    private final Map<List<String>, List<PeerRow>> sets = new LinkedHashMap<>();

    private PeerSetTable() {}

    /** Reads the file; throws a problem that names everything wrong with it. */
    public static List<PeerSetDraft> read(byte[] octets) {
        CsvTable table;
        try {
            table = CsvTable.read(octets);
        } catch (CsvFormatException e) {
            throw ProblemException.badRequest("The peer sets cannot be read: " + e.getMessage() + ".");
        }
        PeerSetTable reading = new PeerSetTable();
        if (!Set.copyOf(table.columns()).equals(Set.copyOf(COLUMNS))) {
            throw ProblemException.badRequest(
                    "The header row is not that of a peer set.",
                    new Violation("header", String.join(",", table.columns()), String.join(",", COLUMNS), ""));
        }
        table.rows().forEach(reading::row);
        List<PeerSetDraft> drafts = new ArrayList<>();
        reading.sets.forEach((key, rows) -> drafts.add(new PeerSetDraft(
                key.get(0), Integer.parseInt(key.get(1)), key.get(2), key.get(3).equals("true"), rows)));
        drafts.forEach(reading::sums);
        if (drafts.isEmpty() && reading.violations.isEmpty()) {
            reading.violations.add(new Violation("rows", "", "at least one peer", ""));
        }
        if (!reading.violations.isEmpty()) {
            throw ProblemException.unprocessable(
                    "peer-set", "The peer sets are not taken: nothing was stored.", reading.violations);
        }
        return drafts;
    }

    private void row(CsvTable.Row row) {
        int before = violations.size();
        require(row, "industry", INDUSTRY, "four digits of GB/T 4754, for instance 3011");
        require(row, "year", YEAR, "a year, for instance 2025");
        require(row, "peer", Pattern.compile(".{1,100}"), "a name or number of the peer");
        require(row, "emissions_tco2", Pattern.compile("\\d{1,30}(\\.\\d{1,12})?"), "tonnes of CO2, 0 or more");
        require(row, "value_added_cny_10k", DECIMAL, "10 000 yuan (万元), a decimal number");
        require(row, "source", Pattern.compile(".{1,300}"), "where the figures come from");
        require(row, "demonstration", Pattern.compile("true|false"), "true or false");
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

    private void require(CsvTable.Row row, String column, Pattern pattern, String allowed) {
        String given = cell(row, column);
        if (!pattern.matcher(given).matches()) {
            violations.add(new Violation("line " + row.line() + ", " + column, given, allowed, ""));
        }
    }

    private void sums(PeerSetDraft draft) {
        String path = "industry " + draft.industry() + ", year " + draft.year();
        if (sets.keySet().stream()
                        .filter(k ->
                                k.get(0).equals(draft.industry()) && k.get(1).equals(Integer.toString(draft.year())))
                        .count()
                > 1) {
            violations.add(
                    new Violation(path, "several sources or markings", "one source and one marking for a set", ""));
        }
        if (draft.rows().stream().map(PeerRow::name).distinct().count()
                != draft.rows().size()) {
            violations.add(new Violation(path, "a peer twice", "each peer once", ""));
        }
        if (draft.totalValueAddedCny10k().signum() <= 0
                || draft.totalEmissionsTco2().signum() <= 0) {
            violations.add(new Violation(
                    path,
                    draft.totalEmissionsTco2().toPlainString() + " tCO2 and "
                            + draft.totalValueAddedCny10k().toPlainString() + " × 10 000 yuan",
                    "sums above 0",
                    "an average needs both"));
        }
    }

    private static String cell(CsvTable.Row row, String column) {
        return row.cells().getOrDefault(column, "");
    }
}
