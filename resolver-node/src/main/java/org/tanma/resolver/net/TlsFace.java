// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.SimpleTrustManagerFactory;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.tanma.resolver.net.tls.TlsIdentity;

/**
 * TLS 1.2 and 1.3 with the node's certificate. Clients are asked for a certificate and may have none.
 *
 * <p>Any client certificate is taken: the handshake shows that the client holds its key, and whose key that is is decided where
 * callers are verified, by the handle it names, not by who issued the certificate. A handshake that takes longer than {@value
 * #HANDSHAKE_MILLIS} ms ends; its costly parts run on the workers.
 */
final class TlsFace {
    private static final long HANDSHAKE_MILLIS = 10_000;

    private final SslContext context;
    private final Workers workers;

    TlsFace(TlsIdentity identity, Workers workers) {
        this.workers = workers;
        try {
            context = SslContextBuilder.forServer(identity.key(), identity.chain())
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .clientAuth(ClientAuth.OPTIONAL)
                    .trustManager(new AnyClient())
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("this Java cannot do TLS with " + identity, e);
        }
    }

    SslHandler newHandler(ByteBufAllocator buffers) {
        SslHandler handler = context.newHandler(buffers, this::run);
        handler.setHandshakeTimeoutMillis(HANDSHAKE_MILLIS);
        return handler;
    }

    private void run(Runnable task) {
        if (!workers.tryRun(task)) {
            throw new RejectedExecutionException("too many handshakes at once");
        }
    }

    private static final class AnyClient extends SimpleTrustManagerFactory {
        @Override
        protected void engineInit(KeyStore keyStore) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {new AnyCertificate()};
        }
    }

    private static final class AnyCertificate implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        /** We are no client. */
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {
            throw new UnsupportedOperationException("servers are not checked here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
