// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.time.Instant;
import java.util.Optional;
import org.tanma.template.model.MetadataTemplate;

/** Tells from when on nothing new is registered by a version of a template. Safe between threads. */
@FunctionalInterface
public interface DeprecatedTemplates {
    /** None are. */
    DeprecatedTemplates NONE = template -> Optional.empty();

    /** Empty for a version that is not deprecated. */
    Optional<Instant> refusedFrom(MetadataTemplate template);
}
