// SPDX-License-Identifier: Apache-2.0
/**
 * Carries the node's records over from one version of a template to another, or tells what would happen. Entry type: {@link
 * org.tanma.resolver.registrar.change.RecordMigration}. Packages rest and app may depend on it.
 */
@NullMarked
package org.tanma.resolver.registrar.change;

import org.jspecify.annotations.NullMarked;
