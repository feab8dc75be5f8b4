// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants a token. */
@Schema(name = "TokenRequest")
public record TokenRequest(
        @Nullable String account, @Nullable String password) {
    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "TokenRequest[" + account + "]";
    }
}
