// SPDX-License-Identifier: Apache-2.0
/**
 * Prints a report as PDF, in Chinese or English, with its charts, its fonts and the digest of the result on every page.
 *
 * <p>Entry type: {@link org.tanma.carbon.report.print.PdfWriter}. Whoever prints results may depend on it.
 */
@NullMarked
package org.tanma.carbon.report.print;

import org.jspecify.annotations.NullMarked;
