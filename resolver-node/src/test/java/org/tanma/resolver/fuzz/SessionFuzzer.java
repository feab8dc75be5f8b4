// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.fuzz;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.handle.wire.WireFormatException;

/**
 * What comes in a session from somebody who does not have its key: credentials are read and written back the same, or
 * refused, and none is believed; encrypted octets are decrypted or refused.
 */
class SessionFuzzer {
    private static final byte[] KEY = {
        7, -3, 99, 14, 2, 81, -77, 5, 6, 100, -9, 23, 4, 8, -101, 42, 1, 2, 3, 4, 5, 6, 7, 8
    };
    private static final ByteBuffer MESSAGE = ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 5, 5, 5, 5});

    public static void fuzzerTestOneInput(byte[] input) {
        FuzzCorpus.bounded(() -> {
            readCredential(input);
            for (int algorithm = SessionCipher.DES; algorithm <= SessionCipher.AES; algorithm++) {
                decrypt(algorithm, input);
            }
        });
    }

    private static void readCredential(byte[] input) {
        try {
            MessageCredential read = MessageCredential.decode(Octets.of(input));
            FuzzCorpus.requireEqual(read, MessageCredential.decode(read.encode()));
            if (read.isCodeOf(KEY, MessageEnvelope.of(1), MESSAGE)) {
                throw new AssertionError("a code made without the key was believed");
            }
        } catch (WireFormatException e) {
            MessageFuzzer.requirePlace(e, input);
        }
    }

    private static void decrypt(int algorithm, byte[] input) {
        MessageEnvelope version = MessageEnvelope.of(1);
        try {
            SessionCipher cipher = SessionCipher.of(algorithm, KEY);
            byte[] clear = Arrays.copyOf(input, input.length);
            byte[] encrypted = cipher.encrypt(version, clear, new byte[cipher.vectorOctets()]);
            FuzzCorpus.requireEqual(ByteBuffer.wrap(clear), ByteBuffer.wrap(cipher.decrypt(version, encrypted)));
            cipher.decrypt(version, input);
        } catch (GeneralSecurityException e) {
            FuzzCorpus.requireEqual(false, String.valueOf(e.getMessage()).isEmpty());
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(SessionFuzzer.class, SessionFuzzer::fuzzerTestOneInput);
    }
}
