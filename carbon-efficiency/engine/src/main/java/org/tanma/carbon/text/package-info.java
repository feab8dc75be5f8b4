// SPDX-License-Identifier: Apache-2.0
/**
 * Wording that a result carries in Chinese and English.
 *
 * <p>Entry type: {@link org.tanma.carbon.text.LocalText}. Anyone may depend on it; it depends on the JDK only.
 */
@NullMarked
package org.tanma.carbon.text;

import org.jspecify.annotations.NullMarked;
