// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.text.ValueText;
import org.tanma.identifier.HandleIdentifier;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.sdk.node.NodeAnswer;
import org.tanma.sdk.resolve.HandleRecordJson;
import org.tanma.sdk.resolve.TanmaClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * {@code tanma resolve IDENTIFIER}: prints the values of a handle, asked for by the Handle protocol; of any other kind of
 * identifier, and with {@code --explain}, what the node's web port says it is. A malformed one is refused without asking.
 */
@Command(name = "resolve")
final class ResolveCommand extends ClientCommand {
    /** A tombstone's status: HTTP 410. */
    private static final int RETIRED = 410;

    @Parameters(paramLabel = "IDENTIFIER", descriptionKey = "resolve.handle")
    private String identifier = "";

    @Option(names = "--explain", descriptionKey = "resolve.explain")
    private boolean isExplained;

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

    @Mixin
    private NodeOptions node = new NodeOptions();

    ResolveCommand(Messages messages) {
        super(messages);
    }

    @Override
    int run() {
        Identifier found = parse();
        return found instanceof HandleIdentifier handle && !isExplained ? values(handle.name()) : explain();
    }

    private int explain() {
        NodeAnswer answer = node.connect(this).get("/resolve?id=" + URLEncoder.encode(identifier, UTF_8));
        JsonNode body = answer.status() == RETIRED ? answer.body() : answer.required();
        if (isJson()) {
            out().println(body);
        } else {
            ExplainedLines.print(body, messages(), out());
        }
        return DONE;
    }

    private int values(HandleName name) {
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

    private Identifier parse() {
        ParsedIdentifier parsed = Identifiers.parse(identifier);
        if (parsed instanceof ParsedIdentifier.Known known) {
            return known.identifier();
        }
        if (parsed instanceof ParsedIdentifier.Malformed malformed) {
            throw new MisuseException(
                    ValueText.escape(malformed.fault().message(messages().language())));
        }
        throw misused("resolve.malformed", ValueText.escape(identifier));
    }

    private TanmaClient connect() {
        try {
            return TanmaClient.connect(server);
        } catch (IllegalArgumentException e) {
            throw misused("url.malformed", server, TanmaClient.DEFAULT_URL);
        }
    }
}
