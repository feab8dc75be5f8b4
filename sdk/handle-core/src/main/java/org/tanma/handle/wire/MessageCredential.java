// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The end of a message that vouches for the rest: a signature by a key pair, or a code by the key of a session.
 *
 * <p>Shape: u8 version, u8 reserved, u16 options, signer handle (empty: the session's, or the server's), u32 session
 * counter, type ({@code HS_SIGNED} or {@code HS_MAC}), and as one array: hash name, signature (array). The counter grows
 * with each message of a session, so that none is taken twice.
 *
 * <p>What is vouched for grew with the versions: header and body alone up to 2.4; from 2.7 on, before them, a fixed part of major
 * and minor version, suggested major and minor version (from 2.8), session id, request id, counter. What 2.5 and 2.6 vouch
 * for is not known, and nothing of theirs is taken. Source: RFC 3652 section 2.2.4; the fixed part as seen in what
 * {@code handle-client} signs.
 */
public record MessageCredential(
        int version, int options, String signer, long sessionCounter, String type, String hash, Octets signature) {
    public static final String SIGNED = "HS_SIGNED";
    public static final String MAC = "HS_MAC";

    private static final String HMAC_SHA256 = "HMAC-SHA256";
    /** The hash name of peers before 2.7: an octet, not a name. */
    private static final String SHA_1_CODE = "\u0002";

    private static final int NAME_OCTETS = 64;

    /** The credential that these octets are, all of them. */
    public static MessageCredential decode(Octets octets) throws WireFormatException {
        WireReader in = new WireReader(octets.asBuffer());
        int version = in.readAnyOctet("credential version", "versions are compatible");
        in.readAnyOctet("credential reserved", "ignored");
        int options = in.readAnyShort("credential options", "ignored");
        String signer = in.readString(WireLimits.HANDLE_OCTETS, "signer");
        long counter = in.readBounded(0, 0xFFFF_FFFFL, "session counter");
        String type = in.readString(NAME_OCTETS, "credential type");
        int length = in.readCount(WireLimits.PROOF_OCTETS, 1, "signature length");
        WireReader signed = in.region(length, "signature");
        in.requireEnd("credential");
        String hash = signed.readString(NAME_OCTETS, "signature hash");
        Octets signature = signed.readArray(WireLimits.PROOF_OCTETS, "signature");
        signed.requireEnd("signature");
        return new MessageCredential(version, options, signer, counter, type, hash, signature);
    }

    public Octets encode() throws WireFormatException {
        WireWriter signed = new WireWriter(2 * WireLimits.PROOF_OCTETS);
        signed.writeString(hash, NAME_OCTETS, "signature hash");
        signed.writeArray(signature.toArray(), WireLimits.PROOF_OCTETS, "signature");
        WireWriter out = new WireWriter(2 * WireLimits.PROOF_OCTETS);
        out.writeOctet(version, "credential version");
        out.writeOctet(0, "credential reserved");
        out.writeShort(options, "credential options");
        out.writeString(signer, WireLimits.HANDLE_OCTETS, "signer");
        out.writeUnsigned(sessionCounter, "session counter");
        out.writeString(type, NAME_OCTETS, "credential type");
        out.writeArray(signed.toArray(), WireLimits.PROOF_OCTETS, "signature");
        return Octets.of(out.toArray());
    }

    /** Signs a message; {@code headerAndBody} are its octets after the envelope, without any credential. */
    public static MessageCredential sign(PrivateKey key, MessageEnvelope envelope, ByteBuffer headerAndBody)
            throws GeneralSecurityException {
        boolean isSha256 = "RSA".equals(key.getAlgorithm()) && isFrom(envelope, 7) || isFrom(envelope, 11);
        String hash = isSha256 ? "SHA-256" : "SHA1";
        Signature signature = Signature.getInstance(SignatureHash.named(hash) + "with" + key.getAlgorithm());
        signature.initSign(key);
        signature.update(fixedPart(envelope, 0));
        signature.update(headerAndBody.duplicate());
        return new MessageCredential(0, 0, "", 0, SIGNED, hash, Octets.of(signature.sign()));
    }

    /** A code over a message by the key of its session. */
    public static MessageCredential code(
            byte[] sessionKey, long counter, MessageEnvelope envelope, ByteBuffer headerAndBody)
            throws GeneralSecurityException {
        String hash = isFrom(envelope, 7) ? HMAC_SHA256 : SHA_1_CODE;
        byte[] code = code(hash, sessionKey, counter, envelope, headerAndBody);
        return new MessageCredential(0, 0, "", counter, MAC, hash, Octets.of(code));
    }

    /** True when this is a signature of the message by the owner of {@code key}. */
    public boolean isSignatureOf(PublicKey key, MessageEnvelope envelope, ByteBuffer headerAndBody) {
        if (!type.equals(SIGNED)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(SignatureHash.named(hash) + "with" + key.getAlgorithm());
            verifier.initVerify(key);
            verifier.update(fixedPart(envelope, sessionCounter));
            verifier.update(headerAndBody.duplicate());
            return verifier.verify(signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** True when this is a code over the message by this session key. */
    public boolean isCodeOf(byte[] sessionKey, MessageEnvelope envelope, ByteBuffer headerAndBody) {
        try {
            return type.equals(MAC)
                    && MessageDigest.isEqual(
                            code(hash, sessionKey, sessionCounter, envelope, headerAndBody), signature.toArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] code(
            String hash, byte[] key, long counter, MessageEnvelope envelope, ByteBuffer headerAndBody)
            throws GeneralSecurityException {
        if (hash.equals(HMAC_SHA256)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(fixedPart(envelope, counter));
            mac.update(headerAndBody.duplicate());
            return mac.doFinal();
        }
        if (hash.equals(SHA_1_CODE) && !isFrom(envelope, 7)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(key);
            digest.update(fixedPart(envelope, counter));
            digest.update(headerAndBody.duplicate());
            return digest.digest(key);
        }
        throw new GeneralSecurityException("codes by '" + hash + "' are not taken");
    }

    private static byte[] fixedPart(MessageEnvelope envelope, long counter) throws GeneralSecurityException {
        if (!isFrom(envelope, 5)) {
            return new byte[0];
        }
        if (!isFrom(envelope, 7)) {
            throw new GeneralSecurityException("what versions 2.5 and 2.6 vouch for is not known");
        }
        boolean hasSuggestion = isFrom(envelope, 8);
        ByteBuffer part = ByteBuffer.allocate(hasSuggestion ? 16 : 14);
        part.put((byte) envelope.majorVersion()).put((byte) envelope.minorVersion());
        if (hasSuggestion) {
            part.put((byte) envelope.suggestedMajorVersion()).put((byte) envelope.suggestedMinorVersion());
        }
        return part.putInt(envelope.sessionId())
                .putInt(envelope.requestId())
                .putInt((int) counter)
                .array();
    }

    private static boolean isFrom(MessageEnvelope envelope, int minor) {
        return envelope.majorVersion() > MessageEnvelope.MAJOR_VERSION || envelope.minorVersion() >= minor;
    }
}
