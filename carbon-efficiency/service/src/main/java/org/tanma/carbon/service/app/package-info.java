// SPDX-License-Identifier: Apache-2.0
/**
 * Wires the carbon service. Entry types: {@link org.tanma.carbon.service.app.CarbonConfiguration}, to be imported by whoever
 * runs it, and {@link org.tanma.carbon.service.app.CarbonConfig} and {@link
 * org.tanma.carbon.service.evaluate.IdentifierPlane}, to be supplied as beans.
 */
@NullMarked
package org.tanma.carbon.service.app;

import org.jspecify.annotations.NullMarked;
