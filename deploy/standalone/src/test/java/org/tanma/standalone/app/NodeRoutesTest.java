// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tanma.standalone.access.Party;
import org.tanma.standalone.access.RouteRule;
import org.tanma.standalone.access.RouteRules;

/** Every route of the node against every role: the table of routes holds, and no route is without a line in it. */
class NodeRoutesTest {
    private static final RouteRules RULES = RouteRules.load();

    /** Whoever comes here without a password is told so by the route itself. */
    private static final String SIGN_IN = "/api/v1/tokens";

    @TempDir
    static Path directory;

    private static RunningNode node;
    private static final Map<Party, String> CREDENTIALS = new LinkedHashMap<>();
    private static String key = "";
    private static String boss = "";

    @BeforeAll
    static void open() throws Exception {
        node = RunningNode.start(directory, Map.of());
        boss = node.as("operator");
        CREDENTIALS.put(Party.PUBLIC, "");
        CREDENTIALS.put(Party.OPERATOR, boss);
        CREDENTIALS.put(Party.REGULATOR, node.as("regulator"));
        CREDENTIALS.put(Party.VERIFIER, node.as("verifier"));
        CREDENTIALS.put(Party.ADMIN, made("seven-admin", "ENTERPRISE_ADMIN"));
        CREDENTIALS.put(Party.CLERK, made("seven-clerk", "ENTERPRISE_CLERK"));
        key = node.call(
                        "POST",
                        "/api/v1/keys",
                        boss,
                        "{\"label\":\"k\",\"scopes\":[\"register\"],\"prefix\":\"88.118.7\"}")
                .json()
                .path("key")
                .asString("");
    }

    /** An account of prefix 88.118.7 that has changed its first password. */
    private static String made(String name, String role) throws Exception {
        RunningNode.Answer answer = node.call(
                "POST",
                "/api/v1/accounts",
                boss,
                "{\"account\":\"" + name + "\",\"role\":\"" + role + "\",\"prefix\":\"88.118.7\"}");
        assertThat(answer.status()).isEqualTo(201);
        String first = answer.json().path("password").asString("");
        String basic = RunningNode.basic(name, first);
        assertThat(node.call("GET", "/api/v1/account", basic, "").problem()).isEqualTo("change-password-first");
        assertThat(node.call("POST", "/api/v1/tokens", basic, "").status()).isEqualTo(403);
        String change = "{\"password\":\"" + first + "\",\"newPassword\":\"a better password\"}";
        assertThat(node.call("POST", "/api/v1/account/password", basic, change).status())
                .isEqualTo(204);
        return RunningNode.basic(name, "a better password");
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void everyRoute_hasALine_andEveryLineARoute() {
        TreeSet<String> routes = new TreeSet<>();
        node.node
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (!method.getBeanType().getName().startsWith("org.tanma.")) {
                        return;
                    }
                    var methods = mapping.getMethodsCondition().getMethods();
                    mapping.getPatternsCondition()
                            .getPatterns()
                            .forEach(pattern ->
                                    methods.forEach(m -> routes.add(m + " " + plain(pattern.getPatternString()))));
                });
        TreeSet<String> lines = new TreeSet<>();
        RULES.all().forEach(rule -> lines.add(rule.method() + " " + plain(rule.pattern())));
        assertThat(routes).isNotEmpty();
        assertThat(lines)
                .as("routes.csv in org.tanma.standalone.access has one line for each route: method,path,parties,scope")
                .isEqualTo(routes);
    }

    private static String plain(String pattern) {
        return pattern.replaceAll("\\{(\\*?)[^}]*}[^/]*", "{$1}").replaceAll("(?<=.)/$", "");
    }

    @Test
    void everyRole_comesInWhereTheTableSays_andNowhereElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        StringBuilder table = new StringBuilder("| route | open to | key scope |\n|---|---|---|\n");
        for (RouteRule rule : RULES.all()) {
            String path = rule.pattern().replaceAll("\\{\\*?[^}]*}", "x").replace("//", "/");
            table.append("| `" + rule.method() + " " + rule.pattern() + "` | " + new TreeSet<>(rule.parties()) + " | "
                    + rule.scope() + " |\n");
            for (Map.Entry<Party, String> who : CREDENTIALS.entrySet()) {
                boolean isOpen = rule.isPublic()
                        || rule.parties().contains(who.getKey())
                        || who.getKey() != Party.PUBLIC && rule.parties().contains(Party.ANYONE);
                RunningNode.Answer answer = call(rule, path, who.getValue());
                String refusal = answer.problem();
                boolean isRefused = refusal.equals("role")
                        || refusal.equals("not-signed-in") && !rule.pattern().equals(SIGN_IN);
                if (isOpen == isRefused
                        || !isOpen && answer.status() != (who.getValue().isEmpty() ? 401 : 403)) {
                    wrong.add(who.getKey() + " " + rule + " → " + answer.status() + " " + refusal);
                }
            }
            boolean isOpenToKey = rule.isPublic()
                    || rule.scope().equals("any")
                    || rule.scope().equals("register");
            if (isOpenToKey == call(rule, path, "Bearer " + key).problem().equals("role")) {
                wrong.add("key " + rule);
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/routes.md"), table);
        assertThat(wrong).isEmpty();
    }

    private static RunningNode.Answer call(RouteRule rule, String path, String authorization) throws Exception {
        return node.call(rule.method(), path, authorization, rule.method().equals("GET") ? "" : "{}");
    }

    @Test
    void keys_asHeaderOrBearer_endWhenRevoked_andGuessingEndsIn429() throws Exception {
        RunningNode.Answer made = node.call(
                "POST", "/api/v1/keys", CREDENTIALS.get(Party.ADMIN), "{\"label\":\"reader\",\"scopes\":[\"read\"]}");
        assertThat(made.status()).isEqualTo(201);
        String text = made.json().path("key").asString("");
        String name = "key:" + made.json().path("id").asString("");
        assertThat(node.call("GET", "/api/v1/account", "", "", "X-API-Key", text)
                        .json()
                        .path("account")
                        .asString(""))
                .isEqualTo(name);
        assertThat(node.call("GET", "/api/v1/account", "Bearer " + text, "").status())
                .isEqualTo(200);
        assertThat(node.call("POST", "/api/v1/registrations", "Bearer " + text, "{}")
                        .problem())
                .isEqualTo("role");
        node.call("DELETE", "/api/v1/keys/" + made.json().path("id").asString(""), CREDENTIALS.get(Party.ADMIN), "");
        assertThat(node.call("GET", "/api/v1/account", "Bearer " + text, "").status())
                .isEqualTo(401);
        int last = 0;
        for (int i = 0; i < 40 && last != 429; i++) {
            last = node.call("GET", "/api/v1/account", "Bearer " + text, "").status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(node.call("GET", "/api/v1/account", "Bearer " + key, "").status())
                .isEqualTo(200);
        RunningNode.Answer audit = node.call("GET", "/api/v1/audit?action=bearer.refused", boss, "");
        assertThat(audit.json().path("entries").size()).isPositive();
        assertThat(node.call("GET", "/api/v1/audit/verification", boss, "")
                        .json()
                        .path("whole")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void suspendedEnterprise_writesNothing_andIsToldWhy() throws Exception {
        String form = "{\"account\":\"suspended-admin\",\"items\":{\"orgName\":\"湖州示范水泥有限公司\",\"orgNature\":\"2\","
                + "\"orgAddr\":\"浙江省湖州市\",\"orgCrtType\":\"1\",\"orgCrtCode\":\"91350100M000100Y43\",\"legalName\":\"李四\","
                + "\"legalCrtType\":\"1\",\"legalCrtNo\":\"330501199001010000\",\"industryCategory\":\"C\","
                + "\"industrySpecific\":\"30\",\"industrySubclass\":\"3011\",\"contactName\":\"张三\","
                + "\"contactPhone\":\"13800000000\",\"contactCrtType\":\"1\",\"contactCrtNo\":\"330501199001010001\","
                + "\"contactEmail\":\"zhang@example.com\",\"orgAddrProvince\":\"330000\",\"orgAddrCity\":\"330500\"}}";
        RunningNode.Answer receipt = node.call("POST", "/api/v1/applications", "", form);
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
        String at = "/api/v1/applications/" + receipt.json().path("number").asString("");
        String[] secret = {"X-Application-Secret", receipt.json().path("secret").asString("")};
        assertThat(node.call("GET", at, "", "").status()).isEqualTo(403);
        assertThat(node.call("GET", at, "", "", secret).json().path("state").asString(""))
                .isEqualTo("SUBMITTED");
        node.call("POST", at + "/verification", boss, "{\"how\":\"seen\"}");
        RunningNode.Answer approved = node.call("POST", at + "/approval", boss, "{\"quota\":10}");
        String prefix = approved.json().path("prefix").asString("");
        assertThat(prefix).isEqualTo("88.118.1");
        assertThat(node.call("GET", "/api/v1/identifiers/88.118.1/ENTERPRISE", "", "")
                        .status())
                .isEqualTo(200);
        String first = node.call("POST", at + "/claim", "", "", secret)
                .json()
                .path("password")
                .asString("");
        String basic = RunningNode.basic("suspended-admin", first);
        String change = "{\"password\":\"" + first + "\",\"newPassword\":\"a better password\"}";
        assertThat(node.call("POST", "/api/v1/account/password", basic, change).status())
                .isEqualTo(204);
        String admin = RunningNode.basic("suspended-admin", "a better password");
        String device = "{\"template\":\"device\",\"rows\":[]}";
        node.call("PATCH", "/api/v1/enterprises/88.118.1", boss, "{\"suspended\":true,\"reason\":\"licence ended\"}");
        RunningNode.Answer refused = node.call("POST", "/api/v1/registrations", admin, device);
        assertThat(refused.problem()).isEqualTo("suspended");
        assertThat(refused.body()).contains("licence ended");
        assertThat(node.call("GET", "/api/v1/enterprises", admin, "").body()).contains("licence ended");
        node.call("PATCH", "/api/v1/enterprises/88.118.1", boss, "{\"suspended\":false}");
        assertThat(node.call("POST", "/api/v1/registrations", admin, device).problem())
                .isNotEqualTo("suspended");
    }

    @Test
    void changedPassword_isForgottenByTheFile_andStaysAfterARestart() throws Exception {
        String first = node.passwordOf("regulator");
        String change = "{\"password\":\"" + first + "\",\"newPassword\":\"watchful eyes\"}";
        assertThat(node.call("POST", "/api/v1/account/password", RunningNode.basic("regulator", first), change)
                        .status())
                .isEqualTo(204);
        assertThat(node.passwordOf("regulator")).isEmpty();
        node.close();
        node = RunningNode.start(directory, Map.of());
        assertThat(node.passwordOf("regulator")).isEmpty();
        String basic = RunningNode.basic("regulator", "watchful eyes");
        assertThat(node.call("GET", "/api/v1/account", basic, "").status()).isEqualTo(200);
        CREDENTIALS.put(Party.REGULATOR, basic);
    }
}
