// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.tanma.kit.page.Language;

/** The language a request asks for: its {@code lang} parameter, else its Accept-Language header, else Chinese. */
public final class AskedLanguage {
    private AskedLanguage() {}

    public static Language of(ServerHttpRequest request) {
        return Language.choose(
                request.getQueryParams().getFirst("lang"), request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
