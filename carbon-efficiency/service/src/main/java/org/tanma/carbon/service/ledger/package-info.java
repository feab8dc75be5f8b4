// SPDX-License-Identifier: Apache-2.0
/**
 * What enterprises have reported, month by month and source by source, with every correction kept. Entry types: {@link
 * org.tanma.carbon.service.ledger.ActivityLedger}, {@link org.tanma.carbon.service.ledger.ActivityEntry}, {@link
 * org.tanma.carbon.service.ledger.PeriodStore}, {@link org.tanma.carbon.service.ledger.SourceStore}. The other packages of
 * this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.ledger;

import org.jspecify.annotations.NullMarked;
