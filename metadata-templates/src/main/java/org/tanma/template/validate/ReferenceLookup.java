// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Optional;
import org.tanma.handle.model.HandleName;

/** Tells what a handle that a record points at stands for. Implemented by whoever keeps records. */
@FunctionalInterface
public interface ReferenceLookup {
    /** Name of the template the record was made by; an empty text for a record without one; empty when there is no record. */
    Optional<String> findTemplate(HandleName handle);
}
