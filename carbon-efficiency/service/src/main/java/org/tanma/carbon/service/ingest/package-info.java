// SPDX-License-Identifier: Apache-2.0
/**
 * Reads what clerks send, row by row, and tells them in words what is wrong with a row; good rows go to the ledger. Entry
 * types: {@link org.tanma.carbon.service.ingest.ActivityIngest}, {@link org.tanma.carbon.service.ingest.ActivityCalendar}.
 * The rest and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.ingest;

import org.jspecify.annotations.NullMarked;
