// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.nio.file.Path;

/** The store's directory is held by another node, or by another store in this one. */
public final class StoreInUseException extends StoreException {
    private static final long serialVersionUID = 1L;
    private final String directory;

    public StoreInUseException(Path directory, Throwable cause) {
        super("another node is using the identifier records in " + directory, cause);
        this.directory = directory.toString();
    }

    public Path directory() {
        return Path.of(directory);
    }
}
