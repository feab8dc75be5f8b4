// SPDX-License-Identifier: Apache-2.0
/**
 * Readings that terminals sign: checked against the key of the terminal's record, kept as they came, added up to months. Entry
 * types: {@link org.tanma.carbon.service.reading.ReadingIntake}, {@link org.tanma.carbon.service.reading.ReadingStore}. The
 * rest and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.reading;

import org.jspecify.annotations.NullMarked;
