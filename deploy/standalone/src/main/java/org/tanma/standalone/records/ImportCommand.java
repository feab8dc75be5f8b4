// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma import FILE}: takes in a batch file or JSON Lines. */
@Command(name = "import")
final class ImportCommand extends RecordCommand {
    @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
    private Path file = Path.of("");

    @Option(names = "--dry-run", descriptionKey = "import.dryRun")
    private boolean isDryRun;

    @Option(names = "--replace", descriptionKey = "import.replace")
    private boolean isReplacing;

    @Option(names = "--bulk", descriptionKey = "import.bulk")
    private boolean isBulk;

    ImportCommand(RecordPhrases phrases, Path defaultData) {
        super(phrases, defaultData);
    }

    @Override
    int run() throws IOException {
        if (!Files.isRegularFile(file)) {
            return misused("file.missing", file);
        }
        if (isBulk && isDryRun) {
            return misused("import.bulkOrDry");
        }
        return access(request(RecordRequest.Verb.IMPORT, file.toAbsolutePath().toString())
                .importing(isDryRun, isReplacing, isBulk));
    }
}
