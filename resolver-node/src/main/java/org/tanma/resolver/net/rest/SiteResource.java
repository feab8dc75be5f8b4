// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.List;
import java.util.function.Supplier;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteRecord;

/** What the node says of its site: {@code GET /api/site}, open to all. */
final class SiteResource implements RestResource {
    static final String PATH = "/api/site";

    private static final int OK = 200;

    private final Supplier<SiteRecord> site;

    SiteResource(Supplier<SiteRecord> site) {
        this.site = site;
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        return RestAnswer.of(OK, ResponseCode.SUCCESS).with("site", SiteTree.of(site.get()));
    }
}
