// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.protocol.ProtocolPeer;

/**
 * Answers the messages of one connection, in the order they came.
 *
 * <p>Those whose answers were given before, or are made from memory, are answered where they lie, as many as there are, in
 * one piece. The first other one, with those behind it, goes to a worker.
 *
 * <p>When an envelope declares more than a message may have there is no telling where the next one begins: it is refused
 * and the connection ends. Else the connection stays open, asked for or not, until the peer closes it or nothing has moved
 * for the idle time.
 */
final class TcpRequestHandler extends RequestStream {
    private static final int MESSAGES_A_WORKER = 64;
    private static final int FIRST_OCTETS = 1_024;
    private static final int LEAST_OCTETS = 256;

    private final CachedNativeAnswers answers;
    private final FaceWatch watch;
    /** What a worker has, or left when its piece was full. */
    private ByteBuf run = Unpooled.EMPTY_BUFFER;

    private final ProtocolPeer peer = new ProtocolPeer();

    private boolean isLost;
    /** Messages whose answers were fetched ahead. */
    private int foreseen;
    /** Octets of the last answer: the next ones will hardly have more. */
    private int usualOctets = LEAST_OCTETS;

    TcpRequestHandler(CachedNativeAnswers answers, Workers workers, RequestMeter meter, FaceWatch watch) {
        super(workers, meter);
        this.answers = answers;
        this.watch = watch;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        peer.setNear(HttpPeers.isLoopback(context.channel()));
    }

    @Override
    boolean hasMore(ByteBuf in) {
        return in.isReadable() || run.isReadable() || isLost;
    }

    @Override
    boolean answerNext(ChannelHandlerContext context, ByteBuf in) {
        if (run.isReadable()) {
            return handRun(context);
        }
        run.release();
        run = Unpooled.EMPTY_BUFFER;
        if (isLost) {
            end(context);
            return false;
        }
        int length = messageOctets(in);
        if (length == 0) {
            return false;
        }
        if (foreseen == 0) {
            foreseen = answers.foresee(in);
        }
        foreseen--;
        NativeQuestion question = NativeQuestion.ofThisThread();
        if (!question.read(in, in.readerIndex(), length)) {
            return takeRun(context, in);
        }
        long since = watch.start();
        ByteBuf out = room(context, usualOctets);
        int start = out.writerIndex();
        if (!answers.answerAgain(question, NativeAnswers.UNLIMITED, out)
                && !answers.answerFromMemory(question, NativeAnswers.UNLIMITED, out)) {
            return takeRun(context, in);
        }
        usualOctets = Math.max(LEAST_OCTETS, Math.min(FIRST_OCTETS, out.writerIndex() - start));
        watch.answered(
                in, in.readerIndex(), length, out, start, context.channel().remoteAddress(), since);
        watch.atOnce(since);
        requestIsWhole();
        in.skipBytes(length);
        return true;
    }

    /** Sets the next messages apart for a worker. */
    private boolean takeRun(ChannelHandlerContext context, ByteBuf in) {
        int start = in.readerIndex();
        int end = start;
        for (int i = 0; i < MESSAGES_A_WORKER && !isLost; i++) {
            int length = messageOctets(in);
            if (length == 0 || !(i == 0 ? take(context) : takeMore())) {
                break;
            }
            requestIsWhole();
            isLost = isCut(in);
            end += length;
            in.readerIndex(end);
        }
        in.readerIndex(start);
        run = in.readRetainedSlice(end - start);
        return run.isReadable();
    }

    private boolean handRun(ChannelHandlerContext context) {
        long since = System.nanoTime();
        if (send(context) && !hand(run.readableBytes(), () -> answer(context, since))) {
            refuse(context, since);
        }
        return true;
    }

    /** On a worker, which has the run to itself. */
    private void answer(ChannelHandlerContext context, long since) {
        ByteBuf piece = context.alloc().directBuffer(FIRST_OCTETS);
        boolean isDone = false;
        try {
            while (run.isReadable() && piece.readableBytes() < PIECE_OCTETS) {
                int length = messageOctets(run);
                int start = piece.writerIndex();
                if (answers.answer(run.slice(run.readerIndex(), length), peer, piece)) {
                    note(context, length, piece, start, since);
                    watch.worked(since);
                    run.skipBytes(length);
                }
            }
            isDone = true;
        } finally {
            if (!isDone) {
                piece.release();
            }
            answered(context, isDone ? piece : null);
        }
    }

    private void note(ChannelHandlerContext context, int length, ByteBuf out, int start, long since) {
        watch.answered(
                run, run.readerIndex(), length, out, start, context.channel().remoteAddress(), since);
    }

    private void refuse(ChannelHandlerContext context, long since) {
        while (run.isReadable()) {
            int length = messageOctets(run);
            ByteBuf out = room(context, WireLimits.DATAGRAM_OCTETS);
            int start = out.writerIndex();
            answers.refuse(
                    run.slice(run.readerIndex(), length),
                    ResponseCode.SERVER_BUSY,
                    "too many requests at once; ask again",
                    out);
            note(context, length, out, start, since);
            run.skipBytes(length);
        }
    }

    /** Nothing more can be told apart: sends what is answered and closes. */
    private void end(ChannelHandlerContext context) {
        takeWaiting().release();
        context.writeAndFlush(takeAnswers()).addListener(ChannelFutureListener.CLOSE);
    }

    /**
     * Octets of the message that begins at the buffer's reader index, of its envelope alone when that declares more than is
     * allowed; 0 when it is not there whole.
     */
    private static int messageOctets(ByteBuf in) {
        if (in.readableBytes() < WireLayout.ENVELOPE_OCTETS) {
            return 0;
        }
        if (isCut(in)) {
            return WireLayout.ENVELOPE_OCTETS;
        }
        int length = WireLayout.ENVELOPE_OCTETS + in.getInt(in.readerIndex() + WireLayout.MESSAGE_LENGTH);
        return in.readableBytes() < length ? 0 : length;
    }

    private static boolean isCut(ByteBuf in) {
        return in.getUnsignedInt(in.readerIndex() + WireLayout.MESSAGE_LENGTH) > WireLimits.MESSAGE_OCTETS;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            context.close();
        }
    }

    @Override
    void releaseAll() {
        super.releaseAll();
        run.release();
        run = Unpooled.EMPTY_BUFFER;
    }

    /** A connection that breaks concerns its peer alone. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
