// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.approval;

/** How far an enterprise's template has come. */
public enum DraftState {
    DRAFT,
    SUBMITTED,
    /** Went back with reasons. */
    RETURNED,
    /** Never changes again. */
    PUBLISHED,
    /** Still read by, no longer to be registered by from a date on. */
    DEPRECATED
}
