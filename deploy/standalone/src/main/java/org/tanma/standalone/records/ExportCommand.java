// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma export}: writes records as JSON Lines or as a batch file. */
@Command(name = "export")
final class ExportCommand extends RecordCommand {
    @Option(names = "--prefix", paramLabel = "PREFIX", defaultValue = "", descriptionKey = "export.prefix")
    private String prefix = "";

    @Option(names = "--format", paramLabel = "jsonl|batch", defaultValue = "jsonl", descriptionKey = "export.format")
    private String format = "";

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "export.to")
    private @Nullable Path file;

    ExportCommand(RecordPhrases phrases, Path defaultData) {
        super(phrases, defaultData);
    }

    @Override
    int run() throws IOException {
        if (!format.equals("jsonl") && !format.equals("batch")) {
            return misused("export.formatUnknown", format);
        }
        if (format.equals("batch") && file == null) {
            return misused("export.batchNeedsFile");
        }
        if (prefix.indexOf('/') >= 0) {
            return misused("export.noPrefix", prefix);
        }
        return access(request(
                        RecordRequest.Verb.EXPORT,
                        file == null ? "" : file.toAbsolutePath().toString())
                .exporting(prefix, format));
    }
}
