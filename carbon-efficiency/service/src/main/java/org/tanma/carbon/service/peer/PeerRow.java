// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

import java.math.BigDecimal;

/**
 * One peer's year.
 *
 * @param name how the regulator names it; may be a number
 * @param emissionsTco2 tonnes of CO2 of its energy use and processes, as the scheme counts them; tCO2e where the set says so
 * @param valueAddedCny10k value added in 10 000 yuan (万元); or what else emissions are divided by, in the unit of the set
 */
public record PeerRow(String name, BigDecimal emissionsTco2, BigDecimal valueAddedCny10k) {}
