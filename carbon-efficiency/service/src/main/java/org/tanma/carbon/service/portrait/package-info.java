// SPDX-License-Identifier: Apache-2.0
/**
 * Portraits of enterprises among their peers, warnings with what became of them, and electricity by tariff hours. Entry types:
 * {@link org.tanma.carbon.service.portrait.PortraitService}, {@link org.tanma.carbon.service.portrait.WarningService}, {@link
 * org.tanma.carbon.service.portrait.TimeOfUseService}. The rest and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.portrait;

import org.jspecify.annotations.NullMarked;
