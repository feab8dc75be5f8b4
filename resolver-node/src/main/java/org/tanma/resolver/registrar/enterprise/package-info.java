// SPDX-License-Identifier: Apache-2.0
/**
 * Enterprises admitted to the node: what they may hold, whether they are suspended, and whom they let see more. Entry types:
 * {@link org.tanma.resolver.registrar.enterprise.Quotas}, {@link org.tanma.resolver.registrar.enterprise.EnterpriseStore}. The
 * registrar's other packages depend on it, not the other way round.
 */
@NullMarked
package org.tanma.resolver.registrar.enterprise;

import org.jspecify.annotations.NullMarked;
