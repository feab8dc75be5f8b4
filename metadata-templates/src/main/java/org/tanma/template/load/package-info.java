// SPDX-License-Identifier: Apache-2.0
/**
 * Reads template files into templates and keeps them by name, version and handle. Entry type: {@link
 * org.tanma.template.load.TemplateCatalog}. Anyone may depend on it.
 */
@NullMarked
package org.tanma.template.load;

import org.jspecify.annotations.NullMarked;
