// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.rocks.RocksBackups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tanma restore DIR --data DIR}: the latest backup becomes the records of a data directory that has none. */
@Command(name = "restore")
final class RestoreCommand extends RecordCommand {
    @Parameters(paramLabel = "DIR", descriptionKey = "restore.directory")
    private Path directory = Path.of("");

    RestoreCommand(RecordPhrases phrases, Path defaultData) {
        super(phrases, defaultData);
    }

    @Override
    int run() throws IOException {
        Path records = data().resolve("records");
        if (Files.exists(records)) {
            notice(phrases().text("restore.exists", records));
            return RecordTasks.REFUSED;
        }
        Files.createDirectories(data());
        try {
            RocksBackups.Backup restored = RocksBackups.in(directory).restore(records);
            out().println(
                            isJson()
                                    ? "{\"number\":" + restored.number() + ",\"octets\":" + restored.octets() + "}"
                                    : phrases()
                                            .text(
                                                    "restore.done",
                                                    restored.number(),
                                                    Instant.ofEpochSecond(restored.takenAtSeconds()),
                                                    records));
            return RecordTasks.DONE;
        } catch (StoreException e) {
            notice(phrases().text("refused", e.getMessage()));
            return RecordTasks.REFUSED;
        }
    }
}
