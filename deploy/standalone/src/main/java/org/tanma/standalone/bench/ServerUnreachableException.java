// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.net.InetSocketAddress;

/** Nothing could be asked: there is no server, or it takes no connection. */
final class ServerUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServerUnreachableException(InetSocketAddress address, Throwable cause) {
        super(address.getHostString() + ":" + address.getPort() + " (" + cause.getMessage() + ")", cause);
    }
}
