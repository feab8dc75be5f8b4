// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.time.Duration;

/**
 * How much one stranger, or one network of strangers, may take.
 *
 * <p>A network is a /24 of IPv4, a /56 of IPv6. Networks in the allowed list, loopback where there is none, are subject to
 * none of the limits by network or address.
 *
 * @param connectionsPerNetwork open on each of TCP and HTTP, 1 and up
 * @param connectionsPerAddress the same for one address, 1 and up
 * @param datagrams requests by UDP of one network
 * @param slip of the datagrams over that, each so many-th gets a short answer that sends to TCP, 1..1,000
 * @param requests by TCP and HTTP of one network; what is over waits
 * @param inFlight requests of one connection that are answered at a time, 1 and up
 * @param inFlightTotal the same of all connections, {@code inFlight} and up
 * @param networks buckets kept for each kind of rate, 64..16,777,216, a power of two
 * @param request time in which a request must be complete once it has begun, and the first once connected, 1 s and up
 * @param stall time in which a peer must take what waits for it, 1 s and up
 */
public record PeerLimits(
        int connectionsPerNetwork,
        int connectionsPerAddress,
        RateLimit datagrams,
        int slip,
        RateLimit requests,
        int inFlight,
        int inFlightTotal,
        int networks,
        Duration request,
        Duration stall) {
    /** See the module's README for the reasons. */
    public static final PeerLimits DEFAULT = new PeerLimits(
            1_024,
            256,
            new RateLimit(2_000, 4_000),
            2,
            new RateLimit(20_000, 40_000),
            256,
            65_536,
            65_536,
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    private static final int LEAST_NETWORKS = 64;
    private static final int MOST_NETWORKS = 1 << 24;
    private static final int MOST_SLIP = 1_000;

    public PeerLimits {
        requireRange("connections of a network", connectionsPerNetwork, Integer.MAX_VALUE);
        requireRange("connections of an address", connectionsPerAddress, Integer.MAX_VALUE);
        requireRange("slip", slip, MOST_SLIP);
        requireRange("requests in flight of a connection", inFlight, Integer.MAX_VALUE);
        if (inFlightTotal < inFlight) {
            throw new IllegalArgumentException("requests in flight " + inFlightTotal + " in total are fewer than "
                    + inFlight + " of a connection");
        }
        if (networks < LEAST_NETWORKS || networks > MOST_NETWORKS || Integer.bitCount(networks) != 1) {
            throw new IllegalArgumentException(
                    networks + " networks: a power of two in " + LEAST_NETWORKS + ".." + MOST_NETWORKS + " is needed");
        }
        requireSecond("time for a request", request);
        requireSecond("time to take what waits", stall);
    }

    public PeerLimits withConnections(int perNetwork, int perAddress) {
        return new PeerLimits(
                perNetwork, perAddress, datagrams, slip, requests, inFlight, inFlightTotal, networks, request, stall);
    }

    public PeerLimits withDatagrams(RateLimit rate, int everyNthAnswered) {
        return new PeerLimits(
                connectionsPerNetwork,
                connectionsPerAddress,
                rate,
                everyNthAnswered,
                requests,
                inFlight,
                inFlightTotal,
                networks,
                request,
                stall);
    }

    public PeerLimits withRequests(RateLimit rate) {
        return new PeerLimits(
                connectionsPerNetwork,
                connectionsPerAddress,
                datagrams,
                slip,
                rate,
                inFlight,
                inFlightTotal,
                networks,
                request,
                stall);
    }

    public PeerLimits withInFlight(int ofConnection, int inTotal) {
        return new PeerLimits(
                connectionsPerNetwork,
                connectionsPerAddress,
                datagrams,
                slip,
                requests,
                ofConnection,
                inTotal,
                networks,
                request,
                stall);
    }

    public PeerLimits withTimes(Duration forRequest, Duration forTaking) {
        return new PeerLimits(
                connectionsPerNetwork,
                connectionsPerAddress,
                datagrams,
                slip,
                requests,
                inFlight,
                inFlightTotal,
                networks,
                forRequest,
                forTaking);
    }

    static void requireRange(String what, int given, int most) {
        if (given < 1 || given > most) {
            throw new IllegalArgumentException(what + " " + given + " is outside 1.." + most);
        }
    }

    private static void requireSecond(String what, Duration given) {
        if (given.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(what + " " + given + " is below 1 s");
        }
    }
}
