// SPDX-License-Identifier: Apache-2.0
/**
 * The page a phone opens from a QR code: one request, no script, Chinese and English. Entry type: {@link
 * org.tanma.label.page.CodePageController}. Wired by {@code org.tanma.label.app}; nothing else depends on it.
 */
@NullMarked
package org.tanma.label.page;

import org.jspecify.annotations.NullMarked;
