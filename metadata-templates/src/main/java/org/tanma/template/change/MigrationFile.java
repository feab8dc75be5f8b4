// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.TemplateReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a migration from its file; strict: an unknown or missing field is refused.
 *
 * <p>Shape: {@code {"from":"device@1.0.0","to":"device@2.0.0","steps":[{"do":"rename","item":"a","to":"b"}, …]}} with the steps {@code
 * rename} (item, to), {@code setDefault} (item, value), {@code mapCodes} (item, codes), {@code convert} (item, from, to as UCUM codes)
 * and {@code drop} (item, reasonZh, reasonEn).
 */
public final class MigrationFile {
    private static final int MAX_STEPS = 500;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private record Whole(String from, String to, List<Step> steps) {}

    private record Step(
            @JsonProperty("do") String kind,
            String item,
            @Nullable String from,
            @Nullable String to,
            @Nullable String value,
            @Nullable Map<String, String> codes,
            @Nullable String reasonZh,
            @Nullable String reasonEn) {}

    private MigrationFile() {}

    /**
     * The migration a file says.
     *
     * @param file its name, for messages
     * @throws IllegalArgumentException naming the file and what is wrong in it
     */
    public static Migration read(String file, String json) {
        try {
            Whole whole = JSON.readValue(json, Whole.class);
            List<Step> steps = given("steps", whole.steps());
            if (steps.size() > MAX_STEPS) {
                throw new IllegalArgumentException("more than " + MAX_STEPS + " steps");
            }
            return new Migration(
                    TemplateReference.parse(given("from", whole.from())),
                    TemplateReference.parse(given("to", whole.to())),
                    steps.stream().map(MigrationFile::step).toList());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("migration " + file + ": " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("migration " + file + ": " + e.getMessage(), e);
        }
    }

    private static MigrationStep step(Step s) {
        String item = given("item", s.item());
        return switch (given("do", s.kind())) {
            case "rename" -> new MigrationStep.Rename(item, given("to", s.to()));
            case "setDefault" -> new MigrationStep.SetDefault(item, given("value", s.value()));
            case "mapCodes" -> new MigrationStep.MapCodes(item, given("codes", s.codes()));
            case "convert" -> new MigrationStep.Convert(item, given("from", s.from()), given("to", s.to()));
            case "drop" ->
                new MigrationStep.Drop(
                        item, new BilingualText(given("reasonZh", s.reasonZh()), given("reasonEn", s.reasonEn())));
            default ->
                throw new IllegalArgumentException(
                        "step '" + s.kind() + "' is none of rename, setDefault, mapCodes, convert, drop");
        };
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("field '" + field + "' is missing");
        }
        return value;
    }
}
