// SPDX-License-Identifier: Apache-2.0
/**
 * The certificates that imported goods need: embedded emissions less the free share of the benchmark.
 *
 * <p>Entry types: {@link org.tanma.carbon.cbam.certificate.CertificateCalculator}, {@link
 * org.tanma.carbon.cbam.certificate.ImportCase}. The packages cbam, data and report may depend on it.
 */
@NullMarked
package org.tanma.carbon.cbam.certificate;

import org.jspecify.annotations.NullMarked;
