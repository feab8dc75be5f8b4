// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.util.List;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;

/** Opens the JSON form of values to tests of other packages. */
public final class ValueTrees {
    private ValueTrees() {}

    public static Object show(String type, byte[] octets) {
        return ValueTree.of(new HandleValue(1, type, octets, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of()));
    }
}
