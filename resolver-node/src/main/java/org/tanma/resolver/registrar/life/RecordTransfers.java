// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.resolver.index.RecordMarks;
import org.tanma.resolver.registrar.Ownership;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordOwners;
import org.tanma.resolver.registrar.account.Permission;
import org.tanma.resolver.registrar.account.Permissions;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.registrar.life.RecordLife.Held;
import org.tanma.resolver.registrar.life.TransferOffer.State;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.resolver.type.PredefinedType;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.Violation;

/**
 * Gives records of one enterprise to another: offered by the one, accepted by the other; or by the operator at once.
 *
 * <p>The handle stays. The record gets an {@code OWNER} value, the other's prefix handle as its only administrator, and,
 * where its template has the item, the other's enterprise as its enterprise. All records of an offer change hands together
 * or none does; what was private of them before stays with whom it belonged to, in the history. Safe between threads.
 */
public final class RecordTransfers {
    /** Most records of one offer. */
    public static final int MAX_HANDLES = 1_000;
    /** How long an offer may stand. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private final RecordLife life;
    private final TransferOfferStore offers;
    private final RecordValidator validator;
    private final RecordMapper mapper;
    private final RecordDirectory directory;
    private final Quotas quotas;
    private final LifeWriter writer;
    private final Function<String, Optional<HandleName>> enterprises;
    private final Supplier<String> ids;
    private final InstantSource clock;

    /**
     * @param enterprises the record of the enterprise with a prefix; empty when there is none
     * @param ids of offers, each greater than the ones before
     */
    RecordTransfers(
            RecordLife life,
            TransferOfferStore offers,
            RecordValidator validator,
            RecordMapper mapper,
            RecordDirectory directory,
            Quotas quotas,
            LifeWriter writer,
            Function<String, Optional<HandleName>> enterprises,
            Supplier<String> ids,
            InstantSource clock) {
        this.life = life;
        this.offers = offers;
        this.validator = validator;
        this.mapper = mapper;
        this.directory = directory;
        this.quotas = quotas;
        this.writer = writer;
        this.enterprises = enterprises;
        this.ids = ids;
        this.clock = clock;
    }

    /** Offers records; all have to belong to one enterprise that {@code caller} speaks for. */
    public TransferOffer offer(List<HandleName> handles, String to, String reason, Instant expiresAt, Caller caller) {
        Permissions.require(caller, Permission.TRANSFER);
        Instant now = clock.instant();
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw LifeRefusals.conflict("transfer.end", expiresAt, now.plus(LONGEST));
        }
        String from = requireOneOwner(handles, to, caller);
        TransferOffer offer = new TransferOffer(
                ids.get(), from, to, handles, reason, caller.name(), now, expiresAt, State.OPEN, "", Instant.EPOCH);
        offers.add(offer);
        return offer;
    }

    private String requireOneOwner(List<HandleName> handles, String to, Caller caller) {
        List<String> owners = handles.stream()
                .map(name -> RecordOwners.ownerOf(
                        life.holdLive(name, Optional.empty(), caller).record()))
                .distinct()
                .toList();
        if (owners.size() != 1) {
            throw LifeRefusals.conflict("transfer.owners", String.join(", ", owners));
        }
        requireReceiver(to, owners.get(0));
        return owners.get(0);
    }

    private HandleName requireReceiver(String to, String from) {
        if (to.equalsIgnoreCase(from)) {
            throw LifeRefusals.conflict("transfer.self", to);
        }
        return enterprises.apply(to).orElseThrow(() -> LifeRefusals.conflict("transfer.receiver", to));
    }

    /** The operator gives records to another enterprise at once. */
    public List<RecordDirectory.Entry> transfer(List<HandleName> handles, String to, String reason, Caller operator) {
        if (!operator.isOperator()) {
            throw LifeRefusals.forbidden("transfer.operator");
        }
        return move(handles, requireOneOwner(handles, to, operator), to, reason, operator, "");
    }

    /** An offer, for those it concerns. */
    public TransferOffer get(String id, Caller caller) {
        TransferOffer offer = offers.find(id)
                .orElseThrow(() -> ProblemException.notFound(LifeRefusals.words("transfer.unknown", id)));
        if (!isConcerned(offer, caller)) {
            throw ProblemException.notFound(LifeRefusals.words("transfer.unknown", id));
        }
        return offer;
    }

    private static boolean isConcerned(TransferOffer offer, Caller caller) {
        return caller.isRegulator() || caller.mayWriteUnder(offer.from()) || caller.mayWriteUnder(offer.to());
    }

    /** Offers that concern the caller, newest first, older than {@code before}, which is an id. */
    public List<TransferOffer> page(Optional<String> before, int limit, Caller caller) {
        String below = before.orElse("~");
        if (caller.isOperator() || caller.isRegulator()) {
            return offers.page(Optional.empty(), below, limit);
        }
        return caller.prefixes().stream()
                .flatMap(prefix -> offers.page(Optional.of(prefix), below, limit).stream())
                .distinct()
                .sorted((a, b) -> b.id().compareTo(a.id()))
                .limit(limit)
                .toList();
    }

    /** Takes offered records over, for the enterprise they are offered to. */
    public TransferOffer accept(String id, Caller caller) {
        TransferOffer offer = requireOpen(get(id, caller));
        requireSpeaker(offer.to(), caller);
        if (!offers.decide(id, State.ACCEPTED, caller.name())) {
            throw LifeRefusals.conflict("transfer.decided", id);
        }
        try {
            move(offer.handles(), offer.from(), offer.to(), offer.reason(), caller, id);
        } catch (RuntimeException e) {
            offers.reopen(id);
            throw e;
        }
        return get(id, caller);
    }

    /** Declines an offer, for the enterprise it is made to. */
    public TransferOffer reject(String id, Caller caller) {
        TransferOffer offer = requireOpen(get(id, caller));
        requireSpeaker(offer.to(), caller);
        return decide(offer, State.REJECTED, caller);
    }

    /** Takes an offer back, for the enterprise that made it. */
    public TransferOffer cancel(String id, Caller caller) {
        TransferOffer offer = requireOpen(get(id, caller));
        requireSpeaker(offer.from(), caller);
        return decide(offer, State.CANCELLED, caller);
    }

    private TransferOffer decide(TransferOffer offer, State state, Caller caller) {
        if (!offers.decide(offer.id(), state, caller.name())) {
            throw LifeRefusals.conflict("transfer.decided", offer.id());
        }
        return get(offer.id(), caller);
    }

    private static TransferOffer requireOpen(TransferOffer offer) {
        if (offer.state() != State.OPEN) {
            throw LifeRefusals.conflict(
                    "transfer.notOpen", offer.id(), offer.state().name().toLowerCase(Locale.ROOT));
        }
        return offer;
    }

    private static void requireSpeaker(String prefix, Caller caller) {
        Permissions.require(caller, Permission.TRANSFER);
        if (!caller.mayWriteUnder(prefix)) {
            throw LifeRefusals.forbidden("transfer.speaker", prefix);
        }
    }

    private List<RecordDirectory.Entry> move(
            List<HandleName> handles, String from, String to, String reason, Caller caller, String offer) {
        HandleName receiver = requireReceiver(to, from);
        List<Held> held = handles.stream().map(name -> requireOf(from, name)).toList();
        Quotas.Reservation reserved = quotas.reserve(to, handles.size());
        if (!reserved.isGranted()) {
            throw LifeRefusals.conflict("transfer.quota", to, reserved.remaining());
        }
        boolean isMoved = false;
        try {
            List<RecordChange> changes = held.stream()
                    .map(one -> RecordChange.put(
                            moved(one, to, receiver),
                            ExpectedVersion.exactly(one.entry().version())))
                    .toList();
            List<WriteOutcome> outcomes = writer.write(
                    caller,
                    "transfer",
                    reason,
                    changes,
                    held.stream().map(Held::template).toList(),
                    Map.of("from", from, "to", to, "offer", offer));
            for (WriteOutcome outcome : outcomes) {
                if (outcome.status() == WriteOutcome.Status.CONFLICT) {
                    throw LifeRefusals.changed(outcome.name(), outcome.version());
                }
            }
            isMoved = true;
        } finally {
            quotas.release(isMoved ? from : to, handles.size());
        }
        return handles.stream().flatMap(name -> directory.find(name).stream()).toList();
    }

    /** The record as it is, if it still is the giver's. */
    private Held requireOf(String from, HandleName name) {
        RecordDirectory.Entry entry = directory.find(name).orElseThrow(() -> LifeRefusals.unknown(name));
        TemplatedRecord described =
                entry.described().orElseThrow(() -> LifeRefusals.conflict("life.untemplated", name));
        if (!RecordOwners.ownerOf(entry.record()).equalsIgnoreCase(from)) {
            throw LifeRefusals.conflict("transfer.gone", name, from);
        }
        if (org.tanma.resolver.registrar.Retirement.isRetired(entry.record())) {
            throw LifeRefusals.conflict("life.retired", name);
        }
        return new Held(entry, described);
    }

    private HandleRecord moved(Held held, String to, HandleName receiver) {
        HandleName name = held.record().name();
        Map<String, String> items = new LinkedHashMap<>(held.described().items());
        items.computeIfPresent(Ownership.ENTERPRISE, (code, before) -> receiver.toString());
        List<Violation> violations = new ArrayList<>(validator.validate(held.template(), items, directory));
        violations.addAll(Ownership.violations(held.template(), to, items));
        if (!violations.isEmpty()) {
            throw LifeRefusals.invalid(name, violations);
        }
        long seconds = clock.instant().getEpochSecond();
        List<HandleValue> values =
                new ArrayList<>(life.withItems(held, held.template(), items).values());
        values.removeIf(value -> PredefinedType.HS_ADMIN.is(value) || value.index() == RecordMarks.OWNER_INDEX);
        mapper.toRecord(name, held.template(), Map.of(), PrefixAdministrator.of(to), seconds).values().stream()
                .filter(PredefinedType.HS_ADMIN::is)
                .forEach(values::add);
        if (!to.equalsIgnoreCase(name.prefix())) {
            values.add(HandleValue.text(RecordMarks.OWNER_INDEX, RecordMarks.OWNER_TYPE, to, seconds));
        }
        return new HandleRecord(name, values);
    }
}
