// SPDX-License-Identifier: Apache-2.0
/**
 * Identifiers of every kind and the records behind them, as pages for people and as JSON, JSON-LD and linksets for
 * programs, at {@code /resolve/<identifier>}. Entry type: {@link org.tanma.resolver.page.ResolveController}, which the application package makes.
 */
@NullMarked
package org.tanma.resolver.page;

import org.jspecify.annotations.NullMarked;
