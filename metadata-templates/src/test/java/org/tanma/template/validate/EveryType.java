// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/** A template with an item of every type, and texts good and bad for each. */
public final class EveryType {
    public static final TemplateCatalog CATALOG = TemplateCatalog.load("20.500.12345", directory());
    public static final MetadataTemplate TEMPLATE = CATALOG.get("everything");

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
    private static final Map<String, List<String>> GOOD = Map.ofEntries(
            Map.entry("name", List.of("甲乙", "Kiln 2", "𠮷𠮷")),
            Map.entry("serial", List.of("AB1", "ZZ0123456789")),
            Map.entry("pieces", List.of("0", "1000", "7")),
            Map.entry("massKg", List.of("0", "0.000", "99.5", "12")),
            Map.entry("grossKg", List.of("99.5", "100000000000000000000", "99.50")),
            Map.entry("active", List.of("false")),
            Map.entry("made", List.of("2024-02-29", "0000-12-31", "9999-01-01")),
            Map.entry("seen", List.of("2024-02-29T23:59:59Z", "2025-10-01T00:00:00.123456789Z")),
            Map.entry("grade", List.of("a", "b")),
            Map.entry("region", List.of("110000", "330000")),
            Map.entry("owner", List.of("88.118.1/ENTERPRISE", "a/b/c")),
            Map.entry("digest", List.of(DIGEST)),
            Map.entry("tags", List.of("[\"a\"]", "[\"a\",\"窑\\\"\",\"c\"]")),
            Map.entry("place", List.of("{\"city\":\"杭州\"}", "{\"city\":\"杭州\",\"floor\":\"-5\"}")),
            Map.entry(
                    "components",
                    List.of(
                            "[{\"material\":\"clay\"}]",
                            "[{\"material\":\"clay\",\"share\":\"0.4\"},{\"maker\":\"88.118.1/X\",\"material\":\"lime\",\"share\":\"0.6\"}]")));
    private static final List<String> BAD = List.of(
            "",
            " ",
            "x",
            " x ",
            "a\u0000b",
            "a\u0085b",
            "2023-02-29",
            "2024-2-9",
            "2024-13-01",
            "2024-02-29T24:00:00Z",
            "2024-02-29T23:59:60Z",
            "2024-02-30T00:00:00Z",
            "2024-02-29T00:00:00+08:00",
            "2024-02-29T00:00:00.Z",
            "-0",
            "00",
            "1.",
            ".5",
            "1e3",
            "-0.0",
            "1001",
            "99.51",
            "AB1\n",
            "ab1",
            "TRUE",
            "c",
            "/x",
            "x/",
            "x y/z",
            "x/y z",
            "x/ y",
            "x/\u00a0",
            DIGEST.toUpperCase(java.util.Locale.ROOT),
            DIGEST + "0",
            DIGEST + ";application/pdf;1024;a.pdf",
            DIGEST + ";application/pdf;01;a.pdf",
            DIGEST + ";pdf;1; a",
            "[]",
            "[\"a\", \"b\"]",
            "[\"a\",\"b\",\"c\",\"d\"]",
            "[1]",
            "[null]",
            "[[\"a\"]]",
            "[\"123456789\"]",
            "{}",
            "{\"city\":\"a\",\"town\":\"b\"}",
            "{\"floor\":\"1\",\"city\":\"a\"}",
            "{\"city\":\"a\",\"city\":\"a\"}",
            "{\"city\":\"a\",\"floor\":\"201\"}",
            "{\"city\":\"\"}",
            "{\"city\":{}}",
            "[{\"material\":\"a\",\"share\":\"0.5\"}]",
            "[{\"material\":\"a\",\"share\":\"1.5\"}]",
            "[{\"share\":\"1\"},{\"material\":\"b\",\"shore\":\"1\"}]",
            "[{\"maker\":\"nobody\",\"material\":\"a\"}]",
            "[{\"material\":\"a\"}] x",
            "{\"city\":\"a\"",
            "[".repeat(40),
            "\uD800",
            "[\"\uD800\"]");

    private EveryType() {}

    private static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(EveryType.class.getResource("/templates-for-tests"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records that are right. */
    public static Arbitrary<Map<String, String>> good() {
        List<String> codes = GOOD.keySet().stream().sorted().toList();
        Arbitrary<List<Integer>> picks =
                Arbitraries.integers().between(-3, 5).list().ofSize(codes.size());
        return picks.map(chosen -> {
            Map<String, String> items = new LinkedHashMap<>();
            items.put("name", "甲乙");
            for (int i = 0; i < codes.size(); i++) {
                List<String> texts = GOOD.get(codes.get(i));
                if (chosen.get(i) >= 0) {
                    items.put(codes.get(i), texts.get(chosen.get(i) % texts.size()));
                }
            }
            return items;
        });
    }

    /** Records with some item taken away, or replaced by a text that suits another or none. */
    public static Arbitrary<Map<String, String>> mixed() {
        List<String> codes = java.util.stream.Stream.concat(
                        TEMPLATE.items().stream().map(i -> i.code()), java.util.stream.Stream.of("colour"))
                .toList();
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of(BAD),
                Arbitraries.of(GOOD.values().stream().flatMap(List::stream).toList()),
                Arbitraries.strings()
                        .withChars("0123456789-.:TZ[]{}\",/ abAB\u00a0\u2028")
                        .ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(25));
        Arbitrary<Map<String, String>> changes =
                Arbitraries.maps(Arbitraries.of(codes), texts).ofMaxSize(4);
        return Combinators.combine(
                        good(),
                        changes,
                        Arbitraries.of(codes),
                        Arbitraries.integers().between(0, 4))
                .as((items, changed, gone, die) -> {
                    items.putAll(changed);
                    if (die == 0) {
                        items.remove(gone);
                    }
                    return items;
                });
    }
}
