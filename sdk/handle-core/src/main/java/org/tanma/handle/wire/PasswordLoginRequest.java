// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.List;

/**
 * A name and a password of a client of the Chinese system, in the clear. Body of operation 2000.
 *
 * <p>Shape: that of {@link ResolutionRequest}: user (string), indexes, strings of which the one is the password. It is
 * answered as a resolution is: a name and values. Source: the public client SDKs of that system.
 */
public record PasswordLoginRequest(String user, List<Integer> indexes, String password) implements MessageBody {
    /** Most octets of a password. */
    static final int PASSWORD_OCTETS = 1_024;

    public PasswordLoginRequest {
        indexes = List.copyOf(indexes);
    }

    static PasswordLoginRequest decode(WireReader in) throws WireFormatException {
        String user = in.readString(WireLimits.HANDLE_OCTETS, "user");
        List<Integer> indexes = MessageBodyCodec.readIndexes(in);
        in.readBounded(1, 1, "number of passwords");
        return new PasswordLoginRequest(user, indexes, in.readString(PASSWORD_OCTETS, "password"));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeString(user, WireLimits.HANDLE_OCTETS, "user");
        MessageBodyCodec.writeIndexes(indexes, out);
        out.writeInt(1, "number of passwords");
        out.writeString(password, PASSWORD_OCTETS, "password");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PasswordLoginRequest[user=" + user + "]";
    }
}
