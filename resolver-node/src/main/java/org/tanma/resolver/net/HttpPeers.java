// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.net.rest.HttpPeer;

/** Who stands at the other end of a connection. */
final class HttpPeers {
    /** Somebody of whom nothing is known. */
    static final HttpPeer STRANGER = new HttpPeer(false, false, Optional.empty());

    private HttpPeers() {}

    static HttpPeer of(Channel channel) {
        @Nullable SslHandler tls = channel.pipeline().get(SslHandler.class);
        return new HttpPeer(tls != null, isLoopback(channel), tls == null ? Optional.empty() : certificate(tls));
    }

    static boolean isLoopback(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress address
                && address.getAddress() != null
                && address.getAddress().isLoopbackAddress();
    }

    private static Optional<X509Certificate> certificate(SslHandler tls) {
        try {
            Certificate[] chain = tls.engine().getSession().getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate first
                    ? Optional.of(first)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
