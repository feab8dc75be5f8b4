// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.resolver.store.EncodedValueCursor;

/**
 * Chooses the values that were asked for, by index or by type, and of those the ones the public may read.
 *
 * <p>When only values for administrators were asked for, the answer is that there are none if the question was for public
 * values only, else that they are denied. Nobody can prove to be an administrator here, so values for them never leave.
 */
final class PermissionsStage implements ResolutionStage {
    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        ResolutionQuery query = exchange.query();
        List<byte[]> types = query.types().stream()
                .map(type -> type.getBytes(StandardCharsets.UTF_8))
                .toList();
        ValueSelection selection = new ValueSelection();
        boolean isAnyForAdmins = false;
        EncodedValueCursor cursor = exchange.record().values().cursor();
        while (cursor.next()) {
            if (!isWanted(cursor, query, types)) {
                continue;
            }
            ValuePermissions permissions = cursor.permissions();
            if (permissions.publicRead()) {
                selection.add(cursor.start(), cursor.end());
            } else {
                isAnyForAdmins |= permissions.adminRead();
            }
        }
        if (selection.isEmpty()) {
            return isAnyForAdmins && !query.isPublicOnly()
                    ? new Resolution.Denied(exchange.name())
                    : new Resolution.ValuesNotFound(exchange.name());
        }
        exchange.setSelection(selection);
        return next.resolve(exchange);
    }

    private static boolean isWanted(EncodedValueCursor cursor, ResolutionQuery query, List<byte[]> types) {
        if (query.wantsAll() || query.indexes().contains(cursor.index())) {
            return true;
        }
        for (byte[] type : types) {
            if (cursor.hasType(type)) {
                return true;
            }
        }
        return false;
    }
}
