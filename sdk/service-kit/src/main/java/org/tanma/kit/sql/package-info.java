// SPDX-License-Identifier: Apache-2.0
/**
 * Opens a service's SQL database, embedded SQLite or PostgreSQL, migrated to the version its code needs. Entry types: {@link
 * org.tanma.kit.sql.SqlConfig}, {@link org.tanma.kit.sql.SqlDatabase}. Any service's stores may depend on it.
 */
@NullMarked
package org.tanma.kit.sql;

import org.jspecify.annotations.NullMarked;
