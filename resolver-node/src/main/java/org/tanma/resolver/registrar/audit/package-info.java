// SPDX-License-Identifier: Apache-2.0
/**
 * Who did what to whom: an append-only log whose rows are chained by digests. Entry type: {@link
 * org.tanma.resolver.registrar.audit.AuditLog}. Every package whose feature changes something may depend on it.
 */
@NullMarked
package org.tanma.resolver.registrar.audit;

import org.jspecify.annotations.NullMarked;
