// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

/**
 * How a handle is to be created.
 *
 * @param isOverwriting a record that is there already is replaced, if the caller may change every value that differs
 * @param isMinting a new UUID is appended to the handle given, and the whole returned
 */
public record CreateOptions(boolean isOverwriting, boolean isMinting) {
    /** A handle that must not exist yet, named by the caller. */
    public static final CreateOptions NEW = new CreateOptions(false, false);

    /** Create, or replace what is there. */
    public static final CreateOptions OVERWRITE = new CreateOptions(true, false);

    /** A handle whose end the node chooses. */
    public static final CreateOptions MINT = new CreateOptions(false, true);
}
