// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.HandleRequest;
import org.tanma.handle.wire.LoginRequest;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.PasswordLoginRequest;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SessionKeyRequest;
import org.tanma.handle.wire.SessionSetupRequest;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.access.Authentication;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.admin.ListOutcome;
import org.tanma.resolver.resolve.ResolutionPipeline;

/**
 * Answers requests that need more than a look-up, over connections.
 *
 * <p>A request is taken for the caller of its session, or for who logged in on its connection, else for the public. What
 * the public may not do is answered with a challenge, and done once the challenge is answered, from whatever connection.
 * A list comes in several messages, one a call. Everything kept of peers is bounded. Blocks; safe between threads, one
 * call at a time for each peer. Source: RFC 3652 sections 2.2 and 3.5 to 3.7.
 */
public final class ProtocolAnswers {
    private final Operations operations;
    private final Authenticator authenticator;
    private final PendingChallenges challenges;
    private final ProtocolSessions sessions;
    private final SessionSetup setup;
    private final Logins logins;
    private final @Nullable PrivateKey siteKey;
    private final int siteSerial;
    private final SecureRandom random;

    /**
     * What the answers are made of.
     *
     * @param isPlainAdministration passwords are also taken over connections that are not encrypted
     */
    public record Parts(
            ResolutionPipeline pipeline,
            HandleAdministration administration,
            Authenticator authenticator,
            Octets site,
            int siteSerial,
            Optional<PrivateKey> siteKey,
            boolean isPlainAdministration) {}

    /** One message of an answer; more of it come when it is not the last. */
    public record Reply(byte[] octets, boolean isLast) {}

    public ProtocolAnswers(Parts parts, InstantSource clock, SecureRandom random) {
        this.operations = new Operations(parts.pipeline(), parts.administration(), parts.authenticator(), parts.site());
        this.authenticator = parts.authenticator();
        this.challenges = new PendingChallenges(clock, random);
        this.sessions = new ProtocolSessions(clock, random);
        this.setup = new SessionSetup(sessions, authenticator, clock, random);
        this.logins = new Logins(authenticator, parts.isPlainAdministration());
        this.siteKey = parts.siteKey().orElse(null);
        this.siteSerial = parts.siteSerial();
        this.random = random;
    }

    /**
     * The next message in answer to a request; called again with the same request until it is the last.
     *
     * @param request one message, envelope first, from the buffer's position to its limit
     */
    public Reply answer(ByteBuffer request, ProtocolPeer peer) throws WireFormatException {
        Listing listing = peer.listing();
        if (listing != null) {
            return list(listing.frame(), listing.caller(), listing.prefix(), Optional.of(listing.after()), peer);
        }
        MessageEnvelope envelope = HandleMessageCodec.decodeEnvelope(request);
        ProtocolSession session = sessions.find(envelope.sessionId()).orElse(null);
        ByteBuffer clear = request;
        if (envelope.isEncrypted()) {
            session = session == null ? setup.begin(envelope, request).orElse(null) : session;
            if (session == null) {
                return lost(envelope, ResponseCode.SESSION_TIMEOUT, "the message is of a session that is not known");
            }
            try {
                clear = SessionMessage.decrypt(session.cipher(), envelope, request);
            } catch (GeneralSecurityException e) {
                return lost(envelope, ResponseCode.INVALID_SESSION_KEY, "the message cannot be decrypted");
            }
        }
        HandleMessage message = HandleMessageCodec.decode(clear);
        Optional<RequestDigest> digest = message.header().flags().has(OpFlags.RETURN_DIGEST)
                ? Optional.of(RequestDigest.ofRequest(DigestAlgorithm.SHA_256, clear))
                : Optional.empty();
        AnswerFrame frame = new AnswerFrame(envelope, message.header(), digest, null, 0, siteKey, siteSerial, random);
        boolean isOfSession = envelope.sessionId() != 0 && message.credential().length() > 0;
        if (session == null && isOfSession) {
            session = setup.begin(envelope, request).orElse(null);
        }
        if (session == null) {
            return isOfSession
                    ? whole(frame, Outcome.refused(ResponseCode.SESSION_TIMEOUT, "there is no such session"))
                    : withoutSession(message, clear, frame, peer);
        }
        return inSession(session, message, clear, frame, peer);
    }

    /** Sessions that are kept. */
    public int openSessions() {
        return sessions.size();
    }

    /** Challenges that were given and not answered yet. */
    public int pendingChallenges() {
        return challenges.size();
    }

    private Reply lost(MessageEnvelope envelope, ResponseCode code, String text) {
        AnswerFrame frame = new AnswerFrame(
                envelope,
                org.tanma.handle.wire.MessageHeader.request(OpCode.SESSION_SETUP, OpFlags.NONE),
                Optional.empty(),
                null,
                0,
                siteKey,
                siteSerial,
                random);
        return whole(frame, Outcome.refused(code, text));
    }

    private Reply inSession(
            ProtocolSession session, HandleMessage message, ByteBuffer clear, AnswerFrame plain, ProtocolPeer peer)
            throws WireFormatException {
        if (message.credential().length() == 0 && message.body() instanceof ChallengeAnswer answer) {
            // Its proof vouches for it; the client in use sends it without a code.
            return answered(session, answer, message.envelope().requestId(), plain.inSession(session, 0), peer);
        }
        if (message.credential().length() == 0) {
            return whole(
                    plain,
                    Outcome.refused(
                            ResponseCode.SESSION_FAILED, "messages of a session carry a code made with its key"));
        }
        MessageCredential credential = MessageCredential.decode(message.credential());
        if (!SessionMessage.isCode(credential, session.key(), message, clear)) {
            return whole(
                    plain,
                    Outcome.refused(ResponseCode.INVALID_CREDENTIAL, "the code was not made with the session's key"));
        }
        AnswerFrame frame = plain.inSession(session, credential.sessionCounter());
        if (!session.window().accept(credential.sessionCounter())) {
            return whole(
                    frame,
                    Outcome.refused(
                            ResponseCode.SESSION_MESSAGE_REJECTED, "a message with this counter was seen before"));
        }
        if (message.header().opCode().equals(OpCode.SESSION_TERMINATE)) {
            sessions.end(session.id());
            return whole(frame, Outcome.DONE);
        }
        if (message.body() instanceof ChallengeAnswer answer) {
            return answered(session, answer, message.envelope().requestId(), frame, peer);
        }
        if (message.body() instanceof PasswordLoginRequest login) {
            Logins.Result result = logins.verify(login, frame.request().isEncrypted());
            if (!result.caller().isPublic()) {
                sessions.authenticate(session, result.caller());
            }
            return whole(frame, result.outcome());
        }
        return perform(message, clear, frame, session.caller(), peer);
    }

    private Reply answered(
            ProtocolSession session, ChallengeAnswer answer, int requestId, AnswerFrame frame, ProtocolPeer peer) {
        return challengeAnswered(answer, session.takeChallenge(requestId).orElse(0), frame, peer);
    }

    private Reply withoutSession(HandleMessage message, ByteBuffer clear, AnswerFrame frame, ProtocolPeer peer) {
        if (message.header().opCode().equals(OpCode.SESSION_TERMINATE)) {
            return whole(frame, Outcome.refused(ResponseCode.SESSION_TIMEOUT, "there is no such session"));
        }
        int sessionId = message.envelope().sessionId();
        if (message.body() instanceof ChallengeAnswer answer) {
            return challengeAnswered(answer, sessionId, frame, peer);
        }
        if (message.body() instanceof SessionKeyRequest sent) {
            return whole(frame, frame.version().isSecond() ? setup.exchange(sessionId, sent) : NOT_IN_3);
        }
        boolean isLogin = message.body() instanceof LoginRequest || message.body() instanceof PasswordLoginRequest;
        if (isLogin && !peer.caller(sessionId).isPublic()) {
            return whole(frame, Logins.ALREADY);
        }
        if (message.body() instanceof PasswordLoginRequest login) {
            Logins.Result result = logins.verify(login, peer.isNear());
            peer.logIn(sessionId, result.caller());
            return whole(frame, result.outcome());
        }
        if (message.body() instanceof LoginRequest) {
            Challenge challenge = challenge(clear);
            peer.await(new ProtocolPeer.PendingLogin(sessionId, challenge));
            return new Reply(
                    frame.encode(ResponseCode.AUTHENTICATION_NEEDED, challenge, false, sessionId, Optional.empty()),
                    true);
        }
        return perform(message, clear, frame, peer.caller(sessionId), peer);
    }

    private Reply challengeAnswered(ChallengeAnswer answer, int sessionId, AnswerFrame frame, ProtocolPeer peer) {
        PendingChallenges.Pending pending = challenges.take(sessionId).orElse(null);
        if (pending != null) {
            Authentication result = authenticator.verifyAnswer(pending.challenge(), answer);
            AnswerFrame original = frame.answering(pending.request().header());
            if (result instanceof Authentication.Rejected rejected) {
                return whole(original, Outcome.refused(rejected.code(), rejected.message()));
            }
            Caller caller = ((Authentication.Verified) result).caller();
            if (frame.session() != null) {
                sessions.authenticate(frame.session(), caller);
            }
            return performed(pending.request(), original, caller, peer);
        }
        ProtocolPeer.PendingLogin login = peer.takePendingLogin(sessionId);
        if (login == null) {
            return whole(
                    frame,
                    Outcome.refused(
                            ResponseCode.AUTHENTICATION_TIMEOUT,
                            "no challenge waits for this answer; send the request again"));
        }
        Authentication result = authenticator.verifyAnswer(login.challenge(), answer);
        if (result instanceof Authentication.Rejected rejected) {
            return whole(frame, Outcome.refused(rejected.code(), rejected.message()));
        }
        peer.logIn(sessionId, ((Authentication.Verified) result).caller());
        return whole(frame, Outcome.DONE);
    }

    private Reply perform(
            HandleMessage message, ByteBuffer clear, AnswerFrame frame, Caller caller, ProtocolPeer peer) {
        Reply reply = performed(message, frame, caller, peer);
        if (reply != NEEDS_KEY) {
            return reply;
        }
        // Clients of the Chinese system choose session ids, and answer no challenge but that to their log-in.
        boolean isForLogin = frame.session() == null
                && frame.request().sessionId() != 0
                && frame.version().isSecond();
        return isForLogin ? whole(frame, LOGIN_FIRST) : challenged(message, clear, frame);
    }

    private static final Outcome NOT_IN_3 =
            Outcome.refused(ResponseCode.NOT_SUPPORTED, "version 3.0 has no operation 402");

    private static final Outcome LOGIN_FIRST = Outcome.refused(
            ResponseCode.LOGIN_FIRST, "log in first under this session id, or ask outside a session for a challenge");

    /** In place of an answer: the caller has to show a key first. */
    private static final Reply NEEDS_KEY = new Reply(new byte[0], true);

    private Reply performed(HandleMessage message, AnswerFrame frame, Caller caller, ProtocolPeer peer) {
        if (message.body() instanceof SessionSetupRequest asked) {
            SessionSetup.Result result = setup.open(asked, frame.version());
            int id = result.sessionId() == 0 ? frame.request().sessionId() : result.sessionId();
            Outcome outcome = result.outcome();
            return new Reply(frame.encode(outcome.code(), outcome.body(), false, id, frame.digest()), true);
        }
        if (message.header().opCode().equals(OpCode.LIST_HANDLES) && message.body() instanceof HandleRequest about) {
            Optional<String> prefix = Operations.prefix(about.handle());
            return prefix.isPresent()
                    ? list(frame, caller, prefix.get(), Optional.empty(), peer)
                    : whole(
                            frame,
                            Outcome.refused(ResponseCode.INVALID_HANDLE, about.handle() + " is no prefix handle"));
        }
        Outcome outcome = operations.perform(message, caller);
        return outcome.needsKey() && caller.isPublic() ? NEEDS_KEY : whole(frame, outcome);
    }

    private Reply list(
            AnswerFrame frame,
            Caller caller,
            String prefix,
            Optional<org.tanma.handle.model.HandleName> after,
            ProtocolPeer peer) {
        peer.setListing(null);
        ListOutcome page = operations.page(caller, prefix, after);
        Outcome outcome = Operations.listed(page);
        if (outcome.needsKey() && caller.isPublic()) {
            return NEEDS_KEY;
        }
        if (page instanceof ListOutcome.Listed listed && !listed.isLast()) {
            var last = listed.names().get(listed.names().size() - 1);
            peer.setListing(new Listing(frame, caller, prefix, last));
            return new Reply(frame.encode(outcome.code(), outcome.body(), true), false);
        }
        return whole(frame, outcome);
    }

    private Reply challenged(HandleMessage message, ByteBuffer clear, AnswerFrame frame) {
        Challenge challenge = challenge(clear);
        int id = challenges.add(message, challenge, clear.remaining());
        ProtocolSession session = frame.session();
        if (session != null) {
            session.await(frame.request().requestId(), id);
            id = session.id();
        }
        return new Reply(
                frame.encode(ResponseCode.AUTHENTICATION_NEEDED, challenge, false, id, Optional.empty()), true);
    }

    private Challenge challenge(ByteBuffer clear) {
        byte[] nonce = new byte[Challenge.NONCE_OCTETS];
        random.nextBytes(nonce);
        try {
            return new Challenge(Octets.of(nonce), RequestDigest.ofRequest(DigestAlgorithm.SHA_256, clear));
        } catch (WireFormatException e) {
            throw new IllegalStateException("a request that was read has a digest", e);
        }
    }

    private static Reply whole(AnswerFrame frame, Outcome outcome) {
        return new Reply(frame.encode(outcome.code(), outcome.body(), false), true);
    }
}
