// SPDX-License-Identifier: Apache-2.0
/**
 * Enterprises' applications, from being handed in to the prefix, record, quota and first account that an approval brings. Entry
 * types: {@link org.tanma.resolver.registrar.admission.Applications}, {@link
 * org.tanma.resolver.registrar.admission.Admissions}.
 */
@NullMarked
package org.tanma.resolver.registrar.admission;

import org.jspecify.annotations.NullMarked;
