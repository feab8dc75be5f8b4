// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetSocketAddress;

/** An address and port that the node should listen on cannot be had: taken, not of this machine, or not permitted. */
public final class AddressUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String face;
    private final InetSocketAddress address;

    AddressUnavailableException(String face, InetSocketAddress address, Throwable cause) {
        super(
                face + " cannot listen on " + address.getAddress().getHostAddress() + " port " + address.getPort()
                        + ": " + cause.getMessage(),
                cause);
        this.face = face;
        this.address = address;
    }

    /** Which face: the Handle protocol by TCP or UDP, or HTTP. */
    public String face() {
        return face;
    }

    public InetSocketAddress address() {
        return address;
    }
}
