// SPDX-License-Identifier: Apache-2.0
/**
 * Regradings over HTTP. Entry type: {@link org.tanma.carbon.service.regrade.rest.RegradingController}. Only the app package may
 * depend on it.
 */
@NullMarked
package org.tanma.carbon.service.regrade.rest;

import org.jspecify.annotations.NullMarked;
