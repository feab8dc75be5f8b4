// SPDX-License-Identifier: Apache-2.0
/**
 * Server-rendered pages: one shell, one style sheet, two languages, no script. Entry types: {@link
 * org.tanma.kit.page.Pages}, {@link org.tanma.kit.page.Messages}, {@link org.tanma.kit.page.Language}.
 */
@NullMarked
package org.tanma.kit.page;

import org.jspecify.annotations.NullMarked;
