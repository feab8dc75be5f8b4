// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.ActivityPeriod;
import org.tanma.carbon.inventory.Assumption;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.whatif.Change;

/**
 * Reads the changes of a what-if from YAML or JSON: a list {@code changes}, each element with one of the keys {@code
 * replaceFuel}, {@code factor}, {@code greenPower}, {@code amount}.
 *
 * <p>Contract: all that is wrong is reported at once, change by change, with its place; thread-safe.
 */
public final class ChangesReader {
    private final UnitCatalog units;

    public ChangesReader(UnitCatalog units) {
        this.units = units;
    }

    /**
     * Reads changes.
     *
     * @param place name of the text, for messages
     * @param bytes UTF-8 YAML or JSON
     */
    public ParsedChanges read(String place, byte[] bytes) {
        RequestParts parts = new RequestParts(units);
        Optional<List<Change>> changes = parts.attempt(place, () -> YamlObject.parse(place, bytes))
                .map(yaml -> {
                    parts.attempt(place, () -> yaml.allowing("changes"));
                    return parts.each(yaml, "changes", change -> change(parts, change));
                });
        return parts.isSound() && changes.isPresent()
                ? new ParsedChanges.Read(changes.get())
                : new ParsedChanges.Refused(parts.missing());
    }

    private static Optional<Change> change(RequestParts parts, YamlObject yaml) {
        yaml.allowing("replaceFuel", "factor", "greenPower", "amount");
        if (yaml.has("replaceFuel")) {
            return Optional.of(replaceFuel(yaml.object("replaceFuel")));
        }
        if (yaml.has("factor")) {
            return factor(parts, yaml.object("factor"));
        }
        if (yaml.has("greenPower")) {
            return Optional.of(greenPower(yaml.object("greenPower")));
        }
        return amount(parts, yaml.object("amount"));
    }

    private static Change replaceFuel(YamlObject yaml) {
        yaml.allowing("source", "from", "to", "share");
        return new Change.ReplaceFuel(
                yaml.text("source"),
                ActivityId.parse(yaml.text("from")),
                ActivityId.parse(yaml.text("to")),
                yaml.has("share") ? RequestParts.decimal(yaml, "share") : BigDecimal.ONE);
    }

    private static Optional<Change> factor(RequestParts parts, YamlObject yaml) {
        yaml.allowing("scope", "parameter", "value", "unit");
        String code = yaml.text("parameter");
        Parameter parameter = Parameter.fromCode(code)
                .orElseThrow(() -> new EditionFormatException(
                        yaml.place(), "unknown parameter '" + code + "', not one of " + Parameter.codes()));
        return parts.quantity(yaml)
                .map(value -> new Change.OtherFactor(new Assumption(yaml.text("scope"), parameter, value)));
    }

    private static Change greenPower(YamlObject yaml) {
        yaml.allowing("share", "from");
        String from = yaml.has("from") ? yaml.text("from") : "own";
        if (!from.equals("own") && !from.equals("bought")) {
            throw new EditionFormatException(yaml.place() + "/from", "'" + from + "' is not own or bought");
        }
        return new Change.GreenPower(RequestParts.decimal(yaml, "share"), from.equals("own"));
    }

    private static Optional<Change> amount(RequestParts parts, YamlObject yaml) {
        yaml.allowing("source", "activity", "period", "times", "to");
        @Nullable String period = yaml.findText("period");
        Optional<Quantity> to = parts.findQuantity(yaml, "to");
        if (yaml.has("to") && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Change.OtherAmount(
                yaml.text("source"),
                ActivityId.parse(yaml.text("activity")),
                period == null ? null : ActivityPeriod.parse(period),
                yaml.has("times") ? RequestParts.decimal(yaml, "times") : null,
                to.orElse(null)));
    }
}
