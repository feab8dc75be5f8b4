// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tanma.handle.model.HandleName;

/**
 * The names under which a group's things lie in Redis.
 *
 * <p>All begin with the group in braces, so that they lie together where keys are spread over several servers. A fence
 * counts a handle's changes and stands for some minutes after the last; the generation stands for all that was counted
 * before and is another one after loss.
 */
record RedisKeys(String group) {
    byte[] channel() {
        return key("channel");
    }

    byte[] generation() {
        return key("generation");
    }

    byte[] writers() {
        return key("writers");
    }

    byte[] fence(HandleName handle) {
        return key("fence:", handle);
    }

    byte[] answers(HandleName handle) {
        return key("answers:", handle);
    }

    private byte[] key(String what) {
        return ("{tanma:" + group + "}" + what).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] key(String what, HandleName handle) {
        byte[] start = key(what);
        byte[] folded = handle.foldedOctets();
        byte[] whole = Arrays.copyOf(start, start.length + folded.length);
        System.arraycopy(folded, 0, whole, start.length, folded.length);
        return whole;
    }
}
