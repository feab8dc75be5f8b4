// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam.goods;

import org.tanma.carbon.factor.Factor;

/**
 * A benchmark of free allocation.
 *
 * @param cn CN code, 8 digits
 * @param column {@code A}: the process alone, for actual emissions; {@code B}: precursors included, for default values
 * @param route production route it holds for; empty where it holds for all
 * @param value tCO2e/t
 */
public record Benchmark(String cn, String column, String route, Factor value) {}
