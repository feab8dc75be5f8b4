// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.kit.sheet.WorkbookAnswer;
import org.tanma.kit.sheet.WorkbookRows;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

class WorkbookSourceTest {
    private static final MetadataTemplate DEVICE = TemplateCatalog.load().get("device");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    private Path workbook(Consumer<Worksheet> fill) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("设备");
            String[] header = {"suffix", "设备名称", "deviceKind", "Rated power (kW)", "commissionedDate", "demonstration"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            fill.accept(sheet);
            book.newWorksheet("notes").value(0, 0, "untouched");
        }
        return file;
    }

    private static void row(Worksheet sheet, int row) {
        sheet.value(row, 0, "KILN-" + row);
        sheet.value(row, 1, " 1 号窑 ");
        sheet.value(row, 2, "kiln");
        sheet.value(row, 3, 0.1 + 0.2);
        sheet.value(row, 4, LocalDate.of(2008, 6, 30));
        sheet.style(row, 4).format("yyyy/m/d").set();
        sheet.value(row, 5, true);
    }

    private static List<RegistrationRow> read(Path file) throws IOException {
        List<RegistrationRow> rows = new ArrayList<>();
        try (RowSource source = SourceFormat.XLSX.open(file, DEVICE)) {
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(row.get().read());
            }
        }
        return rows;
    }

    /** The workbook with one part written anew. */
    private Path with(Path file, String part, UnaryOperator<String> change) throws IOException {
        Path changed = folder.resolve("changed.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, String> entry : parts(file).entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                String text = entry.getKey().equals(part) ? change.apply(entry.getValue()) : entry.getValue();
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return changed;
    }

    @Test
    void cells_becomeTextsByTheirTypes() throws IOException {
        List<RegistrationRow> rows = read(workbook(sheet -> {
            row(sheet, 1);
            sheet.value(3, 0, 1e5);
            sheet.value(3, 1, 1234567890123456.0);
            sheet.formula(3, 3, "1+1");
        }));
        assertThat(rows).extracting(RegistrationRow::number).containsExactly(2L, 4L);
        assertThat(rows.get(0).suffix()).isEqualTo("KILN-1");
        assertThat(rows.get(0).items())
                .containsEntry("deviceName", "1 号窑")
                .containsEntry("ratedPowerKw", "0.3")
                .containsEntry("commissionedDate", "2008-06-30")
                .containsEntry("demonstration", "true");
        assertThat(rows.get(1).suffix()).isEqualTo("100000");
        assertThat(rows.get(1).items()).containsEntry("deviceName", "1234567890123460");
    }

    @Test
    void documentType_isRefusedUnread() throws IOException {
        Path bomb = with(
                workbook(sheet -> row(sheet, 1)),
                SHEET,
                xml -> xml.replaceFirst("<worksheet", "<!DOCTYPE w [<!ENTITY a \"aaaa\">]><worksheet"));
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("document type");
    }

    @Test
    void hugeText_isRefusedUnread() throws IOException {
        Path huge = with(
                workbook(sheet -> row(sheet, 1)),
                "xl/sharedStrings.xml",
                xml -> xml.replace("kiln", "k".repeat(WorkbookRows.MOST_TEXT + 1)));
        assertThatThrownBy(() -> read(huge))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void zipBomb_isRefusedWhileItInflates() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] piece = "<t>a</t>".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written <= WorkbookRows.MOST_SHARED; written += piece.length) {
                out.write(piece);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableSourceException.class)
                .hasMessageContaining("96 MiB");
    }

    @Test
    void noWorkbook_isRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.xlsx"), "deviceName\n");
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableSourceException.class);
    }

    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    private Path answered(Path file, String result, String name) throws IOException {
        WorkbookAnswer.Layout layout;
        try (WorkbookSource source = WorkbookSource.open(file, DEVICE)) {
            while (source.next().isPresent()) {
                assertThat(source.columns()).startsWith("suffix");
            }
            layout = source.layout();
        }
        Path answer = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(answer)) {
            RegistrationWorkbook.writeAnswer(
                    file, layout, Map.of(2L, List.of(result, "88.118.1/KILN-1", "a < b & c")), Locale.ENGLISH, out);
        }
        return answer;
    }

    @Test
    void answer_addsColumns_andLeavesAllElse_alsoASecondTime() throws IOException {
        Path file = workbook(sheet -> {
            row(sheet, 1);
            sheet.formula(1, 3, "600+30");
        });
        Path sent = answered(file, "rejected", "once.xlsx");
        Map<String, String> before = parts(file);
        Map<String, String> after = parts(sent);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, text) -> {
            if (!name.equals(SHEET)) {
                assertThat(after).as(name).containsEntry(name, text);
            }
        });
        assertThat(after.get(SHEET))
                .contains("600+30")
                .contains("r=\"G1\"")
                .contains("r=\"I2\"")
                .contains("a &lt; b &amp; c");
        assertThat(read(sent))
                .singleElement()
                .satisfies(row -> assertThat(row.suffix()).isEqualTo("KILN-1"));
        Map<String, String> twice = parts(answered(sent, "registered", "twice.xlsx"));
        assertThat(twice.get(SHEET))
                .contains("registered")
                .doesNotContain("rejected")
                .doesNotContain("r=\"J1\"");
    }
}
