// SPDX-License-Identifier: Apache-2.0
/**
 * The pages that belong to the node as a whole: the home page to start from and the description of the API. Entry type:
 * {@link org.tanma.standalone.page.HomeController}. Only the node's wiring depends on it.
 */
@NullMarked
package org.tanma.standalone.page;

import org.jspecify.annotations.NullMarked;
