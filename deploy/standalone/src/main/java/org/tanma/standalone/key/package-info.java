// SPDX-License-Identifier: Apache-2.0
/**
 * The keys of a node shown, and keys for enterprises made. Entry type: {@link org.tanma.standalone.key.KeysCommand}. Only the root
 * of the command line depends on it.
 */
@NullMarked
package org.tanma.standalone.key;

import org.jspecify.annotations.NullMarked;
