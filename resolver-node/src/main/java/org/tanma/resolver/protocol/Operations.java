// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.CreatedResponse;
import org.tanma.handle.wire.DigestAlgorithm;
import org.tanma.handle.wire.HandleList;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleRequest;
import org.tanma.handle.wire.MessageBody;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.RawBody;
import org.tanma.handle.wire.RecordRequest;
import org.tanma.handle.wire.RemovalRequest;
import org.tanma.handle.wire.RequestDigest;
import org.tanma.handle.wire.ResolutionRequest;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.VerifyRequest;
import org.tanma.handle.wire.VerifyResponse;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.handle.wire.WireWriter;
import org.tanma.resolver.access.Authentication;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.admin.AdminOutcome;
import org.tanma.resolver.admin.CreateOptions;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.admin.ListOutcome;
import org.tanma.resolver.resolve.QueryRoute;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResolutionQuery;
import org.tanma.resolver.store.EncodedValues;

/** Does what a request asks, for a caller who is known by now. Blocks; safe between threads. */
final class Operations {
    /** Handles in one message of a list. */
    static final int PAGE = 1_000;

    private static final String PREFIX_HANDLES = "0.NA";

    private final ResolutionPipeline pipeline;
    private final HandleAdministration administration;
    private final Authenticator authenticator;
    private final Octets site;

    Operations(
            ResolutionPipeline pipeline,
            HandleAdministration administration,
            Authenticator authenticator,
            Octets site) {
        this.pipeline = pipeline;
        this.administration = administration;
        this.authenticator = authenticator;
        this.site = site;
    }

    Outcome perform(HandleMessage request, Caller caller) {
        OpCode operation = request.header().opCode();
        MessageBody body = request.body();
        OpFlags flags = request.header().flags();
        if (operation.equals(OpCode.GET_SITE_INFO)) {
            return new Outcome(ResponseCode.SUCCESS, new RawBody(site));
        } else if (body instanceof ResolutionRequest asked) {
            return resolve(asked, request.header(), caller);
        } else if (body instanceof RecordRequest change) {
            return change(operation, change, flags, caller);
        } else if (body instanceof RemovalRequest removal) {
            return Outcome.of(administration.removeValues(caller, removal.handle(), removal.indexes()), RawBody.EMPTY);
        } else if (body instanceof HandleRequest about) {
            return whole(operation, about.handle(), caller);
        } else if (body instanceof VerifyRequest verify) {
            return verify(verify);
        }
        return Outcome.refused(ResponseCode.NOT_SUPPORTED, "the operation '" + operation + "' is not offered here");
    }

    private Outcome resolve(ResolutionRequest asked, MessageHeader header, Caller caller) {
        OpFlags flags = header.flags();
        QueryRoute route = new QueryRoute(
                !flags.has(OpFlags.DO_NOT_REFER),
                flags.has(OpFlags.RECURSIVE),
                header.recursionCount(),
                header.siteInfoSerial());
        byte[] handle = asked.handle().toString().getBytes(StandardCharsets.UTF_8);
        Resolution resolution = pipeline.resolve(
                new ResolutionQuery(Octets.of(handle), asked.indexes(), asked.types(), flags.has(OpFlags.PUBLIC_ONLY))
                        .along(route)
                        .by(caller));
        if (resolution instanceof Resolution.Referral referral) {
            return values(referral.responseCode(), referral.referral(), referral.values());
        }
        if (!(resolution instanceof Resolution.Found found)) {
            return Outcome.refused(resolution.responseCode(), resolution.message());
        }
        return values(ResponseCode.SUCCESS, found.name(), found.values());
    }

    private static Outcome values(ResponseCode code, HandleName name, EncodedValues encoded) {
        try {
            WireWriter out = new WireWriter(WireLimits.MESSAGE_OCTETS);
            out.writeHandle(name, "handle");
            out.writeInt(encoded.count(), "number of values");
            byte[] values = new byte[encoded.octetCount()];
            encoded.octets().duplicate().get(values);
            out.writeOctets(values, "values");
            return new Outcome(code, new RawBody(Octets.of(out.toArray())));
        } catch (WireFormatException e) {
            return Outcome.refused(ResponseCode.ERROR, "the values do not fit into one message: ask for some of them");
        }
    }

    private Outcome change(OpCode operation, RecordRequest change, OpFlags flags, Caller caller) {
        HandleName name = change.handle();
        if (operation.equals(OpCode.ADD_VALUE)) {
            boolean isOverwriting = flags.has(OpFlags.OVERWRITE);
            return Outcome.of(administration.addValues(caller, name, change.values(), isOverwriting), RawBody.EMPTY);
        }
        if (operation.equals(OpCode.MODIFY_VALUE)) {
            return Outcome.of(administration.modifyValues(caller, name, change.values()), RawBody.EMPTY);
        }
        HandleRecord record;
        try {
            record = new HandleRecord(name, change.values());
        } catch (IllegalArgumentException e) {
            return Outcome.refused(ResponseCode.INVALID_VALUE, String.valueOf(e.getMessage()));
        }
        CreateOptions options = new CreateOptions(flags.has(OpFlags.OVERWRITE), flags.has(OpFlags.MINT_SUFFIX));
        AdminOutcome outcome = administration.create(caller, record, options);
        HandleName created = outcome instanceof AdminOutcome.Done done ? done.name() : name;
        return Outcome.of(outcome, new CreatedResponse(created));
    }

    private Outcome whole(OpCode operation, HandleName name, Caller caller) {
        if (operation.equals(OpCode.DELETE_HANDLE)) {
            return Outcome.of(administration.delete(caller, name), RawBody.EMPTY);
        }
        if (operation.equals(OpCode.LIST_HOMED_PREFIXES)) {
            return listed(administration.listHomed(caller));
        }
        Optional<String> prefix = prefix(name);
        if (prefix.isEmpty()) {
            return Outcome.refused(ResponseCode.INVALID_HANDLE, name + " is no prefix handle: they begin with 0.NA/");
        }
        if (operation.equals(OpCode.HOME_PREFIX)) {
            return Outcome.of(administration.home(caller, prefix.get()), RawBody.EMPTY);
        }
        if (operation.equals(OpCode.UNHOME_PREFIX)) {
            return Outcome.of(administration.unhome(caller, prefix.get()), RawBody.EMPTY);
        }
        return Outcome.refused(ResponseCode.NOT_SUPPORTED, "the operation '" + operation + "' is not offered here");
    }

    /** The prefix that a prefix handle is about. */
    static Optional<String> prefix(HandleName name) {
        boolean isPrefixHandle = name.prefix().toUpperCase(Locale.ROOT).equals(PREFIX_HANDLES);
        return isPrefixHandle && !name.suffix().isEmpty() ? Optional.of(name.suffix()) : Optional.empty();
    }

    /** One page of a prefix's handles. */
    ListOutcome page(Caller caller, String prefix, Optional<HandleName> after) {
        return administration.list(caller, prefix, after, PAGE);
    }

    static Outcome listed(ListOutcome outcome) {
        if (outcome instanceof ListOutcome.Listed listed) {
            return new Outcome(ResponseCode.SUCCESS, new HandleList(listed.names()));
        }
        AdminOutcome.Refused refused = (AdminOutcome.Refused) outcome;
        return Outcome.refused(refused.responseCode(), refused.message(), refused.indexes());
    }

    /** Tells another server whether a proof by a secret key that lies here holds. */
    private Outcome verify(VerifyRequest asked) {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            if (algorithm.octets() == asked.requestDigest().length()) {
                Challenge challenge = new Challenge(asked.nonce(), new RequestDigest(algorithm, asked.requestDigest()));
                ChallengeAnswer answer = new ChallengeAnswer(
                        ChallengeProof.SECRET_KEY, asked.keyHandle(), asked.keyIndex(), asked.proof());
                Authentication result = authenticator.verifyAnswer(challenge, answer);
                if (result instanceof Authentication.Rejected rejected
                        && !rejected.code().equals(ResponseCode.AUTHENTICATION_FAILED)) {
                    return Outcome.refused(rejected.code(), rejected.message());
                }
                return new Outcome(ResponseCode.SUCCESS, new VerifyResponse(result instanceof Authentication.Verified));
            }
        }
        return Outcome.refused(ResponseCode.PROTOCOL_ERROR, "the digest is of no known length");
    }
}
