// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** A CSV file of devices with faults at rows chosen by a seed. */
record DeviceFile(Path path, int rows, Set<Long> faults) {
    private static final String[] FAULTY = {
        "磨机,mil,Φ4.2×13,3550.5,2019-06-30",
        ",mill,Φ4.2×13,3550.5,2019-06-30",
        "磨机,mill,Φ4.2×13,355O.5,2019-06-30",
        "磨机,mill,Φ4.2×13,3550.5,2019-02-30"
    };

    static DeviceFile write(Path path, int rows, int faults, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Long> faulty = new TreeSet<>();
        while (faulty.size() < faults) {
            faulty.add((long) random.nextInt(rows) + 2);
        }
        try (Writer out = Files.newBufferedWriter(path)) {
            out.write("handle,deviceName,deviceKind,model,ratedPowerKw,commissionedDate,enterprise\n");
            for (int row = 0; row < rows; row++) {
                String middle = faulty.contains(row + 2L)
                        ? FAULTY[random.nextInt(FAULTY.length)]
                        : "磨机 " + row + ",mill,Φ4.2×13,3550.5,2019-06-30";
                out.write("88.118.1/MILL-" + row + "," + middle + ",88.118.1/ENTERPRISE\n");
            }
        }
        return new DeviceFile(path, rows, faulty);
    }
}
