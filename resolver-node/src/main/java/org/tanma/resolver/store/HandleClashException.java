// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import org.tanma.handle.model.HandleName;

/** A bulk load holds a handle that it may not write. */
public final class HandleClashException extends StoreException {
    private static final long serialVersionUID = 1L;
    private final String handle;

    /** {@code reason} goes on after the handle: "exists", "comes twice". */
    public HandleClashException(HandleName name, String reason) {
        super(name + " " + reason + "; nothing was loaded");
        this.handle = name.toString();
    }

    public HandleName name() {
        return HandleName.parse(handle);
    }
}
