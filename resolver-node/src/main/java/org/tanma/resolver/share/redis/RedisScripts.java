// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The steps that Redis takes as one, each a script beside this class. */
enum RedisScripts {
    FIND,
    KEEP,
    CHANGED,
    EVERYTHING;

    private final byte[] text;

    RedisScripts() {
        String file = name().toLowerCase(java.util.Locale.ROOT) + ".lua";
        try (InputStream in = RedisScripts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the script " + file + " is missing");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] text() {
        return text.clone();
    }
}
