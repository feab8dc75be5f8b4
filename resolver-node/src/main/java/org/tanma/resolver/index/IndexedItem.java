// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.TemplateItem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An item that records are found by: how its text becomes octets in the order of its values.
 *
 * <p>Numbers, dates and instants are ordered and can be asked for by range; everything else is found by equality, letter
 * case aside.
 */
public record IndexedItem(TemplateItem item) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Longest text read as a number. */
    private static final int NUMBER_CHARACTERS = 128;

    /** The item as one to search by; empty when it is not indexed. */
    public static Optional<IndexedItem> of(TemplateItem item) {
        return item.isIndexed() ? Optional.of(new IndexedItem(item)) : Optional.empty();
    }

    public String code() {
        return item.code();
    }

    public boolean isPublic() {
        return item.isPublic();
    }

    /** True when values can be asked for by least and greatest. */
    public boolean isOrdered() {
        return item.type().isNumber() || item.type() == ItemType.DATE || item.type() == ItemType.INSTANT;
    }

    /** The texts of one record's item that it is found by: those of a list's elements, else the one there is. */
    public List<String> texts(String stored) {
        if (item.type() != ItemType.LIST) {
            return List.of(stored);
        }
        try {
            List<String> texts = new ArrayList<>();
            JSON.readTree(stored).forEach(element -> texts.add(element.isValueNode() ? element.asString() : ""));
            return texts.stream().filter(text -> !text.isEmpty()).distinct().toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** One text in octets; empty when it is not of the item's type. */
    public Optional<byte[]> octets(String text) {
        try {
            return Optional.of(
                    switch (item.type()) {
                        case INTEGER, DECIMAL -> number(text);
                        case INSTANT -> OrderedText.instant(Instant.parse(text));
                        default -> OrderedText.text(text);
                    });
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Octets of the value that stands in a key at {@code from}. */
    int octetsAt(byte[] key, int from) {
        return switch (item.type()) {
            case INTEGER, DECIMAL -> OrderedText.numberOctets(key, from);
            case INSTANT -> Long.BYTES + Integer.BYTES;
            default -> OrderedText.textOctets(key, from);
        };
    }

    private static byte[] number(String text) {
        if (text.length() > NUMBER_CHARACTERS || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new NumberFormatException("'" + text + "' is no plain decimal number");
        }
        return OrderedText.number(new BigDecimal(text));
    }

    /** True when both texts stand for the same value. */
    public boolean isSame(String one, String other) {
        return compare(one, other) == 0;
    }

    /** The order of two texts of the item's type; of others, that of their folded characters. */
    public int compare(String one, String other) {
        try {
            return switch (item.type()) {
                case INTEGER, DECIMAL -> new BigDecimal(one).compareTo(new BigDecimal(other));
                case INSTANT -> Instant.parse(one).compareTo(Instant.parse(other));
                default -> OrderedText.fold(one).compareTo(OrderedText.fold(other));
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return one.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
        }
    }
}
