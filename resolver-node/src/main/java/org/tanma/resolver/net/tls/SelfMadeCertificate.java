// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A key and a certificate that it signs itself, for ten years, for an address and the loopback address. */
record SelfMadeCertificate(KeyPair keys, X509CertificateHolder certificate) {
    private static final Duration LIFE = Duration.ofDays(3_650);
    /** Clients whose clock is late still take it. */
    private static final Duration EARLY = Duration.ofDays(1);

    private static final int SERIAL_BITS = 128;

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no curve P-256", e);
        }
    }

    static SelfMadeCertificate make(KeyPair keys, InetAddress advertised, Instant now) {
        return make(keys, names(advertised), now);
    }

    /** For the names and addresses of another certificate; {@link TlsFileException} when it has none. */
    static SelfMadeCertificate make(KeyPair keys, X509Certificate before, Instant now) {
        try {
            Extension names = new JcaX509CertificateHolder(before).getExtension(Extension.subjectAlternativeName);
            if (names == null) {
                throw TlsFileException.Fault.NO_ADDRESS.of();
            }
            return make(keys, GeneralNames.getInstance(names.getParsedValue()), now);
        } catch (CertificateEncodingException e) {
            TlsFileException faulty = TlsFileException.Fault.IN_USE.of();
            faulty.initCause(e);
            throw faulty;
        }
    }

    private static SelfMadeCertificate make(KeyPair keys, GeneralNames names, Instant now) {
        try {
            X500Name name = new X500Name("CN=Tanma node");
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                    Date.from(now.minus(EARLY)),
                    Date.from(now.plus(LIFE)),
                    name,
                    keys.getPublic());
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            String kind = keys.getPublic().getAlgorithm();
            String signing = "SHA256with" + (kind.equals("EC") ? "ECDSA" : kind);
            return new SelfMadeCertificate(
                    keys, builder.build(new JcaContentSignerBuilder(signing).build(keys.getPrivate())));
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(
                    "this Java makes no certificate of a key of "
                            + keys.getPublic().getAlgorithm(),
                    e);
        }
    }

    private static GeneralNames names(InetAddress advertised) {
        Set<GeneralName> names = new LinkedHashSet<>();
        names.add(new GeneralName(
                GeneralName.iPAddress, advertised.getHostAddress().replaceAll("%.*", "")));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        String host = advertised.toString().replaceAll("/.*", "");
        if (!host.isEmpty()) {
            names.add(new GeneralName(GeneralName.dNSName, host));
        }
        return new GeneralNames(names.toArray(new GeneralName[0]));
    }

    void write(TlsConfig.SelfMade own) {
        PemFiles.write(
                own.keyFile(), new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
        PemFiles.write(own.certificateFile(), certificate);
    }
}
