// SPDX-License-Identifier: Apache-2.0
/**
 * Templates of enterprises: drafted, submitted, approved or returned, published, deprecated. Entry type: {@link
 * org.tanma.resolver.registrar.approval.TemplateDrafts}.
 */
@NullMarked
package org.tanma.resolver.registrar.approval;

import org.jspecify.annotations.NullMarked;
