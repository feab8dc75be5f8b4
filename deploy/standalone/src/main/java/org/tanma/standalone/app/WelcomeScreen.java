// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What {@code tanma up} prints once the node answers: one screen for a person, or one line of JSON. */
final class WelcomeScreen {
    private static final int DEFAULT_HANDLE_PORT = 2641;
    private static final int DEFAULT_WEB_PORT = 8080;

    private final Announcement node;

    WelcomeScreen(Announcement node) {
        this.node = node;
    }

    String json() {
        return new JsonMapper().writeValueAsString(node);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "Tanma %s is up after %.1f s. Data: %s",
                node.version(), node.startMillis() / 1000.0, node.dataDirectory()));
        lines.add("");
        String handle = node.urls().get("handle");
        lines.add("  Handle protocol   " + (handle == null ? "" : handle.replace("handle://", "")) + " (UDP and TCP)");
        lines.add("  Handle over HTTP  " + node.urls().get("http"));
        String dns = node.urls().get("dns");
        if (dns != null) {
            lines.add("  OIDs over DNS     " + dns.replace("dns://", "").replace("/", ", zone "));
        }
        lines.add("  Web and API       " + node.urls().get("web") + "  (API: /openapi.json)");
        lines.add("");
        lines.add("  Accounts, made for this node alone:");
        for (InitialAccount account : node.accounts()) {
            lines.add(String.format(
                    "    %-12s %-22s %s",
                    account.name(),
                    account.password(),
                    String.join(", ", account.roles()).toLowerCase(java.util.Locale.ROOT)
                            + (account.prefix().isEmpty() ? "" : " of " + account.prefix())));
        }
        lines.add("");
        lines.add("  Try in another terminal:");
        tries().forEach(command -> lines.add("    " + command));
        lines.add("");
        lines.add("Ctrl-C stops the node; the data stay.");
        return String.join("\n", lines);
    }

    /** Three commands that work when pasted. */
    List<String> tries() {
        String web = node.urls().getOrDefault("web", "");
        String http = node.urls().getOrDefault("http", "");
        Map<String, String> identifiers = node.identifiers();
        String handle = identifiers.getOrDefault("device", "0.NA/" + node.prefix());
        List<String> commands = new ArrayList<>();
        commands.add("./tanma resolve " + handle + server());
        commands.add("curl '" + http + "/api/handles/" + handle + "?pretty=true'");
        commands.add(
                node.codes().isEmpty()
                        ? "curl " + web + "/api/v1/status"
                        : "curl " + node.codes().get(0).url());
        return commands;
    }

    private String server() {
        String handle = node.urls().getOrDefault("handle", "");
        boolean isUsual = handle.equals("handle://127.0.0.1:" + DEFAULT_HANDLE_PORT)
                && Integer.valueOf(DEFAULT_WEB_PORT).equals(node.ports().get("web"));
        return isUsual ? "" : " --server " + handle;
    }
}
