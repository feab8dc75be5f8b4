// SPDX-License-Identifier: Apache-2.0
/**
 * Which routes of the node are open to whom: one table for all its services. Entry type: {@link
 * org.tanma.standalone.access.RouteRules}. The application package asks it at every request.
 */
@NullMarked
package org.tanma.standalone.access;

import org.jspecify.annotations.NullMarked;
