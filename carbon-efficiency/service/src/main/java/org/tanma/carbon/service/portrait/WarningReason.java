// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.Set;
import java.util.regex.Pattern;
import org.tanma.kit.rest.Wording;
import tools.jackson.databind.JsonNode;

/** Reads why somebody acknowledges or clears a warning: {@code {"why":"…"}}. */
public final class WarningReason {
    private static final Pattern TEXT = Pattern.compile("(?s)\\S.{0,999}");

    private WarningReason() {}

    /** The reason; throws a problem where there is none. */
    public static String read(byte[] octets) {
        JsonNode node = StrictBody.object(octets);
        StrictBody body = new StrictBody();
        body.allow(node, "", Set.of("why"));
        String why = body.text(node, "", "why", new Wording("原因，1 至 1000 个字符", "why, in 1 to 1000 characters"), TEXT);
        body.requireSound("reason", new Wording("未改变预警：请写明原因。", "The warning is not changed: say why."));
        if (why == null) {
            throw new IllegalStateException("a sound body has every member");
        }
        return why;
    }
}
