// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.ingest.ActivityReview;
import org.tanma.carbon.service.ingest.CalendarCell;
import org.tanma.carbon.service.ingest.CalendarRow;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Wording;

/**
 * Sources and months of a year, in the language asked for.
 *
 * @param closedMonths months that take no changes, from 1
 */
public record CalendarAnswer(String enterprise, int year, List<Integer> closedMonths, List<Source> sources) {
    private static final int MONTHS = 12;

    /**
     * One source's year of one kind.
     *
     * @param activity code of the kind
     * @param name of the kind
     * @param isWholeYear true when one yearly figure stands for all months
     */
    public record Source(String source, String activity, String name, boolean isWholeYear, List<Month> months) {}

    /**
     * One month.
     *
     * @param state full, missing or odd
     * @param amount empty when missing
     * @param why it is odd; empty otherwise
     */
    public record Month(int month, CalendarCell.State state, String amount, String unit, String why) {}

    static CalendarAnswer of(
            String enterprise, int year, ActivityReview.Year review, KindCatalog kinds, Language language) {
        return new CalendarAnswer(
                enterprise,
                year,
                review.closedMonths(),
                review.calendar().stream()
                        .map(row -> source(row, kinds, language))
                        .toList());
    }

    private static Source source(CalendarRow row, KindCatalog kinds, Language language) {
        Optional<ActivityKind> kind = kinds.find(row.kind());
        String name =
                kind.map(k -> language == Language.ZH ? k.nameZh() : k.nameEn()).orElse(row.kind());
        return new Source(
                row.source(),
                row.kind(),
                name,
                row.isWholeYear(),
                row.months().stream()
                        .map(c -> new Month(
                                c.month(),
                                c.state(),
                                text(c.amount()),
                                text(c.unit()),
                                text(language == Language.ZH ? c.reasonZh() : c.reasonEn())))
                        .toList());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** One row a source and kind, one column a month, in UTF-8 with a byte order mark. */
    byte[] csv(Language language) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> header = new ArrayList<>(List.of(
                    new Wording("排放源", "source").in(language),
                    new Wording("种类", "kind").in(language),
                    new Wording("名称", "name").in(language)));
            for (int month = 1; month <= MONTHS; month++) {
                header.add(year + (month < 10 ? "-0" : "-") + month);
            }
            csv.writeRecord(header);
            for (Source source : sources) {
                List<String> line = new ArrayList<>(List.of(source.source(), source.activity(), source.name()));
                source.months().forEach(month -> line.add(cell(month, language)));
                csv.writeRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Month month, Language language) {
        return switch (month.state()) {
            case FULL -> month.amount() + " " + month.unit();
            case MISSING -> new Wording("缺", "missing").in(language);
            case ODD ->
                month.amount() + " " + month.unit() + " " + new Wording("异常：", "odd: ").in(language) + month.why();
        };
    }
}
