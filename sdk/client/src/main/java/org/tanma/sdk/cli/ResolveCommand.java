// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.text.ValueText;
import org.tanma.sdk.resolve.HandleRecordJson;
import org.tanma.sdk.resolve.TanmaClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tanma resolve HANDLE}: prints the values of a handle. */
@Command(name = "resolve")
final class ResolveCommand extends ClientCommand {
    @Parameters(paramLabel = "HANDLE", descriptionKey = "resolve.handle")
    private String handle = "";

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:TANMA_SERVER:-" + TanmaClient.DEFAULT_URL + "}",
            descriptionKey = "resolve.server")
    private String server = TanmaClient.DEFAULT_URL;

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "resolve.type")
    private List<String> types = new ArrayList<>();

    @Option(names = "--index", paramLabel = "INDEX", descriptionKey = "resolve.index")
    private List<Integer> indexes = new ArrayList<>();

    ResolveCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() {
        HandleName name = parse();
        Optional<HandleRecord> found;
        try (TanmaClient client = connect()) {
            found = client.resolve(name, indexes, types);
        }
        if (found.isEmpty()) {
            tell(messages().text("resolve.unknown", name, server));
            return REFUSED;
        }
        if (isJson()) {
            out().println(HandleRecordJson.format(found.get()));
        } else {
            print(found.get());
        }
        if (found.get().values().isEmpty()) {
            tell(messages().text("resolve.empty", name));
        }
        return DONE;
    }

    private void print(HandleRecord record) {
        int indexWidth = 1;
        int typeWidth = 1;
        for (HandleValue value : record.values()) {
            indexWidth = Math.max(indexWidth, Integer.toString(value.index()).length());
            typeWidth = Math.max(typeWidth, ValueText.escape(value.type()).length());
        }
        String line = "%" + indexWidth + "d  %-" + typeWidth + "s  %s";
        out().println(record.name());
        for (HandleValue value : record.values()) {
            out().println(String.format(line, value.index(), ValueText.escape(value.type()), ValueText.of(value)));
        }
    }

    private HandleName parse() {
        try {
            return HandleName.parse(handle);
        } catch (InvalidHandleException e) {
            throw misused("resolve.malformed", ValueText.escape(handle), String.valueOf(e.getMessage()));
        }
    }

    private TanmaClient connect() {
        try {
            return TanmaClient.connect(server);
        } catch (IllegalArgumentException e) {
            throw misused("url.malformed", server, TanmaClient.DEFAULT_URL);
        }
    }
}
