// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.ActivityPeriod;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.SharedParameter;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;

/**
 * Reads a request from YAML, JSON or CSV, for replaying a result and for running a file without a node.
 *
 * <p>Shape: the {@code request} of a result document. Contract: all that is wrong is reported at once, entry by entry, with
 * its place; thread-safe.
 */
public final class InventoryRequestReader {
    private static final String UNCERTAINTY = "uncertaintyPercent";

    private final UnitCatalog units;

    public InventoryRequestReader(UnitCatalog units) {
        this.units = units;
    }

    /**
     * Reads a request.
     *
     * @param place name of the text, for messages
     * @param bytes UTF-8 YAML or JSON; CSV where {@code place} ends in {@code .csv}
     */
    public ParsedRequest read(String place, byte[] bytes) {
        Reading reading = new Reading();
        return reading.outcome(RequestText.read(place, bytes, false, reading.parts)
                .flatMap(reading::request)
                .orElse(null));
    }

    /** Reads a request that stands inside another file. */
    ParsedRequest read(YamlObject yaml) {
        Reading reading = new Reading();
        return reading.outcome(reading.request(yaml).orElse(null));
    }

    /** One run over one text. */
    private final class Reading {
        private final RequestParts parts = new RequestParts(units);

        ParsedRequest outcome(@Nullable InventoryRequest request) {
            return parts.isSound() && request != null
                    ? new ParsedRequest.Read(request)
                    : new ParsedRequest.Refused(parts.missing());
        }

        private Optional<InventoryRequest> request(YamlObject yaml) {
            String place = yaml.place();
            parts.attempt(
                    place,
                    () -> yaml.allowing(
                            "subject",
                            "year",
                            "basis",
                            "entries",
                            "parameters",
                            "absentTerms",
                            "activityLevel",
                            "sources"));
            List<ActivityEntry> entries = parts.each(yaml, "entries", this::entry);
            List<SharedParameter> parameters = parts.each(yaml, "parameters", this::shared);
            Optional<Quantity> level = parts.findQuantity(yaml, "activityLevel");
            Optional<InventoryBasis> basis = parts.attempt(place, () -> basis(yaml.object("basis")));
            Optional<String> subject = parts.attempt(place, () -> yaml.text("subject"));
            Optional<Integer> year = parts.attempt(place, () -> yaml.integer("year"));
            Optional<List<String>> absentTerms = parts.attempt(place, () -> yaml.texts("absentTerms"));
            Map<String, SourceDetail> details = details(yaml);
            return parts.isSound()
                    ? Optional.of(new InventoryRequest(
                            subject.orElseThrow(),
                            year.orElseThrow(),
                            basis.orElseThrow(),
                            entries,
                            parameters,
                            new LinkedHashSet<>(absentTerms.orElseThrow()),
                            level.orElse(null),
                            details))
                    : Optional.empty();
        }

        private Map<String, SourceDetail> details(YamlObject yaml) {
            Map<String, SourceDetail> details = new TreeMap<>();
            parts.attempt(yaml.place(), () -> yaml.objectMap("sources"))
                    .orElse(Map.of())
                    .forEach((source, detail) -> parts.attempt(detail.place(), () -> detail(detail))
                            .ifPresent(read -> details.put(source, read)));
            return details;
        }

        private SourceDetail detail(YamlObject yaml) {
            yaml.allowing("site", "process", "device", UNCERTAINTY, "dataQuality");
            return new SourceDetail(
                    yaml.findText("site"),
                    yaml.findText("process"),
                    yaml.findText("device"),
                    uncertainty(yaml),
                    yaml.findText("dataQuality"));
        }

        private @Nullable BigDecimal uncertainty(YamlObject yaml) {
            return yaml.has(UNCERTAINTY) ? RequestParts.decimal(yaml, UNCERTAINTY) : null;
        }

        private InventoryBasis basis(YamlObject yaml) {
            yaml.allowing("method", "fuelSet", "gwpSet", "geography", "valueChain");
            @Nullable String valueChain = yaml.findText("valueChain");
            @Nullable String fuelSet = yaml.findText("fuelSet");
            @Nullable String gwpSet = yaml.findText("gwpSet");
            return new InventoryBasis(
                    EditionRef.parse(yaml.text("method")),
                    fuelSet == null ? null : EditionRef.parse(fuelSet),
                    gwpSet == null ? null : EditionRef.parse(gwpSet),
                    yaml.text("geography"),
                    valueChain == null ? null : EditionRef.parse(valueChain));
        }

        private Optional<ActivityEntry> entry(YamlObject yaml) {
            yaml.allowing("source", "activity", "period", "amount", "measured", "meter", "evidenceDigest");
            Map<Parameter, MeasuredValue> measured = new EnumMap<>(Parameter.class);
            yaml.objectMap("measured")
                    .forEach((code, value) -> measured(value.allowing("value", "unit", "evidence", UNCERTAINTY))
                            .ifPresent(found -> measured.put(parameter(value.place(), code), found)));
            return parts.quantity(yaml.object("amount").allowing("value", "unit"))
                    .map(amount -> new ActivityEntry(
                            yaml.text("source"),
                            ActivityId.parse(yaml.text("activity")),
                            ActivityPeriod.parse(yaml.text("period")),
                            amount,
                            measured,
                            yaml.findText("meter"),
                            yaml.findText("evidenceDigest")));
        }

        private Optional<SharedParameter> shared(YamlObject yaml) {
            yaml.allowing("scope", "parameter", "value", "unit", "evidence", UNCERTAINTY);
            return measured(yaml)
                    .map(found -> new SharedParameter(
                            yaml.text("scope"), parameter(yaml.place(), yaml.text("parameter")), found));
        }

        private Optional<MeasuredValue> measured(YamlObject yaml) {
            return parts.quantity(yaml)
                    .map(value -> new MeasuredValue(value, yaml.text("evidence"), uncertainty(yaml)));
        }

        private Parameter parameter(String place, String code) {
            return Parameter.fromCode(code)
                    .orElseThrow(() -> new EditionFormatException(
                            place, "unknown parameter '" + code + "', not one of " + Parameter.codes()));
        }
    }
}
