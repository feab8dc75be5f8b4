// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.sdk.collect.CollectClient;
import org.tanma.sdk.collect.Meter;
import org.tanma.sdk.collect.Reading;
import org.tanma.sdk.collect.ReadingReceipt;
import org.tanma.sdk.collect.TerminalKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma collect FILE.csv --key KEY.pem …}: signs the readings of a meter and sends those the node does not have. */
@Command(name = "collect")
final class CollectCommand extends ClientCommand {
    @Parameters(paramLabel = "FILE.csv", descriptionKey = "collect.file")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "KEY.pem", descriptionKey = "collect.key")
    private Path key = Path.of("");

    @Option(names = "--terminal", required = true, paramLabel = "HANDLE", descriptionKey = "collect.terminal")
    private String terminal = "";

    @Option(names = "--meter", paramLabel = "HANDLE", descriptionKey = "collect.meter")
    private @Nullable String meter;

    @Option(names = "--source", required = true, paramLabel = "NAME", descriptionKey = "collect.source")
    private String source = "";

    @Option(names = "--kind", required = true, paramLabel = "KIND", descriptionKey = "collect.kind")
    private String kind = "";

    @Option(names = "--unit", required = true, paramLabel = "UNIT", descriptionKey = "collect.unit")
    private String unit = "";

    @Option(names = "--counter", descriptionKey = "collect.counter")
    private boolean isCounter;

    @Option(names = "--restart", descriptionKey = "collect.restart")
    private boolean isRestart;

    @Option(names = "--from", paramLabel = "INSTANT", descriptionKey = "collect.from")
    private @Nullable String from;

    @Mixin
    private NodeOptions node = new NodeOptions();

    CollectCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() throws IOException {
        TerminalKey signing = signingKey();
        List<Reading> readings = ReadingLines.parse(read(file), this);
        String metered = meter == null ? terminal : meter;
        Meter what = new Meter(terminal, metered, source, kind, unit, isCounter);
        CollectClient client = new CollectClient(node.connect(this), signing);
        tell(messages().text("collect.sending", file, node.url(), signing.digest()));
        List<ReadingReceipt> receipts = client.send(what, readings, start(), isRestart, this::print);
        if (!isJson()) {
            out().println(messages()
                    .text(
                            "collect.done",
                            receipts.stream().mapToInt(ReadingReceipt::readings).sum(),
                            receipts.size()));
        }
        return DONE;
    }

    private void print(ReadingReceipt receipt) {
        if (isJson()) {
            out().println(receipt.document());
            return;
        }
        for (ReadingReceipt.Month month : receipt.months()) {
            out().println("  " + month.period() + "  " + messages().text("collect.month." + month.state())
                    + (month.amount().isEmpty() ? "" : "  " + month.amount() + " " + month.unit()));
        }
    }

    private TerminalKey signingKey() throws IOException {
        try {
            return TerminalKey.parsePem(new String(read(key), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw misused("collect.key.unreadable", key);
        }
    }

    private @Nullable Instant start() {
        if (from == null) {
            return null;
        }
        try {
            return Instant.parse(from);
        } catch (DateTimeException e) {
            throw misused("collect.from.malformed", from);
        }
    }
}
