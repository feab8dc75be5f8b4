// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.io.IOException;
import java.util.Optional;

/** The operations of a file, one after the other; for one thread. */
interface FileOperations {
    /** The next one; empty at the end. */
    Optional<FileOperation> next() throws IOException;
}
