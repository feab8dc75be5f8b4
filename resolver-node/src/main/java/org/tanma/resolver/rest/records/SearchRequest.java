// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.index.IndexedItem;
import org.tanma.resolver.index.RecordSearch;
import org.tanma.resolver.index.SearchQuery;
import org.tanma.resolver.index.SearchQuery.ItemTerm;
import org.tanma.resolver.index.SearchQuery.RecordState;
import org.tanma.resolver.index.SearchQuery.SearchOrder;
import org.tanma.resolver.index.SearchQuery.TimeRange;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/** Reads the parameters of a search, and says all that is wrong with them at once. */
final class SearchRequest {
    private static final Set<String> KNOWN = Set.of(
            "template",
            "enterprise",
            "createdAfter",
            "createdBefore",
            "changedAfter",
            "changedBefore",
            "state",
            "sort",
            "limit",
            "cursor",
            "count",
            "lang");
    private static final Set<String> OF_THE_PAGE = Set.of("limit", "cursor", "count", "lang");
    private static final String ITEM = "item.";
    private static final String LEAST = ".min";
    private static final String GREATEST = ".max";
    private static final int DEFAULT_LIMIT = 100;

    /**
     * What is asked for.
     *
     * @param position where the page begins; empty for the first
     * @param fingerprint what cursors of this search are bound to
     */
    record Read(SearchQuery query, Optional<byte[]> position, String fingerprint, boolean isCounted) {}

    private final TemplateCatalog catalog;
    private final Disclosure disclosure;
    private final Map<String, String> given = new TreeMap<>();
    private final Caller caller;
    private final List<WordedViolation> violations = new ArrayList<>();

    private SearchRequest(
            TemplateCatalog catalog, Disclosure disclosure, MultiValueMap<String, String> parameters, Caller caller) {
        this.catalog = catalog;
        this.disclosure = disclosure;
        this.caller = caller;
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                refuse(name, String.join(", ", values), new Wording("只给一次", "given once"));
            }
            String value = values.isEmpty() || values.get(0) == null
                    ? ""
                    : values.get(0).strip();
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        });
    }

    static Read read(
            TemplateCatalog catalog, Disclosure disclosure, MultiValueMap<String, String> parameters, Caller caller) {
        return new SearchRequest(catalog, disclosure, parameters, caller).read();
    }

    private Read read() {
        Optional<MetadataTemplate> template = template();
        Map<String, IndexedItem> indexed = template.map(SearchRequest::indexed).orElse(Map.of());
        given.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !name.startsWith(ITEM))
                .forEach(name -> refuse(
                        name,
                        given.getOrDefault(name, ""),
                        new Wording(
                                "参数：" + known() + "，以及 item.<项>、item.<项>.min、item.<项>.max",
                                "parameters " + known() + ", and item.<code>, item.<code>.min, item.<code>.max")));
        List<ItemTerm> terms = terms(template, indexed);
        Optional<SearchOrder> order = order(template, indexed);
        Optional<String> enterprise = enterprise(terms, order);
        SearchQuery query = new SearchQuery(
                template.map(MetadataTemplate::name),
                enterprise,
                new TimeRange(instant("createdAfter"), instant("createdBefore")),
                new TimeRange(instant("changedAfter"), instant("changedBefore")),
                terms,
                state(),
                order,
                limit());
        if (query.orderUsed().key() == SearchOrder.Key.HANDLE && !query.hasList()) {
            refuse(
                    "sort",
                    "handle",
                    new Wording(
                            "按 handle 排序时须给 template、enterprise 或一个项",
                            "handle only beside template, enterprise or an item"));
        }
        String fingerprint = fingerprint(enterprise);
        Optional<byte[]> position = Optional.empty();
        String cursor = given.getOrDefault("cursor", "");
        if (!cursor.isEmpty()) {
            position = SearchCursor.read(cursor, fingerprint);
            if (position.isEmpty()) {
                refuse(
                        "cursor",
                        cursor.length() > 80 ? cursor.substring(0, 79) + "…" : cursor,
                        new Wording("同一查询前一页给出的 next", "the next of a page of the same search"));
            }
        }
        if (!violations.isEmpty()) {
            throw ProblemException.badRequest(
                    new Wording("查询参数有误。", "The search cannot be made as it was asked for."),
                    violations.toArray(new WordedViolation[0]));
        }
        return new Read(
                query, position, fingerprint, given.getOrDefault("count", "").equals("true"));
    }

    private static String known() {
        return KNOWN.stream().sorted().collect(Collectors.joining(", "));
    }

    private String fingerprint(Optional<String> enterprise) {
        Map<String, String> asked = new TreeMap<>(given);
        asked.keySet().removeAll(OF_THE_PAGE);
        enterprise.ifPresent(prefix -> asked.put("enterprise", prefix));
        return asked.toString();
    }

    private Optional<MetadataTemplate> template() {
        String name = given.getOrDefault("template", "");
        Optional<MetadataTemplate> found = catalog.find(name);
        if (!name.isEmpty() && found.isEmpty()) {
            String names = catalog.newest().stream().map(MetadataTemplate::name).collect(Collectors.joining(", "));
            refuse("template", name, new Wording("模板：" + names, "a template: " + names));
        }
        return found;
    }

    /** Items of any version: those of the newest first. */
    private static Map<String, IndexedItem> indexed(MetadataTemplate template) {
        Map<String, IndexedItem> indexed = new TreeMap<>();
        template.items().forEach(item -> IndexedItem.of(item).ifPresent(i -> indexed.put(item.code(), i)));
        return indexed;
    }

    private List<ItemTerm> terms(Optional<MetadataTemplate> template, Map<String, IndexedItem> indexed) {
        Map<String, ItemTerm> terms = new TreeMap<>();
        for (Map.Entry<String, String> one : given.entrySet()) {
            if (!one.getKey().startsWith(ITEM)) {
                continue;
            }
            String named = one.getKey().substring(ITEM.length());
            String code = named.endsWith(LEAST) || named.endsWith(GREATEST)
                    ? named.substring(0, named.length() - LEAST.length())
                    : named;
            IndexedItem item = indexed.get(code);
            if (item == null) {
                refuseItem(one.getKey(), one.getValue(), template, indexed);
                continue;
            }
            if (!code.equals(named) && !item.isOrdered()) {
                refuse(
                        one.getKey(),
                        one.getValue(),
                        new Wording("item." + code + "=值：该项没有大小之分", "item." + code + "=VALUE: this item has no order"));
                continue;
            }
            if (item.octets(one.getValue()).isEmpty()) {
                refuse(
                        one.getKey(),
                        one.getValue(),
                        new Wording(
                                "类型为 " + item.item().type().code() + " 的值",
                                "a value of type " + item.item().type().code()));
                continue;
            }
            ItemTerm before =
                    terms.getOrDefault(code, new ItemTerm(item, Optional.empty(), Optional.empty(), Optional.empty()));
            Optional<String> value = Optional.of(one.getValue());
            terms.put(
                    code,
                    new ItemTerm(
                            item,
                            code.equals(named) ? value : before.equal(),
                            named.endsWith(LEAST) && !code.equals(named) ? value : before.least(),
                            named.endsWith(GREATEST) && !code.equals(named) ? value : before.greatest()));
        }
        return List.copyOf(terms.values());
    }

    private void refuseItem(
            String name, String value, Optional<MetadataTemplate> template, Map<String, IndexedItem> indexed) {
        if (template.isEmpty()) {
            refuse(name, value, new Wording("与 template 一起给出", "given together with template"));
            return;
        }
        String codes = indexed.isEmpty() ? "—" : String.join(", ", indexed.keySet());
        refuse(
                name,
                value,
                new Wording(
                        "模板 " + template.get().name() + " 中已索引的项：" + codes,
                        "an indexed item of template " + template.get().name() + ": " + codes));
    }

    /** What is not public is searched within one enterprise, by whoever may see it there. */
    private Optional<String> enterprise(List<ItemTerm> terms, Optional<SearchOrder> order) {
        Optional<String> asked = Optional.ofNullable(given.get("enterprise"));
        asked.filter(prefix -> prefix.contains("/"))
                .ifPresent(prefix -> refuse(
                        "enterprise",
                        prefix,
                        new Wording("企业前缀，例如 88.118.1", "the prefix of an enterprise such as 88.118.1")));
        List<IndexedItem> hidden = Stream.concat(
                        terms.stream().map(ItemTerm::item), order.flatMap(SearchOrder::item).stream())
                .filter(item -> !item.isPublic())
                .toList();
        if (hidden.isEmpty()) {
            return asked;
        }
        Optional<String> meant = asked.or(
                () -> caller.prefixes().size() == 1 ? caller.prefixes().stream().findFirst() : Optional.empty());
        String codes = hidden.stream().map(IndexedItem::code).distinct().collect(Collectors.joining(", "));
        if (meant.isEmpty() && caller.isSignedIn()) {
            refuse(
                    "enterprise",
                    "",
                    new Wording(
                            "一家企业的前缀：" + codes + " 不公开", "the prefix of one enterprise: " + codes + " is not public"));
        } else if (meant.isEmpty() || !isVisible(hidden, meant.get())) {
            throw ProblemException.forbidden(new Wording(
                    codes + " 不公开，只有可以看到它的人可以按它查询。",
                    codes + " is not public: only those who may see it may search by it."));
        }
        return meant;
    }

    private boolean isVisible(List<IndexedItem> items, String enterprise) {
        Disclosure.Circle circle = disclosure.circle(enterprise, given.getOrDefault("template", ""), caller);
        return items.stream().allMatch(item -> Disclosure.isVisible(item.item(), circle));
    }

    private Optional<SearchOrder> order(Optional<MetadataTemplate> template, Map<String, IndexedItem> indexed) {
        String sort = given.getOrDefault("sort", "");
        if (sort.isEmpty()) {
            return Optional.empty();
        }
        boolean isDescending = sort.startsWith("-");
        String name = isDescending ? sort.substring(1) : sort;
        if (name.startsWith(ITEM)) {
            IndexedItem item = indexed.get(name.substring(ITEM.length()));
            if (item == null) {
                refuseItem("sort", sort, template, indexed);
                return Optional.empty();
            }
            return Optional.of(new SearchOrder(SearchOrder.Key.ITEM, Optional.of(item), isDescending));
        }
        Optional<SearchOrder.Key> key = switch (name) {
            case "created" -> Optional.of(SearchOrder.Key.CREATED);
            case "changed" -> Optional.of(SearchOrder.Key.CHANGED);
            case "handle" -> isDescending ? Optional.empty() : Optional.of(SearchOrder.Key.HANDLE);
            default -> Optional.empty();
        };
        if (key.isEmpty()) {
            refuse(
                    "sort",
                    sort,
                    new Wording(
                            "handle、created、-created、changed、-changed、item.<项>、-item.<项>",
                            "handle, created, -created, changed, -changed, item.<code> or -item.<code>"));
        }
        return key.map(k -> new SearchOrder(k, Optional.empty(), isDescending));
    }

    private Optional<Instant> instant(String name) {
        String text = given.getOrDefault(name, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            refuse(
                    name,
                    text,
                    new Wording(
                            "UTC 时刻 2026-01-31T08:00:00Z，或日期 2026-01-31",
                            "an instant in UTC such as 2026-01-31T08:00:00Z, or a date such as 2026-01-31"));
            return Optional.empty();
        }
    }

    private RecordState state() {
        String state = given.getOrDefault("state", "live");
        return switch (state) {
            case "live" -> RecordState.LIVE;
            case "retired" -> RecordState.RETIRED;
            case "any" -> RecordState.ANY;
            default -> {
                refuse("state", state, new Wording("live、retired 或 any", "live, retired or any"));
                yield RecordState.LIVE;
            }
        };
    }

    private int limit() {
        String limit = given.getOrDefault("limit", String.valueOf(DEFAULT_LIMIT));
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= RecordSearch.MAX_LIMIT) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        refuse("limit", limit, new Wording("1 至 " + RecordSearch.MAX_LIMIT, "1 to " + RecordSearch.MAX_LIMIT));
        return DEFAULT_LIMIT;
    }

    private void refuse(String path, String value, Wording allowed) {
        violations.add(new WordedViolation(path, value, allowed, Wording.NONE));
    }
}
