// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.protocol.ProtocolAnswers;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.MemoryHandleStore;

/** An answer given again is octet for octet the one that would be made anew. */
class CachedNativeAnswersProperties {
    private static final String PREFIX = RunningFaces.PREFIX;
    private static final long NOW = RunningFaces.NOW.getEpochSecond();
    private final MemoryHandleStore store = new MemoryHandleStore();
    private final EpochAnswerCache cache = EpochAnswerCache.of(new AnswerCacheConfig(
            AnswerCacheConfig.Place.OUTSIDE, 1 << 20, Duration.ofHours(1), Duration.ofMinutes(1)));
    private final ResolutionPipeline pipeline = new ResolutionPipeline(ResponsiblePrefixes.of(PREFIX), store);
    private final NodeSite site = NodeSite.of(InetAddress.getLoopbackAddress(), 2641, 8000, 7, Optional.empty());
    private final NativeAnswers plain = new NativeAnswers(
            pipeline,
            site,
            new ProtocolAnswers(
                    new ProtocolAnswers.Parts(
                            pipeline,
                            HandleAdministration.none(),
                            Authenticator.none(),
                            site.octets(),
                            site.record().serial(),
                            Optional.empty(),
                            false),
                    InstantSource.fixed(RunningFaces.NOW),
                    new SecureRandom()));
    private final CachedNativeAnswers cached =
            new CachedNativeAnswers(plain, null, cache, InstantSource.fixed(RunningFaces.NOW));
    private final NativeQuestion question = new NativeQuestion();

    CachedNativeAnswersProperties() {
        store.subscribe(cache);
        put("some", value(1, "URL", Ttl.DEFAULT, ValuePermissions.PUBLIC), hidden(2, "HS_SECKEY"));
        put("other", value(5, "EMAIL", new Ttl(false, 5), ValuePermissions.PUBLIC));
        put("hidden", hidden(3, "HS_SECKEY"));
        put("over", value(5, "EMAIL", new Ttl(true, NOW - 1), ValuePermissions.PUBLIC));
    }

    private static HandleValue hidden(int index, String type) {
        return value(index, type, Ttl.DEFAULT, new ValuePermissions(true, true, false, false));
    }

    private static HandleValue value(int index, String type, Ttl ttl, ValuePermissions permissions) {
        return new HandleValue(index, type, "x".repeat(20).getBytes(), ttl, permissions, 0, List.of());
    }

    private void put(String suffix, HandleValue... values) {
        store.createOrReplace(new HandleRecord(HandleName.parse(PREFIX + "/" + suffix), List.of(values)));
    }

    /** Two headers, and a body that both requests share. */
    record Pair(byte[] first, byte[] second) {}

    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<String> handles = Arbitraries.of(
                PREFIX + "/some", PREFIX + "/SOME", PREFIX + "/other", PREFIX + "/none", PREFIX + "/hidden", "10/x");
        Arbitrary<List<Integer>> indexes = Arbitraries.of(List.of(), List.of(1), List.of(2), List.of(3, 1));
        Arbitrary<List<String>> types = Arbitraries.of(List.of(), List.of("URL"), List.of("HS_SECKEY"), List.of("HS."));
        return Combinators.combine(handles, indexes, types, headers(), headers())
                .as((handle, index, type, one, other) ->
                        new Pair(request(handle, index, type, one), request(handle, index, type, other)));
    }

    private static Arbitrary<int[]> headers() {
        int[] flags = {
            0,
            OpFlags.PUBLIC_ONLY,
            OpFlags.KEEP_ALIVE,
            OpFlags.RECURSIVE,
            OpFlags.DO_NOT_REFER,
            OpFlags.RETURN_DIGEST,
            OpFlags.CERTIFIED,
            OpFlags.AUTHORITATIVE,
            OpFlags.CACHE_CERTIFIED,
            OpFlags.TRUSTED_QUERY,
            OpFlags.TRUSTED_RESULT
        };
        Arbitrary<Integer> flag = Arbitraries.integers().between(0, flags.length - 1);
        return Combinators.combine(
                        flag,
                        flag,
                        Arbitraries.integers(),
                        Arbitraries.of(0, 0, 0, 9),
                        Arbitraries.integers().between(2, 3),
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers())
                .as((one, two, request, session, major, minor, expiry) ->
                        new int[] {flags[one] | flags[two], request, session, major, minor, expiry});
    }

    private static byte[] request(String handle, List<Integer> indexes, List<String> types, int[] header) {
        try {
            byte[] request = HandleMessageCodec.encode(HandleMessage.of(
                    MessageEnvelope.of(header[1]),
                    MessageHeader.request(OpCode.RESOLUTION, new OpFlags(header[0])),
                    new ResolutionRequest(HandleName.parse(handle), indexes, types)));
            ByteBuffer.wrap(request)
                    .putInt(WireLayout.SESSION_ID, header[2])
                    .put(WireLayout.MAJOR_VERSION, (byte) header[3])
                    .put(WireLayout.MINOR_VERSION, (byte) header[4])
                    .put(WireLayout.RECURSION_COUNT, (byte) (header[4] % 11))
                    .putInt(WireLayout.EXPIRATION_TIME, header[5]);
            return request;
        } catch (WireFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] anew(byte[] request) {
        ByteBuf out = Unpooled.buffer();
        plain.answer(ByteBuffer.wrap(request), new ResolutionRequestView(), NativeAnswers.UNLIMITED, out);
        return octets(out);
    }

    private byte[] kept(byte[] request) {
        ByteBuf out = Unpooled.buffer();
        cached.answer(Unpooled.wrappedBuffer(request), NativeAnswers.UNLIMITED, out);
        return octets(out);
    }

    private byte[] again(byte[] request) {
        return again(request, NativeAnswers.UNLIMITED);
    }

    /** Nothing when it was not kept, or is too long. */
    private byte[] again(byte[] request, int most) {
        ByteBuf out = Unpooled.buffer();
        if (question.read(Unpooled.wrappedBuffer(request), 0, request.length)) {
            assertThat(cached.answerAgain(question, most, out)).isEqualTo(out.isReadable());
        }
        return octets(out);
    }

    private static byte[] octets(ByteBuf out) {
        byte[] octets = new byte[out.readableBytes()];
        out.readBytes(octets);
        return octets;
    }

    @Property(tries = 2_000)
    void answers_givenAgain_areTheOnesMadeAnew(@ForAll("pairs") Pair pair) {
        assertThat(kept(pair.first())).isEqualTo(anew(pair.first()));
        byte[] again = again(pair.second());
        if (again.length > 0) {
            assertThat(again).isEqualTo(anew(pair.second()));
        }
    }

    @Property
    void handleHash_isThatOfTheHandleName(@ForAll("pairs") Pair pair) throws WireFormatException {
        HandleMessage message = HandleMessageCodec.decode(ByteBuffer.wrap(pair.first()));
        if (question.read(Unpooled.wrappedBuffer(pair.first()), 0, pair.first().length)) {
            assertThat(question.handleHash())
                    .isEqualTo(((ResolutionRequest) message.body()).handle().hashCode());
        }
    }

    private static byte[] ask(String suffix, int flags, int session) {
        return request(PREFIX + "/" + suffix, List.of(), List.of(), new int[] {flags, 1, session, 2, 11, 0});
    }

    private boolean isKept(String suffix, int flags, int session) {
        byte[] request = ask(suffix, flags, session);
        kept(request);
        return again(request).length > 0;
    }

    @Test
    void kept_areAnswersWithValuesAndThatThereIsNone() {
        assertThat(isKept("some", OpFlags.PUBLIC_ONLY, 0)).isTrue();
        assertThat(isKept("SOME", OpFlags.PUBLIC_ONLY | OpFlags.KEEP_ALIVE, 0)).isTrue();
        assertThat(isKept("none", OpFlags.PUBLIC_ONLY, 0)).isTrue();
        assertThat(isKept("hidden", OpFlags.PUBLIC_ONLY, 0)).isTrue();
    }

    @Test
    void notKept_areRefusalsSignedDigestedAndSessionAnswersAndWhatHasExpired() {
        assertThat(isKept("hidden", 0, 0)).isFalse();
        assertThat(isKept("some", OpFlags.CERTIFIED, 0)).isFalse();
        assertThat(isKept("some", OpFlags.RETURN_DIGEST, 0)).isFalse();
        assertThat(isKept("some", OpFlags.AUTHORITATIVE, 0)).isFalse();
        assertThat(isKept("some", 0, 1)).isFalse();
        assertThat(isKept("over", 0, 0)).isFalse();
        byte[] foreign = request("10/x", List.of(), List.of(), new int[] {0, 1, 0, 2, 11, 0});
        kept(foreign);
        assertThat(again(foreign)).isEmpty();
    }

    @Test
    void questionsThatDiffer_haveAnswersOfTheirOwn() {
        assertThat(isKept("some", OpFlags.PUBLIC_ONLY, 0)).isTrue();
        assertThat(again(ask("other", OpFlags.PUBLIC_ONLY, 0))).isEmpty();
        assertThat(again(ask("some", 0, 0))).isEmpty();
        assertThat(again(ask("Some", OpFlags.PUBLIC_ONLY, 0))).isEmpty();
    }

    @Test
    void answerLongerThanAllowed_isNotFound() {
        byte[] request = ask("some", OpFlags.PUBLIC_ONLY, 0);
        int octets = kept(request).length - WireLayout.ENVELOPE_OCTETS;
        assertThat(again(request, octets)).isNotEmpty();
        assertThat(again(request, octets - 1)).isEmpty();
    }

    @Test
    void longestQuestion_isReadAndOneOctetMoreIsNot() {
        int overhead = ask("", 0, 0).length;
        byte[] longest = ask("x".repeat(NativeQuestion.MOST_OCTETS - overhead), 0, 0);
        assertThat(question.read(Unpooled.wrappedBuffer(longest), 0, longest.length))
                .isTrue();
        byte[] longer = ask("x".repeat(NativeQuestion.MOST_OCTETS - overhead + 1), 0, 0);
        assertThat(question.read(Unpooled.wrappedBuffer(longer), 0, longer.length))
                .isFalse();
    }

    @Test
    void write_makesTheNextAnswerANewOne() {
        byte[] request = ask("other", OpFlags.PUBLIC_ONLY, 0);
        kept(request);
        put("other", value(6, "EMAIL", Ttl.DEFAULT, ValuePermissions.PUBLIC));
        assertThat(again(request)).isEmpty();
        assertThat(kept(request)).isEqualTo(anew(request));
        assertThat(again(request)).isEqualTo(anew(request));
    }
}
