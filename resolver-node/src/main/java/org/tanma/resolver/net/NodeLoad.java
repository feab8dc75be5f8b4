// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

/**
 * What the faces have in hand now.
 *
 * @param working workers that answer something
 * @param waiting pieces of work that wait for a worker
 * @param tcpConnections open connections of the Handle protocol
 * @param httpConnections open connections of Handle HTTP
 * @param sessions of the Handle protocol
 * @param challenges given and not answered yet
 * @param restSessions proven sessions of the REST interface
 */
public record NodeLoad(
        int working,
        int waiting,
        int tcpConnections,
        int httpConnections,
        int sessions,
        int challenges,
        int restSessions) {}
