// SPDX-License-Identifier: Apache-2.0
/**
 * Records as pages for people, at {@code /resolve/<handle>}. Entry type: {@link
 * org.tanma.resolver.page.RecordPageController}, which the application package makes.
 */
@NullMarked
package org.tanma.resolver.page;

import org.jspecify.annotations.NullMarked;
