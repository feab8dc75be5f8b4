// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.ByteBuffer;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.cache.HotPath;
import org.tanma.resolver.cache.Question;

/**
 * Looks over the messages that came together and has the cache fetch what will be asked of it. What it takes for a question and is
 * none does no harm. One a thread.
 */
@HotPath
final class NativeForesight {
    private static final int MOST_MESSAGES = 64;
    private static final int MOST_OCTETS = 8_192;

    private static final PerThread PER_THREAD = new PerThread();

    private final byte[] octets = new byte[MOST_OCTETS];
    private final ByteBuffer view = ByteBuffer.wrap(octets);
    private final Question[] questions = new Question[MOST_MESSAGES];

    /** The one of the calling thread. */
    static NativeForesight ofThisThread() {
        return PER_THREAD.get();
    }

    /** How many questions there are in what can be read; {@link #questions} holds them then, until the next call. */
    int read(ByteBuf in) {
        int length = in.readableBytes() < MOST_OCTETS ? in.readableBytes() : MOST_OCTETS;
        in.getBytes(in.readerIndex(), octets, 0, length);
        int count = 0;
        int at = 0;
        while (count < MOST_MESSAGES && at <= length - WireLayout.BODY) {
            int body = integer(at + WireLayout.BODY_LENGTH);
            int message = integer(at + WireLayout.MESSAGE_LENGTH);
            if (body < 0
                    || body > NativeQuestion.MOST_OCTETS
                    || body > length - at - WireLayout.BODY
                    || message < body) {
                break;
            }
            if (questions[count] == null) {
                questions[count] = new Question();
            }
            int tag = NativeQuestion.tag(integer(at + WireLayout.OP_FLAGS));
            questions[count].set(tag, octets, at + WireLayout.BODY, body);
            count++;
            if (message > length - at) {
                break;
            }
            at += WireLayout.ENVELOPE_OCTETS + message;
        }
        return count;
    }

    Question[] questions() {
        return questions;
    }

    private int integer(int at) {
        return view.getInt(at);
    }

    private static final class PerThread extends FastThreadLocal<NativeForesight> {
        @Override
        protected NativeForesight initialValue() {
            return new NativeForesight();
        }
    }
}
