// SPDX-License-Identifier: Apache-2.0
/**
 * Rows to register read one after the other from files of any length: CSV, XLSX, JSON Lines, JSON; and workbooks written.
 * Entry types: {@link org.tanma.resolver.registrar.source.RowSource}, {@link
 * org.tanma.resolver.registrar.source.SourceFormat}, {@link org.tanma.resolver.registrar.source.RegistrationWorkbook}. Jobs and the
 * REST face depend on it.
 */
@NullMarked
package org.tanma.resolver.registrar.source;

import org.jspecify.annotations.NullMarked;
