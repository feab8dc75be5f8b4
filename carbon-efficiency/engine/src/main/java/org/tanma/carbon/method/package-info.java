// SPDX-License-Identifier: Apache-2.0
/**
 * The few kinds of calculation, the methods that combine them, and the trace each calculation leaves.
 *
 * <p>Entry types: {@link org.tanma.carbon.method.AccountingMethod}, {@link org.tanma.carbon.method.CalculationKind}, {@link
 * org.tanma.carbon.method.TraceNode}. The packages inventory, grading, report and data may depend on it; it depends on
 * quantity, factor and text only. Methods come in as values; the package reads no file.
 */
@NullMarked
package org.tanma.carbon.method;

import org.jspecify.annotations.NullMarked;
