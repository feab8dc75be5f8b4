// SPDX-License-Identifier: Apache-2.0
/**
 * Handle values as people read them. Entry type: {@link org.tanma.handle.text.ValueText}. Anyone may depend on it; it
 * depends on the handle model, the wire codec and the JDK.
 */
@NullMarked
package org.tanma.handle.text;

import org.jspecify.annotations.NullMarked;
