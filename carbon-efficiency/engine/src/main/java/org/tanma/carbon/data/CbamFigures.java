// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/** Reads the figures, codes and words of one CBAM request; what is wrong goes to the parts of the request. */
final class CbamFigures {
    /** Longer figures than any meter gives; products of many still print. */
    private static final int MAX_DIGITS = 40;

    private static final Pattern CN_CODE = Pattern.compile("[0-9]{4,8}");

    private final RequestParts parts;

    CbamFigures(RequestParts parts) {
        this.parts = parts;
    }

    String variant(YamlObject yaml) {
        @Nullable String variant = yaml.findText("variant");
        return variant == null ? "" : variant;
    }

    String cn(YamlObject yaml) {
        String code = yaml.text("cn").replace(" ", "");
        if (!CN_CODE.matcher(code).matches()) {
            throw new EditionFormatException(
                    yaml.place() + "/cn", "'" + yaml.text("cn") + "' is no CN code of 4 to 8 digits");
        }
        return code;
    }

    <E extends Enum<E>> E oneOf(YamlObject yaml, String key, Class<E> of) {
        String text = yaml.text(key);
        List<String> names = new ArrayList<>();
        for (E each : of.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
            names.add(each.name().toLowerCase(Locale.ROOT));
        }
        throw new EditionFormatException(
                yaml.place() + "/" + key, "'" + text + "' is not one of " + String.join(", ", names));
    }

    /** A figure that must be there; one whose unit is unknown has been noted, and stands in as 0 until then. */
    Quantity need(YamlObject yaml, String key) {
        return bounded(
                yaml,
                key,
                parts.quantity(yaml.object(key).allowing("value", "unit")).orElse(Quantity.of("0", Unit.ONE)));
    }

    @Nullable
    Quantity find(YamlObject yaml, String key) {
        return yaml.has(key) ? need(yaml, key) : null;
    }

    MeasuredValue measured(YamlObject yaml) {
        yaml.allowing("value", "unit", "evidence");
        return new MeasuredValue(
                bounded(yaml, "value", parts.quantity(yaml).orElse(Quantity.of("0", Unit.ONE))), yaml.text("evidence"));
    }

    @Nullable
    MeasuredValue findMeasured(YamlObject yaml, String key) {
        return yaml.has(key) ? measured(yaml.object(key)) : null;
    }

    Quantity bounded(YamlObject yaml, String key, Quantity quantity) {
        if (!quantity.hasAtMostDigits(MAX_DIGITS)) {
            throw new EditionFormatException(
                    yaml.place() + "/" + key, "a figure has at most " + MAX_DIGITS + " digits");
        }
        return quantity;
    }

    BigDecimal decimal(YamlObject yaml, String key) {
        return decimal(yaml.place() + "/" + key, yaml.text(key));
    }

    BigDecimal decimal(String place, String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) <= MAX_DIGITS && value.precision() <= MAX_DIGITS) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new EditionFormatException(place, "'" + text + "' is not a decimal such as 12.5", e);
        }
        throw new EditionFormatException(place, "a figure has at most " + MAX_DIGITS + " digits");
    }
}
