// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

import java.net.InetAddress;
import java.util.Optional;

/**
 * One request that was answered. Holds nothing of credentials, sessions or values.
 *
 * @param face by which way it came
 * @param peer who asked; not known any more when the connection is gone
 * @param operation what it asked for
 * @param handle the handle, the prefix of a list, or the path of a page, at most {@value #MOST_HANDLE} characters; empty where the
 *     request names none in the open
 * @param code response code, by HTTP the status
 * @param octets of the answer
 * @param micros from when it was read, or handed to a worker, until it was answered
 */
public record AccessLine(
        Face face, Optional<InetAddress> peer, Operation operation, String handle, int code, int octets, long micros) {
    /** Longer ones are cut. */
    public static final int MOST_HANDLE = 512;

    public AccessLine {
        handle = handle.length() > MOST_HANDLE ? handle.substring(0, MOST_HANDLE) : handle;
    }
}
