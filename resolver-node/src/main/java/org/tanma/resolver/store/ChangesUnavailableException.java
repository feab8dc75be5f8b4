// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

/** The feed does not hold all changes after the number asked for; the follower must read all records again. */
public final class ChangesUnavailableException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** {@code first} is the oldest change kept, {@code last} the latest. */
    public ChangesUnavailableException(long asked, long first, long last) {
        super("changes after " + asked + " are not available; the feed holds " + first + " to " + last
                + ". Read all records again and follow from " + last);
    }
}
