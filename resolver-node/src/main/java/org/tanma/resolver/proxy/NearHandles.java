// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoredRecord;

/** Finds registered handles that one which is not registered was perhaps meant to be. May block on the store. */
public interface NearHandles {
    /** Most handles found. */
    int MOST = 5;

    /** Registered handles of the same prefix, the first ones that begin much like {@code name} or come after it. */
    List<HandleName> find(HandleName name);

    /** Finds nothing. */
    static NearHandles none() {
        return name -> List.of();
    }

    /** Looks among the records of a store. */
    static NearHandles in(HandleAdminStore store) {
        return name -> {
            String suffix = name.suffix();
            HandleName before = HandleName.parse(
                    name.prefix() + "/" + suffix.substring(0, suffix.offsetByCodePoints(0, kept(suffix))));
            return store.scan(ScanRange.in(name.prefix(), MOST).after(before)).stream()
                    .map(StoredRecord::name)
                    .toList();
        };
    }

    /** Half of the letters: what people get wrong is mostly the end. */
    private static int kept(String suffix) {
        return suffix.codePointCount(0, suffix.length()) / 2;
    }
}
