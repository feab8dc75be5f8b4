// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanma.resolver.registrar.RefusedSheetException;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/** Files damaged at places chosen by a seed: each is read, or refused with a reason; nothing else comes of it. */
class DamagedSourcesTest {
    private static final MetadataTemplate DEVICE = TemplateCatalog.load().get("device");
    private static final int TIMES = Integer.getInteger("tanma.damaged", 300);
    private static final long SEED = Long.getLong("tanma.damaged.seed", 20_261_121L);

    @TempDir
    Path folder;

    private static byte[] sound(SourceFormat format) throws IOException {
        String json = "{\"handle\":\"88.118.1/K\",\"items\":{\"deviceName\":\"a\",\"ratedPowerKw\":1.5e3}}";
        return switch (format) {
            case CSV ->
                "\uFEFFsuffix;设备名称;deviceKind\nK-1;\"a \"\"b\"\"\";kiln\r\n\nK-2;c;mill\n"
                        .getBytes(StandardCharsets.UTF_8);
            case JSONL -> (json + "\n" + json + "\n").getBytes(StandardCharsets.UTF_8);
            case JSON ->
                ("{\"template\":\"device\",\"records\":[" + json + "," + json + "]}").getBytes(StandardCharsets.UTF_8);
            case XLSX -> workbook();
        };
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("machines");
            sheet.value(0, 0, "suffix");
            sheet.value(0, 1, "deviceName");
            sheet.value(0, 2, "ratedPowerKw");
            sheet.value(1, 0, "K-1");
            sheet.value(1, 1, "a");
            sheet.value(1, 2, 12.5);
            sheet.formula(2, 2, "1+1");
        }
        return out.toByteArray();
    }

    private static byte[] damaged(byte[] sound, SplittableRandom random) {
        byte[] octets = sound.clone();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int place = random.nextInt(octets.length);
            switch (random.nextInt(4)) {
                case 0 -> octets[place] = (byte) random.nextInt(256);
                case 1 -> octets = Arrays.copyOf(octets, Math.max(1, place));
                case 2 -> {
                    byte[] longer = Arrays.copyOf(octets, octets.length + octets.length - place);
                    System.arraycopy(octets, place, longer, octets.length, octets.length - place);
                    octets = longer;
                }
                default -> octets[place] = (byte) "<>&\"{}[],;\n\0'!/".charAt(random.nextInt(15));
            }
        }
        return octets;
    }

    /** A workbook whose archive is sound and one of whose parts is not. */
    private byte[] damagedInside(byte[] sound, SplittableRandom random) throws IOException {
        Path file = Files.write(folder.resolve("sound"), sound);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream copy = new ZipOutputStream(out)) {
            int chosen = random.nextInt(zip.size());
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                byte[] octets = zip.getInputStream(entry).readAllBytes();
                copy.write(chosen-- == 0 ? damaged(octets, random) : octets);
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void damaged_isReadOrRefused(SourceFormat format) throws IOException {
        byte[] sound = sound(format);
        assertThat(read(sound, format)).isPositive();
        for (int i = 0; i < TIMES; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            boolean isInside = format == SourceFormat.XLSX && i % 4 != 0;
            byte[] octets = isInside ? damagedInside(sound, random) : damaged(sound, random);
            try {
                read(octets, format);
            } catch (UnreadableSourceException e) {
                assertThat(e.reason().zh()).isNotEmpty();
            } catch (RefusedSheetException e) {
                assertThat(e.violations()).isNotEmpty();
            } catch (RuntimeException | IOException e) {
                throw new AssertionError("seed " + (SEED + i), e);
            }
        }
    }

    private int read(byte[] octets, SourceFormat format) throws IOException {
        Path file = Files.write(folder.resolve("file"), octets);
        int rows = 0;
        try (RowSource source = format.open(file, DEVICE)) {
            for (Optional<SourceRow> row = source.next(); row.isPresent(); row = source.next()) {
                row.get().read();
                rows++;
            }
        }
        return rows;
    }
}
