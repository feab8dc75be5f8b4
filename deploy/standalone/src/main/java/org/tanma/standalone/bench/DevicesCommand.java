// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma bench devices N FILE}: writes a CSV file of devices to register, with a fault in one row of so many. */
@Command(name = "devices")
final class DevicesCommand extends BenchCommand {
    private static final long SEED = 7;

    @Parameters(index = "0", paramLabel = "N", descriptionKey = "option.devices")
    private long devices;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "option.file")
    private Path file = Path.of("devices.csv");

    @Option(names = "--prefix", paramLabel = "PREFIX", defaultValue = "88.118.1", descriptionKey = "option.under")
    private String prefix = "";

    @Option(names = "--fault-every", paramLabel = "ROWS", defaultValue = "1000", descriptionKey = "option.faults")
    private int faultEvery;

    DevicesCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException {
        if (devices < 1 || faultEvery < 1) {
            throw new IllegalArgumentException("N, ROWS < 1");
        }
        Random random = new Random(SEED);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("handle,deviceName,deviceKind,model,ratedPowerKw,commissionedDate,enterprise,demonstration\n");
            for (long row = 1; row <= devices; row++) {
                String power = row % faultEvery == 0 ? "15OkW" : String.valueOf(random.nextInt(5, 900));
                out.write(String.format(
                        Locale.ROOT,
                        "%s/BENCH-%07d,%d 号水泵,pump,KQSN%d,%s,20%02d-%02d-%02d,%s/ENTERPRISE,true%n",
                        prefix,
                        row,
                        row,
                        random.nextInt(100, 400),
                        power,
                        random.nextInt(10, 25),
                        random.nextInt(1, 13),
                        random.nextInt(1, 29),
                        prefix));
            }
        }
        report.line("devices.result", devices, file, devices / faultEvery);
        return DONE;
    }
}
