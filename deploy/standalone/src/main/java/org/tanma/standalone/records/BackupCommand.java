// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma backup DIR}: a backup of the records of one moment, while the node runs. */
@Command(name = "backup")
final class BackupCommand extends RecordCommand {
    @Parameters(paramLabel = "DIR", descriptionKey = "backup.directory")
    private Path directory = Path.of("");

    @Option(names = "--keep", paramLabel = "N", defaultValue = "7", descriptionKey = "backup.keep")
    private int keep;

    @Option(names = "--rehearse", descriptionKey = "backup.rehearse")
    private boolean isRehearsed;

    BackupCommand(RecordPhrases phrases, Path defaultData) {
        super(phrases, defaultData);
    }

    @Override
    int run() throws IOException {
        if (keep < 1) {
            return misused("backup.keepTooFew", keep);
        }
        return access(
                request(RecordRequest.Verb.BACKUP, directory.toAbsolutePath().toString())
                        .backup(keep, isRehearsed));
    }
}
