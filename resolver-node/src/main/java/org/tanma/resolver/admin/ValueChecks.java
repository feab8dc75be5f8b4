// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.type.PredefinedValues;

/** Whether values can be stored and sent, and are what their types say. */
final class ValueChecks {
    /** Octets of a value besides its type, data and references. */
    private static final int FIXED_OCTETS = WireLayout.VALUE_TYPE + 3 * WireLayout.LENGTH_OCTETS;

    private ValueChecks() {}

    /** Why these values, newly written to a handle, are refused. */
    static Optional<AdminOutcome.Refused> refusalOfNew(HandleName name, Collection<HandleValue> values) {
        for (HandleValue value : values) {
            Optional<String> fault = fault(name, value);
            if (fault.isPresent()) {
                return Optional.of(new AdminOutcome.Refused(
                        ResponseCode.INVALID_VALUE,
                        "the value at index " + value.index() + " " + fault.get(),
                        List.of(value.index())));
            }
        }
        return Optional.empty();
    }

    /** Why a record with these values is refused. */
    static Optional<AdminOutcome.Refused> refusal(HandleName name, Collection<HandleValue> values) {
        if (values.size() > HandleRecord.MAX_VALUES) {
            return Optional.of(AdminOutcome.Refused.of(
                    ResponseCode.INVALID_VALUE,
                    name + " would have " + values.size() + " values; at most " + HandleRecord.MAX_VALUES
                            + " are allowed"));
        }
        long octets = 0;
        for (HandleValue value : values) {
            octets += octets(value);
        }
        if (octets > HandleAdminStore.MAX_RECORD_OCTETS) {
            return Optional.of(AdminOutcome.Refused.of(
                    ResponseCode.INVALID_VALUE,
                    name + " would have " + octets + " octets of values; at most " + HandleAdminStore.MAX_RECORD_OCTETS
                            + " are allowed"));
        }
        return Optional.empty();
    }

    private static long octets(HandleValue value) {
        long octets = FIXED_OCTETS + utf8(value.type()) + (long) value.dataLength();
        for (ValueReference reference : value.references()) {
            octets += WireLayout.LENGTH_OCTETS + utf8(reference.handle()) + Integer.BYTES;
        }
        return octets;
    }

    private static int utf8(String text) {
        int ascii = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return ascii;
    }

    private static Optional<String> fault(HandleName name, HandleValue value) {
        if (value.type().isEmpty() || value.type().chars().anyMatch(Character::isISOControl)) {
            return Optional.of("has an empty type, or one with control characters");
        }
        if (utf8(value.type()) > WireLimits.STRING_OCTETS) {
            return Optional.of("has a type of more than " + WireLimits.STRING_OCTETS + " octets");
        }
        if (value.references().size() > WireLimits.REFERENCES) {
            return Optional.of("has more than " + WireLimits.REFERENCES + " references");
        }
        for (ValueReference reference : value.references()) {
            if (reference.index() < 0 || utf8(reference.handle()) > WireLimits.HANDLE_OCTETS) {
                return Optional.of("refers to a value that cannot be");
            }
        }
        return PredefinedValues.fault(name, value);
    }
}
