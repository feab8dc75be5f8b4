// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

/**
 * A statement that was taken in.
 *
 * @param digest {@code sha256:…} of the statement
 * @param statement compact JWS, as it came
 */
public record KeptBatch(String terminal, long sequence, String digest, String enterprise, String statement) {}
