// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tanma.sdk.node.Credentials;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts a node on this machine made at its first start, as its {@code accounts.json} lists them: {@code [{"name": …,
 * "password": …}]}. Who may read that file need not type the passwords in it.
 */
record LocalAccounts(Path file) {
    /** The account of that name; empty when the file cannot be read or does not have it. */
    Optional<Credentials> find(String name) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            for (JsonNode account : new JsonMapper().readTree(file.toFile())) {
                if (name.equals(account.path("name").asString(""))) {
                    return Optional.of(
                            Credentials.ofAccount(name, account.path("password").asString("")));
                }
            }
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
