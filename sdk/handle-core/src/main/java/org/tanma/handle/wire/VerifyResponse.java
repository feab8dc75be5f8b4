// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** Whether the proof holds: one octet, 1 or 0. Answers operation 201. */
public record VerifyResponse(boolean isValid) implements MessageBody {
    static VerifyResponse decode(WireReader in) throws WireFormatException {
        return new VerifyResponse(in.readBoundedOctet(0, 1, "verification result") == 1);
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeOctet(isValid ? 1 : 0, "verification result");
    }
}
