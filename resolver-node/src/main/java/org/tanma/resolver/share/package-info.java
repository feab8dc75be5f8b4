// SPDX-License-Identifier: Apache-2.0
/**
 * What nodes that answer for the same handles keep for one another: answers fetched from elsewhere, and word of changes.
 * Entry type: {@link org.tanma.resolver.share.SharedAnswers}. Knows no engine; the engines depend on it.
 */
@NullMarked
package org.tanma.resolver.share;

import org.jspecify.annotations.NullMarked;
