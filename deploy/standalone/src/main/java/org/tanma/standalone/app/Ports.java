// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Looks at ports before anything is started, so that a taken one is told in one sentence. */
final class Ports {
    private static final int FREE_PAIR_TRIES = 50;

    private Ports() {}

    static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartRefusedException(StartPhrase.of("address.unknown", host), e);
        }
    }

    /** The address by which others reach a node that listens on {@code address}: for all addresses, one of this machine's. */
    static InetAddress advertised(InetAddress address) {
        if (!address.isAnyLocalAddress()) {
            return address;
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                    .findFirst()
                    .orElseGet(InetAddress::getLoopbackAddress);
        } catch (SocketException e) {
            return InetAddress.getLoopbackAddress();
        }
    }

    /** An address as it stands in a URL. */
    static String literal(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** The port itself when free; for 0 a free one. {@code option} names the option that would choose another. */
    static int requireTcp(InetAddress address, int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw taken(address, port, "TCP", option, e);
        }
    }

    /** Like {@link #requireTcp}, and the same number must be free on UDP. */
    static int requireTcpAndUdp(InetAddress address, int port, String option) {
        for (int i = 0; ; i++) {
            int free = requireTcp(address, port, option);
            try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, free))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (port != 0 || i == FREE_PAIR_TRIES) {
                    throw taken(address, free, "UDP", option, e);
                }
            }
        }
    }

    private static StartRefusedException taken(
            InetAddress address, int port, String protocol, String option, IOException cause) {
        return new StartRefusedException(
                StartPhrase.of("port", protocol, port, address.getHostAddress(), Reasons.of(cause), option), cause);
    }
}
