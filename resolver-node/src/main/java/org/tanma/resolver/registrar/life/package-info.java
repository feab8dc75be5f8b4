// SPDX-License-Identifier: Apache-2.0
/**
 * The life of a record after its registration: update, transfer between enterprises, retirement, history. Entry types:
 * {@link org.tanma.resolver.registrar.life.RecordLife}, {@link org.tanma.resolver.registrar.life.RecordTransfers}, {@link
 * org.tanma.resolver.registrar.life.RecordPast}. The rest and application packages depend on it.
 */
@NullMarked
package org.tanma.resolver.registrar.life;

import org.jspecify.annotations.NullMarked;
