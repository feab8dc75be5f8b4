// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/**
 * Asks for a session: how its key comes about, how long it may last, whose it is.
 *
 * <p>Shape: u16 mode, u32 timeout in seconds, identity handle, u32 identity index, then by mode, then u16 options:
 *
 * <pre>
 * 1 client key  public key (array): the server makes the session key and encrypts it with this
 * 2 server key  nothing: the client makes the session key and sends it by operation 402
 * 3 handle key  handle, u32 index of a public key, used as in mode 1
 * 4 DH          public key (array)
 * </pre>
 *
 * <p>An empty identity is a session of nobody: its requests authenticate one by one. Source: RFC 3652 section 3.7.1.
 */
public record SessionSetupRequest(
        int mode,
        long timeoutSeconds,
        String identity,
        int identityIndex,
        Octets publicKey,
        String keyHandle,
        int keyIndex,
        int options)
        implements MessageBody {
    public static final int CLIENT_KEY = 1;
    public static final int SERVER_KEY = 2;
    public static final int HANDLE_KEY = 3;
    public static final int DIFFIE_HELLMAN = 4;

    static SessionSetupRequest decode(WireReader in) throws WireFormatException {
        int modeAt = in.offset();
        int mode = in.readAnyShort("key exchange mode", "checked next");
        if (mode < CLIENT_KEY || mode > DIFFIE_HELLMAN) {
            throw new WireFormatException(WireFormatException.Reason.UNSUPPORTED, "key exchange mode", modeAt, 0, mode);
        }
        long timeout = in.readBounded(0, 0xFFFF_FFFFL, "session timeout");
        String identity = in.readString(WireLimits.HANDLE_OCTETS, "identity handle");
        int identityIndex = (int) in.readBounded(0, Integer.MAX_VALUE, "identity index");
        Octets publicKey = Octets.EMPTY;
        String keyHandle = "";
        int keyIndex = 0;
        if (mode == CLIENT_KEY || mode == DIFFIE_HELLMAN) {
            publicKey = in.readArray(WireLimits.PROOF_OCTETS, "session public key");
        } else if (mode == HANDLE_KEY) {
            keyHandle = in.readString(WireLimits.HANDLE_OCTETS, "exchange key handle");
            keyIndex = (int) in.readBounded(0, Integer.MAX_VALUE, "exchange key index");
        }
        int options = in.remaining() == 0 ? 0 : in.readAnyShort("session options", "unknown options are ignored");
        return new SessionSetupRequest(mode, timeout, identity, identityIndex, publicKey, keyHandle, keyIndex, options);
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeShort(mode, "key exchange mode");
        out.writeUnsigned(timeoutSeconds, "session timeout");
        out.writeString(identity, WireLimits.HANDLE_OCTETS, "identity handle");
        out.writeInt(identityIndex, "identity index");
        if (mode == CLIENT_KEY || mode == DIFFIE_HELLMAN) {
            out.writeArray(publicKey.toArray(), WireLimits.PROOF_OCTETS, "session public key");
        } else if (mode == HANDLE_KEY) {
            out.writeString(keyHandle, WireLimits.HANDLE_OCTETS, "exchange key handle");
            out.writeInt(keyIndex, "exchange key index");
        }
        out.writeShort(options, "session options");
    }
}
