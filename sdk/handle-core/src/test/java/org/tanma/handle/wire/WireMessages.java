// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.SiteRecord.HashOption;
import org.tanma.handle.wire.SiteRecord.SiteAttribute;

/** Messages made up for the tests of this package. */
final class WireMessages {
    static final HandleName KILN = HandleName.parse("20.500.12345/KILN-1");

    private WireMessages() {}

    static HandleMessage request(MessageBody body, OpCode opCode) {
        return HandleMessage.of(MessageEnvelope.of(0x1234_5678), MessageHeader.request(opCode, OpFlags.NONE), body);
    }

    static HandleMessage answer(MessageBody body, OpCode opCode, ResponseCode outcome) {
        return request(RawBody.EMPTY, opCode).toAnswer(outcome, 3, body);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMaxLength(30)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    static Arbitrary<HandleName> handles() {
        return Arbitraries.strings()
                .withChars("aZ09.-/_ 碳é")
                .ofMaxLength(40)
                .map(suffix -> HandleName.parse("20.500.12345/" + suffix));
    }

    static Arbitrary<ValueReference> references() {
        return Combinators.combine(texts(), Arbitraries.integers().between(0, Integer.MAX_VALUE))
                .as(ValueReference::new);
    }

    static Arbitrary<HandleValue> values() {
        Arbitrary<Long> unsigned = Arbitraries.longs().between(0, 0xFFFF_FFFFL);
        return Combinators.combine(
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        texts(),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(200),
                        Combinators.combine(Arbitraries.of(true, false), unsigned)
                                .as(Ttl::new),
                        Arbitraries.integers().between(0, 15).map(ValuePermissions::fromBits),
                        unsigned,
                        references().list().ofMaxSize(3))
                .as(HandleValue::new);
    }

    static Arbitrary<Octets> octets(int most) {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(most).map(Octets::of);
    }

    static Arbitrary<SiteRecord> sites() {
        Arbitrary<SiteInterface> interfaces = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 65_535))
                .as(SiteInterface::new);
        Arbitrary<SiteServer> servers = Combinators.combine(
                        Arbitraries.integers(),
                        Arbitraries.bytes().array(byte[].class).ofSize(16).map(Octets::of),
                        octets(60),
                        interfaces.list().ofMaxSize(4))
                .as(SiteServer::new);
        Arbitrary<List<SiteAttribute>> attributes = Combinators.combine(texts(), texts())
                .as(SiteAttribute::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 65_535),
                        flag,
                        flag,
                        Arbitraries.of(HashOption.class),
                        octets(20),
                        attributes,
                        servers.list().ofMaxSize(3))
                .as((serial, primary, multi, hash, filter, said, all) ->
                        new SiteRecord(1, 2, 11, serial, primary, multi, hash, filter, said, all));
    }

    /** Requests and answers of the operations that change handles, verify keys and set up sessions. */
    private static Arbitrary<HandleMessage> operations(Arbitrary<List<Integer>> indexes) {
        Arbitrary<List<HandleValue>> values = values().list().ofMaxSize(4);
        Arbitrary<Integer> index = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        Arbitrary<Octets> nonces = Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(Challenge.NONCE_OCTETS)
                .map(Octets::of);
        Arbitrary<HandleMessage> changes = Combinators.combine(
                        handles(), values, Arbitraries.of(OpCode.CREATE_HANDLE, OpCode.ADD_VALUE, OpCode.MODIFY_VALUE))
                .as((name, some, operation) -> request(new RecordRequest(name, some), operation));
        Arbitrary<HandleMessage> removals = Combinators.combine(handles(), indexes)
                .as((name, some) -> request(new RemovalRequest(name, some), OpCode.REMOVE_VALUE));
        Arbitrary<HandleMessage> lists = handles()
                .list()
                .ofMaxSize(5)
                .map(HandleList::new)
                .map(list -> answer(list, OpCode.LIST_HANDLES, ResponseCode.SUCCESS));
        Arbitrary<HandleMessage> proofs = Combinators.combine(texts(), handles(), index, octets(60))
                .as(ChallengeAnswer::new)
                .map(body -> request(body, OpCode.RESPONSE_TO_CHALLENGE));
        Arbitrary<HandleMessage> verifications = Combinators.combine(handles(), index, nonces, octets(32), octets(60))
                .as(VerifyRequest::new)
                .map(body -> request(body, OpCode.VERIFY_CHALLENGE));
        Arbitrary<HandleMessage> sessions = Combinators.combine(
                        Arbitraries.integers().between(1, 4), texts(), index, octets(60), texts(), index)
                .as((mode, identity, at, key, handle, keyIndex) -> new SessionSetupRequest(
                        mode,
                        at,
                        identity,
                        at,
                        mode == 1 || mode == 4 ? key : Octets.EMPTY,
                        mode == 3 ? handle : "",
                        mode == 3 ? keyIndex : 0,
                        0))
                .map(body -> request(body, OpCode.SESSION_SETUP));
        Arbitrary<HandleMessage> referrals = Combinators.combine(texts(), values)
                .as(Referral::new)
                .map(body -> answer(body, OpCode.RESOLUTION, ResponseCode.SERVICE_REFERRAL));
        return Arbitraries.oneOf(
                changes,
                removals,
                lists,
                proofs,
                verifications,
                sessions,
                referrals,
                handles().map(name -> request(new HandleRequest(name), OpCode.HOME_PREFIX)),
                handles().map(name -> answer(new CreatedResponse(name), OpCode.CREATE_HANDLE, ResponseCode.SUCCESS)),
                octets(60).map(key -> request(new SessionKeyRequest(key), OpCode.SESSION_EXCHANGE_KEY)),
                Combinators.combine(handles(), index)
                        .as((name, at) -> request(new LoginRequest(name, at), OpCode.LOGIN_BY_KEY)),
                Combinators.combine(texts(), indexes, texts())
                        .as((user, at, word) ->
                                request(new PasswordLoginRequest(user, at, word), OpCode.LOGIN_BY_PASSWORD)));
    }

    static Arbitrary<HandleMessage> messages() {
        Arbitrary<List<Integer>> indexes =
                Arbitraries.integers().between(0, Integer.MAX_VALUE).list().ofMaxSize(5);
        Arbitrary<MessageBody> resolutions = Combinators.combine(
                        handles(), indexes, texts().list().ofMaxSize(4))
                .as(ResolutionRequest::new);
        Arbitrary<MessageBody> errors = Combinators.combine(texts(), indexes).as(ErrorResponse::new);
        Arbitrary<HandleMessage> bodies = Arbitraries.oneOf(
                resolutions.map(body -> request(body, OpCode.RESOLUTION)),
                texts().map(handle -> request(new SiteInfoRequest(handle), OpCode.GET_SITE_INFO)),
                octets(300).map(octets -> request(new RawBody(octets), new OpCode(1_000))),
                operations(indexes),
                Combinators.combine(handles(), values().list().ofMaxSize(6))
                        .as(ResolutionResponse::new)
                        .map(body -> answer(body, OpCode.RESOLUTION, ResponseCode.SUCCESS)),
                sites().map(site -> answer(new SiteInfoResponse(site), OpCode.GET_SITE_INFO, ResponseCode.SUCCESS)),
                errors.map(error -> answer(error, OpCode.RESOLUTION, ResponseCode.HANDLE_NOT_FOUND)),
                errors.map(error -> answer(error, new OpCode(2999), ResponseCode.NOT_SUPPORTED)));
        return Combinators.combine(bodies, octets(20))
                .as((message, credential) -> new HandleMessage(
                        message.envelope(), message.header(), message.requestDigest(), message.body(), credential));
    }
}
