// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.util.Optional;

/** The database of the tables: a PostgreSQL address with the account there, or none for the embedded one. */
public record DatabaseSettings(Optional<String> url, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return url.orElse("embedded") + " user " + user;
    }
}
