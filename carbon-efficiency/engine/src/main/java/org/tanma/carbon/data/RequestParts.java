// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/** Reads the parts of one request file and gathers all that is wrong with them. */
final class RequestParts {
    private final UnitCatalog units;
    private final List<Missing> missing = new ArrayList<>();

    RequestParts(UnitCatalog units) {
        this.units = units;
    }

    /** What was found wrong so far. */
    List<Missing> missing() {
        return missing;
    }

    boolean isSound() {
        return missing.isEmpty();
    }

    /** Takes over what was found wrong elsewhere. */
    void add(List<Missing> found) {
        missing.addAll(found);
    }

    /** Runs a part; what it throws about its form becomes one thing missing, so that the other parts are still read. */
    <T> Optional<T> attempt(String place, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (EditionFormatException e) {
            addFault(e.place(), e.problem());
        } catch (IllegalArgumentException | DateTimeException e) {
            addFault(place, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void addFault(String place, String problem) {
        missing.add(new Missing(
                Missing.Reason.FORMAT,
                place,
                new LocalText("格式不符", "not of the form of a request"),
                problem,
                "",
                new LocalText("按说明改正", "mend it as the message says")));
    }

    /** Those elements of a list that can be read. */
    <T> List<T> each(YamlObject yaml, String key, Function<YamlObject, Optional<T>> part) {
        List<T> read = new ArrayList<>();
        for (YamlObject element : attempt(yaml.place(), () -> yaml.objects(key)).orElse(List.of())) {
            attempt(element.place(), () -> part.apply(element))
                    .flatMap(found -> found)
                    .ifPresent(read::add);
        }
        return read;
    }

    /** The figure under {@code key}, or nothing if there is none or it cannot be read. */
    Optional<Quantity> findQuantity(YamlObject yaml, String key) {
        return yaml.has(key)
                ? attempt(yaml.place(), () -> quantity(yaml.object(key).allowing("value", "unit")))
                        .flatMap(found -> found)
                : Optional.empty();
    }

    /** A figure of {@code value} and {@code unit}; nothing if the unit is unknown, which is then noted. */
    Optional<Quantity> quantity(YamlObject yaml) {
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
        return Optional.of(new Quantity(decimal(yaml, "value"), units.get(text)));
    }

    /** The decimal under {@code key}. */
    static BigDecimal decimal(YamlObject yaml, String key) {
        String text = yaml.text(key);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new EditionFormatException(
                    yaml.place() + "/" + key, "'" + text + "' is not a decimal such as 12.5", e);
        }
    }
}
