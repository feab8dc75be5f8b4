// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.scheme;

import java.time.Instant;

/**
 * A version of a draft. Immutable: a change is the next version.
 *
 * @param id {@code name/edition} that it is to be published as
 * @param version from 1
 * @param body the scheme in YAML or JSON, as given
 * @param digest {@code sha256:} and 64 hexadecimal digits, of the body
 */
public record SchemeDraft(String id, int version, String body, String digest, String recordedBy, Instant recordedAt) {}
