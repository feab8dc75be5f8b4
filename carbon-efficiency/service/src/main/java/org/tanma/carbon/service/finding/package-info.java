// SPDX-License-Identifier: Apache-2.0
/**
 * What looks wrong in reported figures though each of them could be taken in: each finding names its method. Judges, changes
 * nothing. Entry types: {@link org.tanma.carbon.service.finding.FindingSearch}, {@link
 * org.tanma.carbon.service.finding.Finding}. The ingest, rest and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.finding;

import org.jspecify.annotations.NullMarked;
