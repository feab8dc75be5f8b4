// SPDX-License-Identifier: Apache-2.0
/**
 * Grading schemes: drafts of regulators, published editions, and which of them is in force on a day. Entry types: {@link
 * org.tanma.carbon.service.scheme.SchemeBook}, {@link org.tanma.carbon.service.scheme.SchemeStore}. The evaluate, survey, rest
 * and app packages of this service may depend on it.
 */
@NullMarked
package org.tanma.carbon.service.scheme;

import org.jspecify.annotations.NullMarked;
