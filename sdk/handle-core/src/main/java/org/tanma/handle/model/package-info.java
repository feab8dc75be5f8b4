// SPDX-License-Identifier: Apache-2.0
/**
 * The nouns of the Handle System: a handle name, its values, the record they form. Entry types: {@link
 * org.tanma.handle.model.HandleName}, {@link org.tanma.handle.model.HandleValue}, {@link
 * org.tanma.handle.model.HandleRecord}. Anyone may depend on it; it depends on the JDK alone.
 */
@NullMarked
package org.tanma.handle.model;

import org.jspecify.annotations.NullMarked;
