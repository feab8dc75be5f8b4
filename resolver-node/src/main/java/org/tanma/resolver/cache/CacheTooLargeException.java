// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

/** A cache of the wanted size does not fit into the memory that this JVM may have outside its heap. */
public final class CacheTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final long MIB = 1L << 20;

    private final long octets;
    private final long most;

    CacheTooLargeException(long octets, long most) {
        super("a cache of " + octets / MIB + " MiB does not fit into the " + most / MIB
                + " MiB that this JVM may have outside its heap; -XX:MaxDirectMemorySize allows more");
        this.octets = octets;
        this.most = most;
    }

    /** Octets that were wanted. */
    public long octets() {
        return octets;
    }

    /** Octets that there may be. */
    public long most() {
        return most;
    }
}
