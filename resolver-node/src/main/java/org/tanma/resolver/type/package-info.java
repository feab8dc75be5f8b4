// SPDX-License-Identifier: Apache-2.0
/**
 * What types of values mean to the system itself: which of them decide who may do what ({@link
 * org.tanma.resolver.type.PredefinedType}), and what their data have to be ({@link
 * org.tanma.resolver.type.PredefinedValues}). Knows values and nothing else; access, administration and the proxy depend on
 * it.
 */
@NullMarked
package org.tanma.resolver.type;

import org.jspecify.annotations.NullMarked;
