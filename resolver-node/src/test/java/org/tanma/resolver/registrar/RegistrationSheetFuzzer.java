// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvTable;
import org.tanma.resolver.fuzz.FuzzCorpus;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/** Any table of registrations is read, or refused as a file or by its columns. */
public class RegistrationSheetFuzzer {
    private static final MetadataTemplate DEVICE =
            TemplateCatalog.load().find("device").orElseThrow();

    /** Loads classes before time is measured. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("handle,deviceName\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> {
            try {
                CsvTable table = CsvTable.read(input);
                FuzzCorpus.requireEqual(
                        table.rows().size(),
                        RegistrationSheet.read(table, DEVICE).rows().size());
            } catch (CsvFormatException e) {
                FuzzCorpus.requireEqual(true, e.line() >= 1);
            } catch (RefusedSheetException e) {
                FuzzCorpus.requireEqual(false, e.violations().isEmpty());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(RegistrationSheetFuzzer.class, RegistrationSheetFuzzer::fuzzerTestOneInput);
    }
}
