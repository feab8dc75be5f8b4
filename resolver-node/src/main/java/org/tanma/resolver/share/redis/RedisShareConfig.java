// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import java.net.URI;
import java.time.Duration;

/**
 * Where nodes meet, and how quickly they notice that they do not.
 *
 * <p>Shape: {@code address} is {@code redis://} or {@code rediss://[user:password@]host[:port][/database]}; nodes of one
 * {@code group} share; {@code node} is this one's own name, the same after a restart; both have 1 to 64 letters, digits,
 * {@code -} and {@code .}; {@code isWriter} for a node whose records others
 * answer from. Ranges: {@code timeout} of one call 1 ms to 10 s; {@code lease} 100 ms to 60 s, after which a node that has
 * not been heard of is no longer relied on, and for which an acknowledgement is held when a change cannot be told.
 */
public record RedisShareConfig(
        URI address, String group, String node, boolean isWriter, Duration timeout, Duration lease) {
    private static final Duration TIMEOUT = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int BEATS_IN_A_LEASE = 4;

    public RedisShareConfig {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("redis") && !scheme.equals("rediss") || address.getHost() == null) {
            throw new IllegalArgumentException("the address of Redis begins with '" + scheme
                    + "'; allowed is redis://HOST:PORT or rediss://HOST:PORT");
        }
        requireName("group", group);
        requireName("node", node);
        requireRange("timeout", timeout, 1, 10_000);
        requireRange("lease", lease, 100, 60_000);
    }

    /** With 100 ms for a call and a lease of 2 s. */
    public static RedisShareConfig of(URI address, String group, String node, boolean isWriter) {
        return new RedisShareConfig(address, group, node, isWriter, TIMEOUT, LEASE);
    }

    /** How often a node lets itself be heard. */
    Duration beat() {
        return lease.dividedBy(BEATS_IN_A_LEASE);
    }

    private static void requireName(String what, String given) {
        if (!given.matches("[A-Za-z0-9.-]{1,64}")) {
            throw new IllegalArgumentException(
                    "the " + what + " '" + given + "' is not 1 to 64 letters, digits, '-' and '.'");
        }
    }

    private static void requireRange(String what, Duration given, long leastMillis, long mostMillis) {
        if (given.toMillis() < leastMillis || given.toMillis() > mostMillis) {
            throw new IllegalArgumentException("the " + what + " of " + given.toMillis() + " ms is outside "
                    + leastMillis + ".." + mostMillis + " ms");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return address.getScheme() + "://" + address.getHost() + ":" + address.getPort() + " group " + group;
    }
}
