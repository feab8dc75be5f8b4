// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

import java.net.InetAddress;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/**
 * A private key and its certificates, the node's own first.
 *
 * <p>Errors: {@link TlsFileException} when files cannot be read, or do not belong together.
 */
public record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {
    public TlsIdentity {
        chain = List.copyOf(chain);
    }

    /** Reads it; a self-made one is made first if there is none, for this address and the loopback address. */
    public static TlsIdentity open(TlsConfig config, InetAddress advertised, InstantSource clock) {
        if (config instanceof TlsConfig.SelfMade own) {
            boolean hasKey = Files.exists(own.keyFile());
            if (hasKey != Files.exists(own.certificateFile())) {
                throw TlsFileException.Fault.ONE_OF_TWO.of(own.keyFile(), own.certificateFile());
            }
            if (!hasKey) {
                KeyPair keys = own.keys().orElseGet(SelfMadeCertificate::newKeys);
                SelfMadeCertificate.make(keys, advertised, clock.instant()).write(own);
            }
            return read(new TlsConfig.OfOperator(own.certificateFile(), own.keyFile()));
        }
        return read((TlsConfig.OfOperator) config);
    }

    /**
     * Another certificate in place of a self-made one, for the same addresses; both files of the old one are kept beside, as
     * {@code .old}. A node that runs goes on showing the old one.
     */
    public static TlsIdentity renew(TlsConfig.SelfMade own, InstantSource clock) {
        X509Certificate before = PemFiles.certificates(own.certificateFile()).get(0);
        KeyPair keys = own.keys().orElseGet(SelfMadeCertificate::newKeys);
        SelfMadeCertificate renewed = SelfMadeCertificate.make(keys, before, clock.instant());
        PemFiles.keep(own.certificateFile());
        PemFiles.keep(own.keyFile());
        renewed.write(own);
        return open(own, InetAddress.getLoopbackAddress(), clock);
    }

    private static TlsIdentity read(TlsConfig.OfOperator files) {
        List<X509Certificate> chain = PemFiles.certificates(files.certificateFile());
        PrivateKey key = PemFiles.privateKey(files.keyFile());
        KeyPairCheck.require(key, chain.get(0).getPublicKey(), files);
        return new TlsIdentity(key, chain);
    }

    /** True when the certificate is of this key. */
    public boolean isOf(PublicKey other) {
        return Arrays.equals(chain.get(0).getPublicKey().getEncoded(), other.getEncoded());
    }

    @Override
    public String toString() {
        return "TlsIdentity[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
