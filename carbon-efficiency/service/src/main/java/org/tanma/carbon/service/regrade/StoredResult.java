// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

/**
 * A result as it is kept.
 *
 * @param grade rank, 1 the best; 0 without one
 * @param result canonical JSON of a {@link RegradedResult}
 * @param resultDigest {@code sha256:} of it
 */
public record StoredResult(String enterprise, String outcome, int grade, String result, String resultDigest) {}
