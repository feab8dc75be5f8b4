// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

/**
 * What a writer believes about the record it changes; a change whose belief is wrong is refused as a conflict.
 *
 * <p>Shape: {@link #any()}, {@link #absent()} or {@link #exactly(long)}. Range of an exact version: 1 and up.
 */
public record ExpectedVersion(long version) {
    private static final long ANY = -1;
    private static final long ABSENT = 0;

    public ExpectedVersion {
        if (version < ANY) {
            throw new IllegalArgumentException("version " + version + " is below 1");
        }
    }

    /** No belief: the change is made whatever is stored. */
    public static ExpectedVersion any() {
        return new ExpectedVersion(ANY);
    }

    /** The handle has no record: never written, or deleted. */
    public static ExpectedVersion absent() {
        return new ExpectedVersion(ABSENT);
    }

    /** The record is the one last read, by its version. */
    public static ExpectedVersion exactly(long version) {
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " is below 1");
        }
        return new ExpectedVersion(version);
    }

    /** True when a record of {@code stored} version, 0 for no record, is what was expected. */
    public boolean accepts(long stored) {
        return version == ANY || version == stored;
    }
}
