// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A key or certificate file that cannot be used; the message names the file, the reason and what to do. */
public final class TlsFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final transient List<String> parts;

    /** What can be wrong, with the sentence for it; its places take the parts in their order. */
    public enum Fault {
        ONE_OF_TWO("Of %s and %s only one is there; bring the other back, or remove both to have new ones made"),
        CERTIFICATE("A certificate in %s is not understood"),
        NO_CERTIFICATE("There is no certificate in %s; allowed is PEM, BEGIN CERTIFICATE"),
        KEY("The key in %s is not understood; allowed are RSA, EC and Ed25519"),
        NO_KEY("There is no private key in %s; allowed is PEM, BEGIN PRIVATE KEY, without a password"),
        NOT_ITS_KEY("The key in %s is not that of the first certificate in %s"),
        LENGTH("%s is longer than %s octets and is not read"),
        READING("%s cannot be read as PEM: %s"),
        WRITING("%s cannot be written: %s"),
        KEEPING("%s cannot be kept: %s"),
        NO_ADDRESS("The certificate in use names no address; it is not one the node made"),
        IN_USE("The certificate in use is not understood");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        TlsFileException of(Object... parts) {
            return new TlsFileException(this, parts);
        }

        TlsFileException of(Path file, Exception cause) {
            TlsFileException faulty = new TlsFileException(this, file, String.valueOf(cause.getMessage()));
            faulty.initCause(cause);
            return faulty;
        }
    }

    private TlsFileException(Fault fault, Object... parts) {
        super(String.format(fault.sentence, parts));
        this.fault = fault;
        this.parts = Arrays.stream(parts).map(String::valueOf).toList();
    }

    public Fault fault() {
        return fault;
    }

    /** The files and what was said of them, in the order of the message. */
    public List<String> parts() {
        return parts;
    }
}
