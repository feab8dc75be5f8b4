// SPDX-License-Identifier: Apache-2.0
/**
 * Grades all enterprises of an industry anew from the ledger, with the evaluation's own classes: streamed by ranges of handles,
 * every result on disk, taken up again after a crash. Entry types: {@link org.tanma.carbon.service.regrade.Regradings}, {@link
 * org.tanma.carbon.service.regrade.RegradingStore}. The rest and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.regrade;

import org.jspecify.annotations.NullMarked;
