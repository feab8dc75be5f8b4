// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tanma.sdk.node.Credentials;
import org.tanma.sdk.node.NodeConnection;
import picocli.CommandLine.Option;

/** Which node to talk to, and as whom. */
final class NodeOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:TANMA_URL:-" + NodeConnection.DEFAULT_URL + "}",
            descriptionKey = "option.url")
    private String url = NodeConnection.DEFAULT_URL;

    @Option(
            names = "--user",
            paramLabel = "NAME[:PASSWORD]",
            defaultValue = "${env:TANMA_USER}",
            descriptionKey = "option.user")
    private @Nullable String user;

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            defaultValue = "${env:TANMA_ACCOUNTS:-tanma-data/accounts.json}",
            descriptionKey = "option.accounts")
    private Path accounts = Path.of("");

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:TANMA_TOKEN}",
            descriptionKey = "option.token")
    private @Nullable String token;

    /** The node these options name; the command is misused when one of them is malformed. */
    NodeConnection connect(ClientCommand command) {
        try {
            return NodeConnection.open(
                    url, credentials(command), command.messages().language());
        } catch (IllegalArgumentException e) {
            throw command.misused("url.malformed", url, NodeConnection.DEFAULT_URL);
        }
    }

    String url() {
        return url;
    }

    private Credentials credentials(ClientCommand command) {
        if (token != null) {
            return Credentials.ofToken(token);
        }
        if (user == null) {
            return Credentials.none();
        }
        String account = user;
        if (account.indexOf(':') < 0) {
            return new LocalAccounts(accounts)
                    .find(account)
                    .orElseThrow(() -> command.misused("user.unknown", account, accounts));
        }
        try {
            return Credentials.parseAccount(account);
        } catch (IllegalArgumentException e) {
            throw command.misused("user.malformed");
        }
    }
}
