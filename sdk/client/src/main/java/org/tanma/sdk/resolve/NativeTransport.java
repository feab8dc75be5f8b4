// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.handle.hdllib.AbstractResponse;
import net.handle.hdllib.ErrorResponse;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleResolver;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.Util;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.sdk.node.NodeUnreachableException;
import org.tanma.sdk.node.UnreadableAnswerException;

/**
 * The Handle protocol, through the reference client library, straight to one server.
 *
 * <p>UDP is tried first, for about {@value #UDP_MILLIS} ms unless said, then TCP. The library's habit of asking the global registry is
 * switched off: nothing but the server named is ever contacted.
 */
final class NativeTransport implements HandleTransport {
    private static final int DEFAULT_PORT = 2641;
    private static final int UDP_MILLIS = 2_400;
    private static final int TCP_MILLIS = 10_000;

    private final String address;
    private final ServerInfo server;
    private final HandleResolver resolver;
    private final ExecutorService threads;

    private NativeTransport(String address, ServerInfo server, HandleResolver resolver, ExecutorService threads) {
        this.address = address;
        this.server = server;
        this.resolver = resolver;
        this.threads = threads;
    }

    static NativeTransport open(URI uri) {
        return open(uri, UDP_MILLIS, TCP_MILLIS);
    }

    /** With half of the patience for each of UDP and TCP. */
    static NativeTransport open(URI uri, Duration patience) {
        int half = Math.toIntExact(patience.toMillis() / 2);
        return open(uri, half, half);
    }

    private static NativeTransport open(URI uri, int udpMillis, int tcpMillis) {
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        boolean isTcpOnly = query.equals("transport=tcp");
        if (!isTcpOnly && !query.isEmpty()
                || !uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
            throw TanmaClient.notAnAddress(uri.toString());
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        List<Interface> interfaces = new ArrayList<>();
        if (!isTcpOnly) {
            interfaces.add(new Interface(Interface.ST_QUERY, Interface.SP_HDL_UDP, port));
        }
        interfaces.add(new Interface(Interface.ST_QUERY, Interface.SP_HDL_TCP, port));
        ServerInfo server = new ServerInfo();
        server.serverId = 1;
        server.ipAddress = lookUp(uri);
        server.publicKey = new byte[0];
        server.interfaces = interfaces.toArray(Interface[]::new);

        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "tanma-resolve");
            thread.setDaemon(true);
            return thread;
        });
        HandleResolver resolver = new HandleResolver();
        resolver.setConfiguration(new DirectConfiguration());
        resolver.setExecutorService(threads);
        resolver.setPreferredProtocols(
                interfaces.stream().mapToInt(one -> one.protocol).toArray());
        resolver.setUdpRetryScheme(new int[] {udpMillis / 6, udpMillis / 3, udpMillis / 2});
        resolver.setTcpTimeout(tcpMillis);
        return new NativeTransport(uri.toString(), server, resolver, threads);
    }

    @Override
    public Optional<HandleRecord> resolve(HandleName handle, List<Integer> indexes, List<String> types) {
        return ask(
                handle,
                new ResolutionRequest(
                        Util.encodeString(handle.toString()),
                        types.stream().map(Util::encodeString).toArray(byte[][]::new),
                        indexes.stream().mapToInt(Integer::intValue).toArray(),
                        null));
    }

    /** All public values, asked for on behalf of somebody else; the server may ask others. */
    Optional<HandleRecord> resolveFor(HandleName handle, int recursionCount) {
        ResolutionRequest request = new ResolutionRequest(Util.encodeString(handle.toString()), null, null, null);
        request.recursive = true;
        request.recursionCount = (short) recursionCount;
        return ask(handle, request);
    }

    private Optional<HandleRecord> ask(HandleName handle, ResolutionRequest request) {
        try {
            return read(handle, resolver.sendRequestToServer(request, server));
        } catch (HandleException e) {
            if (e.getCode() == HandleException.CANNOT_CONNECT_TO_SERVER) {
                throw new NodeUnreachableException(address, e);
            }
            throw new UnreadableAnswerException(address, e.toString(), e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Optional<HandleRecord> read(HandleName handle, AbstractResponse response) {
        if (response instanceof ResolutionResponse found) {
            return Optional.of(record(handle, found));
        }
        ResponseCode code = new ResponseCode(response.responseCode);
        if (code.equals(ResponseCode.HANDLE_NOT_FOUND)) {
            return Optional.empty();
        }
        if (code.equals(ResponseCode.VALUES_NOT_FOUND)) {
            return Optional.of(new HandleRecord(handle, List.of()));
        }
        String message = response instanceof ErrorResponse error && error.message != null
                ? Util.decodeString(error.message)
                : "";
        throw new ResolutionRefusedException(handle, code, message);
    }

    private HandleRecord record(HandleName handle, ResolutionResponse found) {
        List<HandleValue> values = new ArrayList<>();
        try {
            if (!HandleName.decode(found.handle).equals(handle)) {
                throw new UnreadableAnswerException(address, "values of a handle that was not asked for");
            }
            for (byte[] value : found.values) {
                values.add(HandleValueCodec.decode(ByteBuffer.wrap(value)));
            }
            return new HandleRecord(handle, values);
        } catch (WireFormatException | IllegalArgumentException e) {
            throw new UnreadableAnswerException(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] lookUp(URI uri) {
        try {
            InetAddress address = InetAddress.getByName(uri.getHost());
            return SiteServer.of(1, address, List.of()).address().toArray();
        } catch (UnknownHostException e) {
            throw new NodeUnreachableException(uri.toString(), e);
        }
    }
}
