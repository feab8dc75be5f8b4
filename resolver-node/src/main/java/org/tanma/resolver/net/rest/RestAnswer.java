// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.wire.ResponseCode;

/** An answer of the REST interface before it becomes text: HTTP status, the JSON object, the headers it has beside. */
record RestAnswer(int status, Map<String, Object> tree, Map<String, String> headers) {
    static RestAnswer of(int status, ResponseCode code) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("responseCode", code.code());
        return new RestAnswer(status, tree, Map.of());
    }

    static RestAnswer refusal(int status, ResponseCode code, String message) {
        return of(status, code).with("message", message);
    }

    static RestAnswer refusal(RestRefusedException refused, Optional<String> handle) {
        RestAnswer answer = refusal(refused.status(), refused.code(), refused.sentence());
        return handle.isEmpty() ? answer : answer.with("handle", handle.get());
    }

    /** The same with one more member. */
    RestAnswer with(String member, Object value) {
        Map<String, Object> longer = new LinkedHashMap<>(tree);
        longer.put(member, value);
        return new RestAnswer(status, longer, headers);
    }

    /** The same with one more header. */
    RestAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RestAnswer(status, tree, more);
    }
}
