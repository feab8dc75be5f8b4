// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.testing.SqlEngines;

/**
 * Whatever file comes, every row of it is recorded or refused with a reason, or the file is refused as one; nothing else comes
 * of it, and a table can be given back. The seed is printed when a round fails; repeat with {@code @Property(seed = "…")}.
 */
class ActivityFileFuzzer {
    private static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");
    private static final String MARKS = "<>&\"{}[],;\n\t\0'!/.-0189OeE%（）年月吨撤回withdrawn";
    private static CarbonFixture fixture;
    private static Path folder;

    @BeforeContainer
    static void open() throws IOException {
        fixture = new CarbonFixture(ENGINE.open());
        folder = Files.createTempDirectory("tanma-fuzz");
    }

    @AfterContainer
    static void close() throws IOException {
        ENGINE.afterEach(null);
        Files.deleteIfExists(folder.resolve("file"));
        Files.deleteIfExists(folder);
    }

    private static byte[] sound(ActivityFile.Form form) throws IOException {
        return switch (form) {
            case CSV ->
                "\uFEFF排放源;种类;月份;数量;单位;更正原因;低位发热量（GJ/t）\nK-1;烟煤;2025-03;18250.5;t;漏记;23.1\r\n\nK-2;\"外购电力\";2025年3月;9;MWh;;\n"
                        .getBytes(StandardCharsets.UTF_8);
            case JSON ->
                ("{\"entries\":[{\"source\":\"K\",\"kind\":\"烟煤\",\"period\":\"2025-01\",\"amount\":1.5e3,\"unit\":\"t\","
                                + "\"measured\":{\"ncv\":{\"value\":\"23.1\",\"unit\":\"GJ/t\"}}},{\"source\":\"K\"}]}")
                        .getBytes(StandardCharsets.UTF_8);
            case XLSX -> workbook();
        };
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("data");
            String[] header = {"source", "kind", "period", "amount", "unit"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "K-1");
            sheet.value(1, 1, "diesel");
            sheet.value(1, 2, "2025-03");
            sheet.value(1, 3, 12.5);
            sheet.value(1, 4, "t");
            sheet.formula(2, 3, "1+1");
        }
        return out.toByteArray();
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] octets = sound.clone();
        byte[] marks = MARKS.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(6); i > 0; i--) {
            int place = random.nextInt(octets.length);
            switch (random.nextInt(4)) {
                case 0 -> octets[place] = (byte) random.nextInt(256);
                case 1 -> octets = Arrays.copyOf(octets, Math.max(1, place));
                case 2 -> {
                    byte[] longer = Arrays.copyOf(octets, octets.length + octets.length - place);
                    System.arraycopy(octets, place, longer, octets.length, octets.length - place);
                    octets = longer.length > 1 << 16 ? octets : longer;
                }
                default -> octets[place] = marks[random.nextInt(marks.length)];
            }
        }
        return octets;
    }

    /** A workbook whose archive is sound and one of whose parts is not. */
    private static byte[] damagedInside(byte[] sound, Random random) throws IOException {
        Path file = Files.write(folder.resolve("file"), sound);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream copy = new ZipOutputStream(out)) {
            int chosen = random.nextInt(zip.size());
            for (ZipEntry entry : Collections.list(zip.entries())) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                byte[] octets = zip.getInputStream(entry).readAllBytes();
                copy.write(chosen-- == 0 ? damaged(octets, random) : octets);
            }
        }
        return out.toByteArray();
    }

    @Property(tries = 600)
    void file_thatIsDamaged_isTakenRowByRowOrRefused(@ForAll ActivityFile.Form form, @ForAll Random random)
            throws IOException {
        boolean isInside = form == ActivityFile.Form.XLSX && random.nextInt(4) != 0;
        byte[] sound = sound(form);
        check(isInside ? damagedInside(sound, random) : damaged(sound, random), form);
    }

    private static void check(byte[] octets, ActivityFile.Form form) throws IOException {
        Path path = Files.write(folder.resolve("file"), octets);
        try (ActivityFile file = ActivityFile.open(path, form)) {
            IngestReport report = fixture.ingest.file(CarbonFixture.CEMENT, file, CarbonFixture.PLAIN, "fuzz");
            assertThat(report.accepted() + report.rejected())
                    .isEqualTo(report.rows().size());
            for (RowReport row : report.rows()) {
                assertThat(row.violations().isEmpty()).isEqualTo(row.status() != RowStatus.REJECTED);
            }
            if (form != ActivityFile.Form.JSON) {
                file.answer(report, Language.ZH);
            }
        } catch (ProblemException e) {
            assertThat(e.problem(Language.ZH).detail()).isNotBlank();
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }
}
