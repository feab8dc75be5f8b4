// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** The site a server belongs to. */
public record SiteInfoResponse(SiteRecord site) implements MessageBody {
    static SiteInfoResponse decode(WireReader in) throws WireFormatException {
        return new SiteInfoResponse(SiteRecord.decode(in));
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        site.encode(out);
    }
}
