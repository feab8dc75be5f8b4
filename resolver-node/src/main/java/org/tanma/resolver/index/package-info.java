// SPDX-License-Identifier: Apache-2.0
/**
 * What is derived from the records so that they can be found by more than their handle: by identifiers of other kinds, by
 * template, enterprise, time and indexed items. The records are the truth; all of this can be made again from them. Entry
 * types: {@link org.tanma.resolver.index.EquivalenceIndex}, {@link org.tanma.resolver.index.RecordIndex}, {@link
 * org.tanma.resolver.index.RecordSearch}. The registrar, page and application packages may depend on it.
 */
@NullMarked
package org.tanma.resolver.index;

import org.jspecify.annotations.NullMarked;
