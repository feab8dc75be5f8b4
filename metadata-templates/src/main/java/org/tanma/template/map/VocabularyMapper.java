// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.template.code.TradeUnits;
import org.tanma.template.code.UnitCodes;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.TemplateItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries records over into other vocabularies by the mapping files.
 *
 * <p>Contract: what a record holds and the vocabulary has no place for is listed as left out, what the vocabulary asks for and the
 * record does not hold as missing; nothing is made up. Only the items given are used, so that whoever calls decides who sees what.
 * Safe between threads.
 */
public final class VocabularyMapper {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BilingualText NO_COUNTERPART =
            new BilingualText("该词汇表中没有对应项", "the vocabulary has no counterpart");
    private static final BilingualText PLACE_TAKEN =
            new BilingualText("其位置已由另一项给出", "another item stands in its place");
    private static final BilingualText NO_SUCH_CODE = new BilingualText(
            "该值在词汇表中没有对应项，或所指记录不可见", "this value has no counterpart, or what it points at is not to be seen");
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/:@!$'()*+,;=";

    private final MappingCatalog mappings;
    private final TemplateCatalog templates;

    public VocabularyMapper(MappingCatalog mappings, TemplateCatalog templates) {
        this.mappings = mappings;
        this.templates = templates;
    }

    /**
     * The record in a vocabulary.
     *
     * @param record with the items that may be shown
     * @param others gives the records it points at, with the items that may be shown
     * @return empty when the vocabulary has no mapping for the record's template
     */
    public Optional<MappedRecord> map(TemplatedRecord record, String vocabulary, RecordLookup others) {
        List<VocabularyMapping> found = mappings.find(vocabulary, record.template(), templates);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode document = JSON.objectNode();
        Set<String> used = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>();
        for (VocabularyMapping mapping : found) {
            mapping.constants().forEach((path, value) -> path.put(document, value.deepCopy()));
        }
        for (VocabularyMapping mapping : found) {
            for (MappingEntry entry : mapping.entries()) {
                apply(entry, record, others, document, used, taken);
            }
        }
        return Optional.of(new MappedRecord(
                vocabulary,
                found.get(0).edition(),
                document,
                leftOut(record, found, used, taken),
                missing(found, document),
                found.stream().flatMap(m -> m.beyond().stream()).distinct().toList()));
    }

    private void apply(
            MappingEntry entry,
            TemplatedRecord record,
            RecordLookup others,
            ObjectNode document,
            Set<String> used,
            Set<String> taken) {
        Optional<TemplatedRecord> source = source(entry, record, others);
        if (source.isEmpty()
                || entry.unless() != null && entry.unless().isFilled(document)
                || !source.get().items().keySet().containsAll(entry.ifAlso())) {
            return;
        }
        value(entry, source.get()).ifPresent(value -> {
            entry.with().forEach((path, constant) -> path.put(document, constant.deepCopy()));
            putUnit(entry, document);
            Set<String> fate = entry.to().put(document, value) ? used : taken;
            entry.usedItem().ifPresent(fate::add);
        });
    }

    private static void putUnit(MappingEntry entry, ObjectNode document) {
        MappingPath path = entry.unitCode();
        String ucum = entry.ucum();
        if (path != null && ucum != null) {
            TradeUnits.shared().commonCode(ucum).ifPresent(code -> path.put(document, JSON.stringNode(code)));
        }
    }

    private static Optional<TemplatedRecord> source(MappingEntry entry, TemplatedRecord record, RecordLookup others) {
        if (entry.via() == null) {
            return Optional.of(record);
        }
        String reference = record.items().get(entry.via());
        if (reference == null) {
            return Optional.empty();
        }
        try {
            return others.find(HandleName.parse(reference));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> value(MappingEntry entry, TemplatedRecord source) {
        if (entry.from().equals(MappingEntry.HANDLE)) {
            return Optional.of(written(entry, source.handle().toString()));
        }
        String text = source.items().get(entry.from());
        Optional<TemplateItem> item = source.template().findItem(entry.from());
        if (text == null || item.isEmpty()) {
            return Optional.empty();
        }
        if (!entry.codes().isEmpty()) {
            return Optional.ofNullable(entry.codes().get(text)).map(code -> written(entry, code));
        }
        if (entry.ucum() != null && !item.get().ucum().isEmpty()) {
            BigDecimal amount =
                    UnitCodes.ucum().convert(new BigDecimal(text), item.get().ucum(), entry.ucum());
            return Optional.of(written(entry, amount.toPlainString()));
        }
        return Optional.of(written(entry, item.get().type() == ItemType.DATE ? dated(entry, text) : text));
    }

    private static String dated(MappingEntry entry, String date) {
        return entry.form() == MappedForm.DATE_TIME ? date + "T00:00:00Z" : date;
    }

    private static JsonNode written(MappingEntry entry, String text) {
        return switch (entry.form()) {
            case TEXT, DATE_TIME -> JSON.stringNode(entry.prefix() + text);
            case NUMBER -> JSON.numberNode(new BigDecimal(text));
            case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(text));
            case URI -> JSON.stringNode(entry.prefix() + encoded(text));
        };
    }

    private static String encoded(String text) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && UNRESERVED.indexOf(octet) >= 0) {
                uri.append((char) octet);
            } else {
                uri.append('%')
                        .append(Character.toUpperCase(Character.forDigit((octet >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
            }
        }
        return uri.toString();
    }

    private static List<MappedRecord.LeftOut> leftOut(
            TemplatedRecord record, List<VocabularyMapping> found, Set<String> used, Set<String> taken) {
        Set<String> tried = new TreeSet<>();
        found.forEach(m -> m.entries().forEach(e -> e.usedItem().ifPresent(tried::add)));
        return record.items().keySet().stream()
                .filter(code -> !used.contains(code))
                .map(code -> new MappedRecord.LeftOut(code, reason(code, found, taken, tried)))
                .toList();
    }

    private static BilingualText reason(
            String code, List<VocabularyMapping> found, Set<String> taken, Set<String> tried) {
        for (VocabularyMapping mapping : found) {
            Map<String, BilingualText> declared = mapping.leftOut();
            if (declared.containsKey(code)) {
                return declared.get(code);
            }
        }
        if (taken.contains(code)) {
            return PLACE_TAKEN;
        }
        return tried.contains(code) ? NO_SUCH_CODE : NO_COUNTERPART;
    }

    private static List<String> missing(List<VocabularyMapping> found, ObjectNode document) {
        return found.stream()
                .flatMap(m -> m.needed().stream())
                .filter(path -> !path.isFilled(document))
                .map(MappingPath::text)
                .distinct()
                .toList();
    }
}
