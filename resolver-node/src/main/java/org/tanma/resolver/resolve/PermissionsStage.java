// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Standing;
import org.tanma.resolver.store.EncodedValueCursor;
import org.tanma.resolver.type.PredefinedType;

/**
 * Chooses the values that were asked for, by index or by type, and of those the ones the caller may read.
 *
 * <p>What the public may not read is an administrator's who has the permission to read, if its bits let administrators
 * read; else nobody's. A secret key is never the public's, whatever its bits say. When the public asks for such a value
 * without saying that public ones will do, the answer is that a key is needed, whatever else was asked for: so a client
 * that has one is asked for it. Somebody known without the permission gets what is public, and is denied when that is
 * nothing. Source: RFC 3652 section 2.2.2.3, flag PO.
 */
final class PermissionsStage implements ResolutionStage {
    private static final byte[] SECRET = PredefinedType.HS_SECKEY.withSubtypes();
    private final AccessRules rules;

    PermissionsStage(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        ResolutionQuery query = exchange.query();
        List<byte[]> types = query.types().stream()
                .map(type -> type.getBytes(StandardCharsets.UTF_8))
                .toList();
        ValueSelection selection = new ValueSelection();
        @Nullable Standing standing = null;
        EncodedValueCursor cursor = exchange.record().values().cursor();
        while (cursor.next()) {
            if (!isWanted(cursor, query, types)) {
                continue;
            }
            ValuePermissions permissions = cursor.permissions();
            if (permissions.publicRead() && !cursor.hasType(SECRET)) {
                selection.add(cursor.start(), cursor.end());
            } else if (permissions.adminRead() && !query.isPublicOnly()) {
                if (standing == null) {
                    standing = standing(exchange);
                }
                if (standing.may(AdminRecord.READ_VALUE)) {
                    selection.add(cursor.start(), cursor.end());
                }
            }
        }
        if (standing != null && !standing.may(AdminRecord.READ_VALUE) && (standing.isPublic() || selection.isEmpty())) {
            return new Resolution.Denied(exchange.name(), standing.refusal());
        }
        if (selection.isEmpty()) {
            return new Resolution.ValuesNotFound(exchange.name());
        }
        exchange.setSelection(selection);
        return next.resolve(exchange);
    }

    private Standing standing(ResolutionExchange exchange) {
        return exchange.query().caller().isPublic()
                ? Standing.OF_THE_PUBLIC
                : rules.standing(exchange.query().caller(), exchange.record().decode());
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
