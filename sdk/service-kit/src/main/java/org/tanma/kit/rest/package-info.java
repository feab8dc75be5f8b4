// SPDX-License-Identifier: Apache-2.0
/**
 * What every REST face of the node shares: problems by RFC 9457 with all violations at once, worded in two languages and
 * answered in the one asked for, and who is calling. Entry types: {@link org.tanma.kit.rest.ProblemException}, {@link
 * org.tanma.kit.rest.Wording}, {@link org.tanma.kit.rest.WordedViolation}, {@link org.tanma.kit.rest.Caller}.
 */
@NullMarked
package org.tanma.kit.rest;

import org.jspecify.annotations.NullMarked;
