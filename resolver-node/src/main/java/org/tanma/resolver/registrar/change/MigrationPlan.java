// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.change;

import org.tanma.template.change.Migration;
import org.tanma.template.model.MetadataTemplate;

/**
 * Which records are to be carried over, and how.
 *
 * @param from version of the template the records name
 * @param to version they are to name; need not be published for a dry run
 * @param prefix records under it and under prefixes derived from it
 * @param isDryRun true when nothing is written
 * @param allowsLoss true when records are written that the steps take something from
 */
public record MigrationPlan(
        MetadataTemplate from,
        MetadataTemplate to,
        Migration migration,
        String prefix,
        boolean isDryRun,
        boolean allowsLoss) {
    public MigrationPlan {
        migration.requireSuits(from, to);
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException(from.reference() + " and " + to.reference() + " are not one template");
        }
    }
}
