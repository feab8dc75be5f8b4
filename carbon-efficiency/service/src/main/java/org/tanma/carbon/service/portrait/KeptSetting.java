// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.time.Instant;

/**
 * A version of what is set.
 *
 * @param scope handle of an enterprise, {@code industry:3011} or {@code industry:all}
 * @param body as it was given, JSON
 */
public record KeptSetting(String scope, int version, String body, String recordedBy, Instant recordedAt) {}
