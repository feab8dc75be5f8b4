// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.ActivityPeriod;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.inventory.SharedParameter;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/**
 * Reads a request from YAML or JSON, for replaying a result and for running a file without a node.
 *
 * <p>Shape: the {@code request} of a result document. Contract: all that is wrong is reported at once, entry by entry, with
 * its place; thread-safe.
 */
public final class InventoryRequestReader {
    private final UnitCatalog units;

    public InventoryRequestReader(UnitCatalog units) {
        this.units = units;
    }

    /**
     * Reads a request.
     *
     * @param place name of the text, for messages
     * @param bytes UTF-8 YAML or JSON
     */
    public ParsedRequest read(String place, byte[] bytes) {
        return new Reading().read(place, () -> YamlObject.parse(place, bytes));
    }

    /** Reads a request that stands inside another file. */
    ParsedRequest read(YamlObject yaml) {
        return new Reading().read(yaml.place(), () -> yaml);
    }

    /** One run, with what it found wrong. */
    private final class Reading {
        private final List<Missing> missing = new ArrayList<>();

        ParsedRequest read(String place, Supplier<YamlObject> yaml) {
            Optional<InventoryRequest> request = attempt(place, () -> request(yaml.get()));
            return missing.isEmpty() && request.isPresent()
                    ? new ParsedRequest.Read(request.get())
                    : new ParsedRequest.Refused(missing);
        }

        private InventoryRequest request(YamlObject yaml) {
            yaml.allowing("subject", "year", "basis", "entries", "parameters", "absentTerms", "activityLevel");
            List<ActivityEntry> entries = new ArrayList<>();
            for (YamlObject entry : yaml.objects("entries")) {
                attempt(entry.place(), () -> entry(entry))
                        .flatMap(found -> found)
                        .ifPresent(entries::add);
            }
            List<SharedParameter> parameters = new ArrayList<>();
            for (YamlObject shared : yaml.objects("parameters")) {
                attempt(shared.place(), () -> shared(shared))
                        .flatMap(found -> found)
                        .ifPresent(parameters::add);
            }
            @Nullable
            Quantity level = yaml.has("activityLevel")
                    ? quantity(yaml.object("activityLevel")).orElse(null)
                    : null;
            InventoryBasis basis = basis(yaml.object("basis"));
            return new InventoryRequest(
                    yaml.text("subject"),
                    yaml.integer("year"),
                    basis,
                    entries,
                    parameters,
                    new LinkedHashSet<>(yaml.texts("absentTerms")),
                    level);
        }

        private InventoryBasis basis(YamlObject yaml) {
            yaml.allowing("method", "fuelSet", "gwpSet", "geography");
            @Nullable String fuelSet = yaml.findText("fuelSet");
            return new InventoryBasis(
                    EditionRef.parse(yaml.text("method")),
                    fuelSet == null ? null : EditionRef.parse(fuelSet),
                    EditionRef.parse(yaml.text("gwpSet")),
                    yaml.text("geography"));
        }

        private Optional<ActivityEntry> entry(YamlObject yaml) {
            yaml.allowing("source", "activity", "period", "amount", "measured", "meter", "evidenceDigest");
            Map<Parameter, MeasuredValue> measured = new EnumMap<>(Parameter.class);
            yaml.objectMap("measured")
                    .forEach((code, value) ->
                            measured(value).ifPresent(found -> measured.put(parameter(value.place(), code), found)));
            return quantity(yaml.object("amount").allowing("value", "unit"))
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
            yaml.allowing("scope", "parameter", "value", "unit", "evidence");
            return measured(yaml)
                    .map(found -> new SharedParameter(
                            yaml.text("scope"), parameter(yaml.place(), yaml.text("parameter")), found));
        }

        private Optional<MeasuredValue> measured(YamlObject yaml) {
            return quantity(yaml).map(value -> new MeasuredValue(value, yaml.text("evidence")));
        }

        private Parameter parameter(String place, String code) {
            return Parameter.fromCode(code)
                    .orElseThrow(() -> new EditionFormatException(
                            place, "unknown parameter '" + code + "', not one of " + Parameter.codes()));
        }

        private Optional<Quantity> quantity(YamlObject yaml) {
            String text = yaml.text("unit");
            if (units.parse(text) instanceof ParsedUnit.Unknown unknown) {
                missing.add(new Missing(
                        Missing.Reason.UNIT,
                        yaml.place() + "/unit",
                        new LocalText("未知的单位", "unknown unit"),
                        text,
                        String.join(", ", unknown.allowed()),
                        unknown.hint()));
                return Optional.empty();
            }
            return Optional.of(new Quantity(new BigDecimal(yaml.text("value")), units.get(text)));
        }

        /** Runs a part; what it throws about its form becomes one thing missing, so that the other parts are still read. */
        private <T> Optional<T> attempt(String place, Supplier<T> part) {
            try {
                return Optional.of(part.get());
            } catch (EditionFormatException | IllegalArgumentException | DateTimeException e) {
                missing.add(new Missing(
                        Missing.Reason.FORMAT,
                        place,
                        new LocalText("格式不符", "not of the form of a request"),
                        String.valueOf(e.getMessage()),
                        "",
                        new LocalText("按说明改正", "mend it as the message says")));
                return Optional.empty();
            }
        }
    }
}
