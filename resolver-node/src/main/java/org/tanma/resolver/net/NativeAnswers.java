// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.protocol.ProtocolAnswers;
import org.tanma.resolver.protocol.ProtocolPeer;
import org.tanma.resolver.resolve.QueryRoute;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResolutionQuery;

/**
 * Answers messages of the Handle protocol, however they came.
 *
 * <p>Plain resolutions are read in place; all else goes through the readable codec. A message whose envelope can be read
 * is always answered, unless it is itself an answer: two servers would go on telling each other of errors for ever.
 * Blocks on the store. Safe between threads, except that each call has a view of its own.
 */
final class NativeAnswers {
    /** Most octets of an answer, without envelope, where the way back does not limit it. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String BY_TCP = " is not answered by UDP: ask again over TCP";

    private final ResolutionPipeline pipeline;
    private final NodeSite site;
    private final ProtocolAnswers protocol;
    private final AnswerWriter writer;

    /**
     * @param protocol answers what needs more than a look-up
     */
    NativeAnswers(ResolutionPipeline pipeline, NodeSite site, ProtocolAnswers protocol) {
        this.pipeline = pipeline;
        this.site = site;
        this.protocol = protocol;
        this.writer = new AnswerWriter(site.record().serial());
    }

    /** True when the answer to this request may come from another resolver. */
    boolean mayAskOthers(ResolutionRequestView view) {
        return pipeline.asksOthers() && new OpFlags(view.flags()).has(OpFlags.RECURSIVE);
    }

    /**
     * Appends the answer to a datagram to {@code out}, or nothing when there is nobody to answer. Datagrams say nothing of
     * who sent them, so all but look-ups for the public is sent to TCP.
     *
     * @param request one message, envelope first, from the buffer's position to its limit
     * @param most octets that the answer may have without its envelope; a longer one becomes an error that sends the
     *     asker to TCP
     */
    void answer(ByteBuffer request, ResolutionRequestView view, int most, ByteBuf out) {
        if (view.wrap(request) && isPlain(request)) {
            Resolution resolution = pipeline.resolve(toQuery(view).along(route(request)));
            if (resolution.responseCode().equals(ResponseCode.AUTHENTICATION_NEEDED)) {
                writer.writeError(out, request, ResponseCode.ERROR, resolution.message() + BY_TCP);
            } else {
                write(request, resolution, most, out);
            }
        } else if (isAnswerable(request)) {
            answerReadably(request, most, out);
        }
    }

    /** Appends the answer to a plain question; false, with nothing appended, when the asker has to show a key. */
    boolean answerPublic(ByteBuffer request, ResolutionRequestView view, int most, ByteBuf out) {
        Resolution resolution = pipeline.resolve(toQuery(view).along(route(request)));
        if (resolution.responseCode().equals(ResponseCode.AUTHENTICATION_NEEDED)) {
            return false;
        }
        write(request, resolution, most, out);
        return true;
    }

    /**
     * Appends one message of the answer to a request of a connection, or nothing when there is nobody to answer; true when
     * it is the whole answer or the last of it. Else it is called again with the same request.
     */
    boolean answer(ByteBuffer request, ResolutionRequestView view, ProtocolPeer peer, ByteBuf out) {
        if (view.wrap(request) && isPlain(request)) {
            Resolution resolution = pipeline.resolve(toQuery(view).along(route(request)));
            if (!resolution.responseCode().equals(ResponseCode.AUTHENTICATION_NEEDED)) {
                write(request, resolution, UNLIMITED, out);
                return true;
            }
        } else if (!isAnswerable(request) && !isEncrypted(request)) {
            return true;
        }
        try {
            ProtocolAnswers.Reply reply = protocol.answer(request, peer);
            out.writeBytes(reply.octets());
            return reply.isLast();
        } catch (WireFormatException e) {
            writer.writeError(out, request, e.reason().responseCode(), String.valueOf(e.getMessage()));
            return true;
        }
    }

    /** True when there is no telling yet whether this is a request or an answer. */
    private static boolean isEncrypted(ByteBuffer request) {
        return request.remaining() >= WireLayout.ENVELOPE_OCTETS
                && (request.get(request.position() + WireLayout.MESSAGE_FLAGS) & WireLayout.FLAG_ENCRYPTED) != 0;
    }

    /** True for a request outside any session, whose answer need not be signed. */
    private static boolean isPlain(ByteBuffer request) {
        int at = request.position();
        return request.getInt(at + WireLayout.SESSION_ID) == 0
                && (request.getInt(at + WireLayout.OP_FLAGS) & OpFlags.CERTIFIED) == 0;
    }

    /** Appends an error in answer to a request, or nothing when there is nobody to answer. */
    void refuse(ByteBuffer request, ResponseCode code, String message, ByteBuf out) {
        if (isAnswerable(request)) {
            writer.writeError(out, request, code, message);
        }
    }

    private static boolean isAnswerable(ByteBuffer request) {
        return request.remaining() >= WireLayout.ENVELOPE_OCTETS
                && (request.remaining() < WireLayout.RESPONSE_CODE + Integer.BYTES
                        || request.getInt(request.position() + WireLayout.RESPONSE_CODE) == 0);
    }

    private void answerReadably(ByteBuffer request, int most, ByteBuf out) {
        try {
            HandleMessage message = HandleMessageCodec.decode(request);
            OpCode operation = message.header().opCode();
            boolean isPlain = isPlain(request);
            if (isPlain && operation.equals(OpCode.GET_SITE_INFO) && AnswerWriter.siteOctets(site) <= most) {
                writer.writeSite(out, request, site.encoded());
            } else if (isPlain && message.body() instanceof ResolutionRequest asked) {
                ResolutionQuery query = toQuery(asked, message.header().flags());
                write(request, pipeline.resolve(query.along(route(request))), most, out);
            } else {
                writer.writeError(out, request, ResponseCode.ERROR, "'" + operation + "'" + BY_TCP);
            }
        } catch (WireFormatException e) {
            writer.writeError(out, request, e.reason().responseCode(), String.valueOf(e.getMessage()));
        }
    }

    private void write(ByteBuffer request, Resolution resolution, int most, ByteBuf out) {
        if (resolution instanceof Resolution.Referral referral) {
            writer.writeReferral(out, request, referral, most);
            return;
        }
        if (!(resolution instanceof Resolution.Found found)) {
            writer.writeError(out, request, resolution.responseCode(), resolution.message());
            return;
        }
        int octets = AnswerWriter.messageOctets(request, found);
        if (octets > most) {
            writer.writeError(
                    out,
                    request,
                    ResponseCode.ERROR,
                    "the answer has " + octets + " octets; at most " + most + " are sent by UDP: ask again over TCP");
        } else {
            writer.writeFound(out, request, found);
        }
    }

    /** How a request, whose header is whole, came here. */
    private static QueryRoute route(ByteBuffer request) {
        int at = request.position();
        OpFlags flags = new OpFlags(request.getInt(at + WireLayout.OP_FLAGS));
        return new QueryRoute(
                !flags.has(OpFlags.DO_NOT_REFER),
                flags.has(OpFlags.RECURSIVE),
                Byte.toUnsignedInt(request.get(at + WireLayout.RECURSION_COUNT)),
                Short.toUnsignedInt(request.getShort(at + WireLayout.SITE_INFO_SERIAL)));
    }

    /** The question of a request that was read in place. */
    static ResolutionQuery toQuery(ResolutionRequestView view) {
        List<Integer> indexes = List.of();
        if (view.indexCount() > 0) {
            indexes = new ArrayList<>(view.indexCount());
            for (int i = 0; i < view.indexCount(); i++) {
                indexes.add(view.index(i));
            }
        }
        List<String> types = List.of();
        if (view.typeCount() > 0) {
            types = new ArrayList<>(view.typeCount());
            for (int i = 0; i < view.typeCount(); i++) {
                types.add(new String(view.type(i), StandardCharsets.US_ASCII));
            }
        }
        boolean isPublicOnly = new OpFlags(view.flags()).has(OpFlags.PUBLIC_ONLY);
        return new ResolutionQuery(Octets.of(view.handle()), indexes, types, isPublicOnly);
    }

    /** The question of a request that the codec read. */
    static ResolutionQuery toQuery(ResolutionRequest asked, OpFlags flags) {
        byte[] handle = asked.handle().toString().getBytes(StandardCharsets.UTF_8);
        return new ResolutionQuery(Octets.of(handle), asked.indexes(), asked.types(), flags.has(OpFlags.PUBLIC_ONLY));
    }
}
