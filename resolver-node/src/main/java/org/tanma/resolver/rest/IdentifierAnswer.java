// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.text.ValueText;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordOwners;
import org.tanma.resolver.registrar.Retirement;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.CodeList;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;

/** A record as its template reads it, and its raw handle values: what the caller may see of both. */
@Schema(name = "Identifier")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentifierAnswer(
        String handle,

        @Schema(description = "Grows by one with every change")
        long version,

        @Schema(description = "Left out when the record names no known template") @Nullable
        Template template,

        boolean demonstration,
        @Schema(description = "Values by item code") Map<String, String> items,

        @Schema(description = "The same values with names, units and meanings")
        List<Item> described,

        @Schema(description = "The handle values as stored") List<Value> values,

        @Schema(description = "Prefix of the enterprise the record belongs to", example = "88.118.1")
        String enterprise,

        @Schema(description = "Left out when the record is live") @Nullable
        Retired retired) {

    /** When and why the record was retired. */
    @Schema(name = "IdentifierRetired")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Retired(
            String at,
            String reason,

            @Schema(description = "Prefix of the enterprise that retired it")
            String by,

            @Nullable String successor) {
        static @Nullable Retired of(HandleRecord record) {
            return Retirement.of(record)
                    .map(r -> new Retired(
                            r.at().toString(),
                            r.reason(),
                            r.by(),
                            r.successor().map(HandleName::toString).orElse(null)))
                    .orElse(null);
        }
    }

    /** The template the record was made by. */
    @Schema(name = "IdentifierTemplate")
    public record Template(String name, String version, String handle, String title) {}

    /** One item of the record. */
    @Schema(name = "IdentifierItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String code,
            String name,
            String value,
            @Nullable String unit,

            @Schema(description = "What a code stands for") @Nullable
            String meaning,

            String type) {}

    /** One handle value. */
    @Schema(name = "IdentifierValue")
    public record Value(
            int index,
            String type,

            @Schema(description = "Text, or octets as 0x and hexadecimal")
            String data,

            long ttlSeconds,

            @Schema(description = "admin read, admin write, public read, public write", example = "1110")
            String permissions,

            String timestamp) {}

    /** What {@code caller} may see of a record, names in the language of {@code locale}. */
    public static IdentifierAnswer of(
            RecordDirectory.Entry entry, Disclosure disclosure, Caller caller, Locale locale) {
        HandleRecord stored = entry.record();
        List<Value> values =
                disclosure.visibleValues(stored.name(), stored.values(), entry.described(), caller).stream()
                        .map(IdentifierAnswer::value)
                        .toList();
        if (entry.described().isEmpty()) {
            String handle = entry.record().name().toString();
            return new IdentifierAnswer(
                    handle,
                    entry.version(),
                    null,
                    false,
                    Map.of(),
                    List.of(),
                    values,
                    RecordOwners.ownerOf(stored),
                    Retired.of(stored));
        }
        TemplatedRecord record = entry.described().get();
        MetadataTemplate t = record.template();
        Map<String, String> items = disclosure.visibleItems(record, caller);
        return new IdentifierAnswer(
                record.handle().toString(),
                entry.version(),
                new Template(
                        t.name(),
                        t.version().toString(),
                        t.handle().toString(),
                        t.title().in(locale)),
                record.isDemonstration(),
                items,
                described(t, items, locale),
                values,
                RecordOwners.ownerOf(stored),
                Retired.of(stored));
    }

    private static List<Item> described(MetadataTemplate template, Map<String, String> items, Locale locale) {
        List<Item> described = new ArrayList<>();
        for (TemplateItem item : template.items()) {
            String value = items.get(item.code());
            if (value != null) {
                described.add(new Item(
                        item.code(),
                        item.name().in(locale),
                        value,
                        item.unit().isEmpty() ? null : item.unit(),
                        meaning(item, value, locale),
                        item.type().code()));
            }
        }
        return described;
    }

    private static @Nullable String meaning(TemplateItem item, String value, Locale locale) {
        if (item.type() == ItemType.BOOLEAN) {
            boolean isEnglish = locale.getLanguage().equals("en");
            return value.equals("true") ? (isEnglish ? "yes" : "是") : (isEnglish ? "no" : "否");
        }
        return item.codes()
                .find(value)
                .map(CodeList.Code::name)
                .map(n -> n.in(locale))
                .orElse(null);
    }

    private static Value value(HandleValue v) {
        String bits = Integer.toBinaryString(v.permissions().bits() | 0x10).substring(1);
        String at = Instant.ofEpochSecond(v.timestampSeconds()).toString();
        return new Value(v.index(), v.type(), ValueText.of(v), v.ttl().seconds(), bits, at);
    }
}
