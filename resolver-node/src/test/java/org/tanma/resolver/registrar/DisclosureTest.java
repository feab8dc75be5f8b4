// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.access.Administrators;
import org.tanma.resolver.registrar.enterprise.Leave;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.Visibility;

/** Role by role and field by field: who sees what of a record of 88.118.1. */
class DisclosureTest {
    private static final HandleName RECORD = HandleName.parse("88.118.1/X");
    private static final Path PAGE = Path.of("../docs/api/disclosure.md");
    private static final Map<String, Caller> CALLERS = new LinkedHashMap<>();

    static {
        CALLERS.put("public", Caller.PUBLIC);
        CALLERS.put("other enterprise", enterprise("ENTERPRISE_ADMIN", "88.118.2"));
        CALLERS.put("partner", enterprise("ENTERPRISE_CLERK", "88.118.3"));
        CALLERS.put("other verifier", new Caller("idle", Set.of("VERIFIER"), Set.of()));
        CALLERS.put("assigned verifier", new Caller("tuv", Set.of("VERIFIER"), Set.of()));
        CALLERS.put("regulator", new Caller("watch", Set.of("REGULATOR"), Set.of()));
        CALLERS.put("own key, read", key("read"));
        CALLERS.put("own key, resolve-private", key(Caller.RESOLVE_PRIVATE));
        CALLERS.put("own clerk", enterprise("ENTERPRISE_CLERK", "88.118.1"));
        CALLERS.put("own admin", enterprise("ENTERPRISE_ADMIN", "88.118.1"));
        CALLERS.put("operator", new Caller("boss", Set.of("OPERATOR"), Set.of()));
    }

    private static final Map<Visibility, Set<String>> SEEN_BY = Map.of(
            Visibility.PUBLIC,
            CALLERS.keySet(),
            Visibility.PARTNER,
            Set.of(
                    "partner",
                    "assigned verifier",
                    "regulator",
                    "own key, resolve-private",
                    "own clerk",
                    "own admin",
                    "operator"),
            Visibility.REGULATOR,
            Set.of("assigned verifier", "regulator", "own key, resolve-private", "own clerk", "own admin", "operator"),
            Visibility.OWNER,
            Set.of("regulator", "own key, resolve-private", "own clerk", "own admin", "operator"));

    private final Disclosure disclosure = new Disclosure(new Leave() {
        @Override
        public boolean isPartner(String ownerPrefix, Set<String> prefixes, String template) {
            return ownerPrefix.equals("88.118.1") && prefixes.contains("88.118.3");
        }

        @Override
        public boolean isVerifier(String ownerPrefix, String account, String template) {
            return ownerPrefix.equals("88.118.1") && account.equals("tuv");
        }
    });

    private static Caller enterprise(String role, String prefix) {
        return new Caller("somebody", Set.of(role), Set.of(prefix));
    }

    private static Caller key(String scope) {
        return new Caller("key:1", Set.of("ENTERPRISE_CLERK"), Set.of("88.118.1"), Set.of(scope), Set.of());
    }

    @Test
    void everyField_ofEveryShippedTemplate_isSeenByWhomTheTableSays() throws Exception {
        StringBuilder page = new StringBuilder(
                "# Who sees which field\n\nMade by `DisclosureTest`, which holds every field of"
                        + " every shipped template against it; what it made last is in\n`resolver-node/target/disclosure.md`. The words"
                        + " are explained in [registrar.md](registrar.md). A record of an enterprise is asked for by:\n\n");
        page.append(row("visibility", List.copyOf(CALLERS.keySet())))
                .append("|---".repeat(CALLERS.size() + 1))
                .append("|\n");
        for (Visibility visibility : Visibility.values()) {
            page.append(marks(visibility.name().toLowerCase(Locale.ROOT), SEEN_BY.get(visibility)));
        }
        page.append("\nFields that are not public, by template; all others are.\n\n")
                .append(row("field", List.copyOf(CALLERS.keySet())))
                .append("|---".repeat(CALLERS.size() + 1))
                .append("|\n");
        for (MetadataTemplate template : TemplateCatalog.load().newest()) {
            page.append(rows(template));
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/disclosure.md"), page);
        assertThat(Files.readString(PAGE))
                .as("docs/api/disclosure.md is made by this test; copy resolver-node/target/disclosure.md over it")
                .isEqualTo(page.toString());
    }

    private String rows(MetadataTemplate template) {
        Map<String, String> items = new LinkedHashMap<>();
        template.items().forEach(i -> items.put(i.code(), "secret of " + i.code()));
        List<HandleValue> values = template.items().stream()
                .map(i -> Administrators.value(
                        i.index(),
                        i.handleType(),
                        ("secret of " + i.code()).getBytes(StandardCharsets.UTF_8),
                        i.isPublic() ? ValuePermissions.PUBLIC : ValuePermissions.PRIVATE))
                .toList();
        TemplatedRecord record = new TemplatedRecord(RECORD, template, items, List.of());
        StringBuilder rows = new StringBuilder();
        for (TemplateItem item : template.items()) {
            Set<String> seenBy = CALLERS.entrySet().stream()
                    .filter(c -> disclosure.visibleItems(record, c.getValue()).containsKey(item.code()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            Set<String> valueSeenBy = CALLERS.entrySet().stream()
                    .filter(c -> disclosure.visibleValues(RECORD, values, Optional.of(record), c.getValue()).stream()
                            .anyMatch(v -> v.index() == item.index()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            assertThat(seenBy).as(template.name() + "." + item.code()).isEqualTo(SEEN_BY.get(item.visibility()));
            assertThat(valueSeenBy).as("value of " + item.code()).isEqualTo(seenBy);
            if (!item.isPublic()) {
                rows.append(marks(template.name() + "." + item.code(), seenBy));
            }
        }
        return rows.toString();
    }

    private static String marks(String name, Set<String> seenBy) {
        List<String> cells = new ArrayList<>();
        CALLERS.keySet().forEach(caller -> cells.add(seenBy.contains(caller) ? "yes" : "–"));
        return row(name, cells);
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }

    @Test
    void valuesOfNoItem_areSeenByThoseInside_whereTheyAreNotPublic_secretKeysByNobody() {
        List<HandleValue> values = List.of(
                HandleValue.text(1, "DESC", "node", 0),
                Administrators.value(2, "NOTE", new byte[] {1}, ValuePermissions.PRIVATE),
                Administrators.secret(300, "opensesame"));
        CALLERS.forEach((name, caller) -> assertThat(disclosure.visibleValues(RECORD, values, Optional.empty(), caller))
                .as(name)
                .hasSize(SEEN_BY.get(Visibility.OWNER).contains(name) ? 2 : 1));
    }
}
