// SPDX-License-Identifier: Apache-2.0
/**
 * Records in files: read and written as a stream, in batch files of the Handle.Net tools and in JSON Lines. Entry types:
 * {@link org.tanma.resolver.store.exchange.RecordImport} and {@link org.tanma.resolver.store.exchange.RecordExport}. The
 * command line may depend on it; it depends on the store's ports and on the JSON of the REST interface.
 */
@NullMarked
package org.tanma.resolver.store.exchange;

import org.jspecify.annotations.NullMarked;
