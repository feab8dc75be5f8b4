// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.ClientSideSessionInfo;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials and encryption of messages, the reference client on one side and we on the other. */
class SessionMessageInteropTest {
    private static final byte[] KEY = "0123456789abcdef01234567".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HANDLE = WireMessages.KILN.toString().getBytes(StandardCharsets.UTF_8);

    private static DeleteHandleRequest theirs(int minor) {
        DeleteHandleRequest request = new DeleteHandleRequest(HANDLE, null);
        request.majorProtocolVersion = 2;
        request.minorProtocolVersion = (byte) minor;
        request.suggestMajorProtocolVersion = 2;
        request.suggestMinorProtocolVersion = 11;
        request.sessionId = 0x11223344;
        request.requestId = 0x55667788;
        request.sessionCounter = 0x01020304;
        return request;
    }

    private static MessageEnvelope envelope(AbstractMessage message) {
        return new MessageEnvelope(
                2,
                message.minorProtocolVersion,
                false,
                false,
                false,
                2,
                11,
                message.sessionId,
                message.requestId,
                0,
                0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 8, 9, 10, 11})
    void theirCode_isVerified_andOursIsTheirs(int minor) throws Exception {
        DeleteHandleRequest request = theirs(minor);
        request.signMessage(KEY);
        MessageCredential credential = MessageCredential.decode(Octets.of(request.signature));
        assertThat(credential.encode()).isEqualTo(Octets.of(request.signature));
        assertThat(credential.type()).isEqualTo(MessageCredential.MAC);
        assertThat(credential.sessionCounter()).isEqualTo(0x01020304);
        ByteBuffer body = ByteBuffer.wrap(request.getEncodedMessageBody());
        assertThat(credential.isCodeOf(KEY, envelope(request), body)).isTrue();
        assertThat(MessageCredential.code(KEY, 0x01020304, envelope(request), body))
                .isEqualTo(credential);
        assertThat(credential.isCodeOf(new byte[16], envelope(request), body)).isFalse();
        if (minor >= 7) {
            request.requestId++;
            assertThat(credential.isCodeOf(KEY, envelope(request), body)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA,3", "RSA,4", "RSA,7", "RSA,11", "DSA,3", "DSA,10", "DSA,11"})
    void ourSignature_isVerifiedByThem_andTheirsByUs(String algorithm, int minor) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        DeleteHandleRequest request = theirs(minor);
        request.sessionCounter = 0;
        Signature signature = Signature.getInstance(Util.getDefaultSigId(algorithm, request));
        signature.initSign(pair.getPrivate());
        request.signMessage(signature);
        ByteBuffer body = ByteBuffer.wrap(request.getEncodedMessageBody());
        MessageCredential credential = MessageCredential.decode(Octets.of(request.signature));
        assertThat(credential.isSignatureOf(pair.getPublic(), envelope(request), body))
                .isTrue();
        assertThat(credential.isSignatureOf(generator.generateKeyPair().getPublic(), envelope(request), body))
                .isFalse();

        MessageCredential ours = MessageCredential.sign(pair.getPrivate(), envelope(request), body);
        DeleteHandleRequest copy = theirs(minor);
        copy.sessionCounter = 0;
        copy.messageBody = request.getEncodedMessageBody();
        copy.signature = ours.encode().toArray();
        assertThat(copy.verifyMessage(pair.getPublic())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3,2", "3,3", "4,2", "4,3", "11,2", "11,3"})
    void encryption_bothWays(int minor, int algorithm) throws Exception {
        ClientSideSessionInfo theirs = new ClientSideSessionInfo(7, KEY, HANDLE, 300, algorithm, null, 2, minor);
        SessionCipher ours = SessionCipher.of(algorithm, KEY);
        MessageEnvelope version = envelope(theirs(minor));
        byte[] clear = "a message of some octets".getBytes(StandardCharsets.US_ASCII);
        byte[] encrypted = theirs.encryptBuffer(clear, 0, clear.length);
        assertThat(ours.decrypt(version, encrypted)).isEqualTo(clear);
        byte[] back = ours.encrypt(version, clear, new byte[ours.vectorOctets()]);
        assertThat(theirs.decryptBuffer(back, 0, back.length)).isEqualTo(clear);
    }

    @Test
    void versionsBetween_areNotTaken() throws Exception {
        DeleteHandleRequest request = theirs(6);
        request.signMessage(KEY);
        ByteBuffer body = ByteBuffer.wrap(request.getEncodedMessageBody());
        assertThat(MessageCredential.decode(Octets.of(request.signature)).isCodeOf(KEY, envelope(request), body))
                .isFalse();
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> MessageCredential.code(KEY, 1, envelope(request), body));
    }

    @Test
    void cipher_desAndShortKeys_areRefused() {
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> SessionCipher.of(1, KEY));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> SessionCipher.of(3, Arrays.copyOf(KEY, 15)));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> SessionCipher.of(2, Arrays.copyOf(KEY, 23)));
    }
}
