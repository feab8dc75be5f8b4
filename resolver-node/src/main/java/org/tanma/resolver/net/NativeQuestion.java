// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.ByteBuffer;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.cache.CachedAnswer;
import org.tanma.resolver.cache.HotPath;
import org.tanma.resolver.cache.Question;

/**
 * A request of the Handle protocol as a question that may have been answered before.
 *
 * <p>Such are resolutions by the public outside of any session, of at most {@value #MOST_OCTETS} octets, without credential,
 * whose flags ask for nothing that belongs to one answer alone, as signing does. What names the question is the request's
 * body and the flags that change an answer. Copies the request's octets, so that the buffer they came in may go. One a
 * thread.
 */
@HotPath
final class NativeQuestion {
    static final int MOST_OCTETS = 1_024;

    /** Flags that change which answer is given. */
    private static final int CHOOSING = OpFlags.PUBLIC_ONLY | OpFlags.RECURSIVE | OpFlags.DO_NOT_REFER;
    /** Flags that are echoed and change nothing. */
    private static final int ECHOED = OpFlags.KEEP_ALIVE;
    /** Flags that ask for what is not done here: an answer does not have them, and is the same. */
    private static final int DROPPED = OpFlags.CACHE_CERTIFIED | OpFlags.TRUSTED_QUERY;
    /** Sets these questions apart from those of other faces. */
    private static final int TAG = 1;

    private static final int HASH_FACTOR = 31;
    private static final int LETTER_CASE = 'a' - 'A';
    private static final PerThread PER_THREAD = new PerThread();

    private final byte[] octets = new byte[MOST_OCTETS];
    private final ByteBuffer request = ByteBuffer.wrap(octets);
    private final ResolutionRequestView view = new ResolutionRequestView();
    private final Question question = new Question();
    private final CachedAnswer found = new CachedAnswer();

    /** The one of the calling thread. */
    static NativeQuestion ofThisThread() {
        return PER_THREAD.get();
    }

    /** Reads a message, envelope first; false when it is no question that may have been answered before. */
    boolean read(ByteBuf in, int index, int length) {
        if (length > MOST_OCTETS || length < WireLayout.BODY) {
            return false;
        }
        in.getBytes(index, octets, 0, length);
        request.clear().limit(length);
        if (!view.wrap(request)
                || (view.flags() & ~(CHOOSING | ECHOED | DROPPED)) != 0
                || view.hasCredential()
                || request.getInt(WireLayout.SESSION_ID) != 0) {
            return false;
        }
        question.set(tag(view.flags()), octets, WireLayout.BODY, request.getInt(WireLayout.BODY_LENGTH));
        return true;
    }

    /** What tells apart questions of this face that are alike but for their flags. */
    static int tag(int flags) {
        return flags & CHOOSING | TAG;
    }

    Question question() {
        return question;
    }

    /** Where an answer to it is put that was given before. */
    CachedAnswer found() {
        return found;
    }

    /** The whole request; until the next one is read. */
    ByteBuffer request() {
        return request;
    }

    ResolutionRequestView view() {
        return view;
    }

    /** What {@link org.tanma.handle.model.HandleName#hashCode()} is of the handle, should it be one. */
    int handleHash() {
        int from = WireLayout.BODY + WireLayout.LENGTH_OCTETS;
        return foldedHash(octets, from, request.getInt(WireLayout.BODY));
    }

    private static int foldedHash(byte[] array, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            byte b = array[i];
            hash = HASH_FACTOR * hash + (b >= 'a' && b <= 'z' ? b - LETTER_CASE : b);
        }
        return hash;
    }

    private static final class PerThread extends FastThreadLocal<NativeQuestion> {
        @Override
        protected NativeQuestion initialValue() {
            return new NativeQuestion();
        }
    }
}
