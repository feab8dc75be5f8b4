// SPDX-License-Identifier: Apache-2.0
/**
 * Answers that were given before, in the octets they were given in. Entry types: {@link
 * org.tanma.resolver.cache.AnswerCache} and {@link org.tanma.resolver.cache.EpochAnswerCache}. Knows records only by the
 * store's change feed and no protocol; the network faces and the application's wiring depend on it.
 */
@NullMarked
package org.tanma.resolver.cache;

import org.jspecify.annotations.NullMarked;
