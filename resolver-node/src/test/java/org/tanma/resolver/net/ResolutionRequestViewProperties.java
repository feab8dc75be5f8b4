// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.resolve.ResolutionQuery;

/** The fast reader and the readable codec are one truth: on every message, whole or harmed, they say the same. */
class ResolutionRequestViewProperties {
    private final ResolutionRequestView view = new ResolutionRequestView();

    @Provide
    Arbitrary<byte[]> requests() {
        Arbitrary<HandleName> handles = Combinators.combine(
                        Arbitraries.strings()
                                .withChars("0123456789.")
                                .ofMinLength(1)
                                .ofMaxLength(12),
                        Arbitraries.strings()
                                .withCharRange('!', 'z')
                                .withChars("碳é")
                                .ofMaxLength(20))
                .as((prefix, suffix) -> HandleName.parse(prefix + "/" + suffix));
        Arbitrary<List<Integer>> indexes =
                Arbitraries.integers().between(0, Integer.MAX_VALUE).list().ofMaxSize(4);
        Arbitrary<List<String>> types = Arbitraries.strings()
                .withCharRange('.', 'Z')
                .withChars("类")
                .ofMaxLength(8)
                .list()
                .ofMaxSize(3);
        Arbitrary<byte[]> credentials = Arbitraries.bytes().array(byte[].class).ofMaxSize(6);
        return Combinators.combine(handles, indexes, types, Arbitraries.integers(), Arbitraries.integers(), credentials)
                .as(ResolutionRequestViewProperties::encode);
    }

    private static byte[] encode(
            HandleName handle, List<Integer> indexes, List<String> types, int flags, int requestId, byte[] credential) {
        try {
            HandleMessage message = HandleMessage.of(
                    MessageEnvelope.of(requestId),
                    MessageHeader.request(OpCode.RESOLUTION, new OpFlags(flags)),
                    new ResolutionRequest(handle, indexes, types));
            return HandleMessageCodec.encode(new HandleMessage(
                    message.envelope(),
                    message.header(),
                    message.requestDigest(),
                    message.body(),
                    Octets.of(credential)));
        } catch (WireFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property
    void wrap_anyRequest_readsWhatTheCodecReads(@ForAll("requests") byte[] request) throws WireFormatException {
        assertSame(request);
    }

    @Property(tries = 3_000)
    void wrap_requestWithOctetsChanged_acceptsWhatTheCodecAccepts(
            @ForAll("requests") byte[] request, @ForAll List<Integer> places, @ForAll List<Byte> octets) {
        byte[] harmed = request.clone();
        for (int i = 0; i < Math.min(3, Math.min(places.size(), octets.size())); i++) {
            harmed[Math.floorMod(places.get(i), harmed.length)] = octets.get(i);
        }
        assertSame(harmed);
    }

    @Property
    void wrap_requestCutOrContinued_acceptsWhatTheCodecAccepts(
            @ForAll("requests") byte[] request, @ForAll List<Byte> more) {
        for (int length = 0; length < request.length; length++) {
            assertSame(java.util.Arrays.copyOf(request, length));
        }
        assertSame(java.util.Arrays.copyOf(request, request.length + more.size()));
    }

    @Property
    void wrap_anyOctets_acceptsWhatTheCodecAccepts(@ForAll byte[] octets) {
        assertSame(octets);
    }

    /** Looks at the octets in a buffer that begins and ends elsewhere, as slices from the network do. */
    private void assertSame(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(octets.length + 7);
        buffer.position(3).put(octets).flip().position(3);
        boolean isAccepted = view.wrap(buffer);
        try {
            HandleMessage message = HandleMessageCodec.decode(ByteBuffer.wrap(octets));
            boolean isPlain = message.body() instanceof ResolutionRequest request
                    && request.types().stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
            assertThat(isAccepted).isEqualTo(isPlain);
            if (isAccepted) {
                ResolutionQuery expected = NativeAnswers.toQuery(
                        (ResolutionRequest) message.body(), message.header().flags());
                assertThat(NativeAnswers.toQuery(view)).isEqualTo(expected);
                assertThat(view.flags()).isEqualTo(message.header().flags().bits());
            }
        } catch (WireFormatException e) {
            assertThat(isAccepted)
                    .as(e.getMessage())
                    .isEqualTo(e.reason() == WireFormatException.Reason.INVALID_HANDLE && isAccepted);
        }
    }
}
