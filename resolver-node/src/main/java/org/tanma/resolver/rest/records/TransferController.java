// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.life.RecordTransfers;
import org.tanma.resolver.registrar.life.TransferOffer;
import reactor.core.publisher.Mono;

/** Giving records to another enterprise. */
@RestController
@RequestMapping("/api/v1/transfers")
@Tag(name = "Records", description = "Search, history, update, transfer and retirement of records")
public final class TransferController {
    private static final Set<String> OFFER = Set.of("handles", "to", "reason", "expires", "immediate");
    private static final Duration STANDS = Duration.ofDays(30);
    private static final int MOST = 200;

    private final RecordTransfers transfers;
    private final InstantSource clock;

    public TransferController(RecordTransfers transfers, InstantSource clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    /** An offer that is to be made. */
    @Schema(name = "TransferRequest")
    record OfferBody(
            List<String> handles,

            @Schema(description = "Prefix of the enterprise that is to have them", example = "88.118.2")
            String to,

            String reason,

            @Schema(description = "Until when it stands; 30 days when left out, 90 at most") @Nullable
            String expires,

            @Schema(description = "True when the operator transfers without the receiver") @Nullable
            Boolean immediate) {}

    /** An offer and what became of it. */
    @Schema(name = "TransferOffer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offer(
            @Nullable String id,
            String from,
            String to,
            List<String> handles,
            String reason,
            String offeredBy,
            String offeredAt,
            @Nullable String expires,

            @Schema(description = "open, accepted, rejected, cancelled or expired")
            String state,

            @Nullable String decidedBy,
            @Nullable String decidedAt) {
        static Offer of(TransferOffer offer) {
            boolean isDecided = !offer.decidedBy().isEmpty();
            return new Offer(
                    offer.id(),
                    offer.from(),
                    offer.to(),
                    offer.handles().stream().map(HandleName::toString).toList(),
                    offer.reason(),
                    offer.offeredBy(),
                    offer.offeredAt().toString(),
                    offer.expiresAt().toString(),
                    offer.state().name().toLowerCase(Locale.ROOT),
                    isDecided ? offer.decidedBy() : null,
                    isDecided ? offer.decidedAt().toString() : null);
        }
    }

    /** Offers that concern the caller, newest first. */
    @Schema(name = "TransferOffers")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Offers(
            List<Offer> offers,

            @Schema(description = "The cursor of the next page; left out on the last") @Nullable
            String next) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Offer records to another enterprise",
            description = "The operator may transfer them at once with immediate=true and a reason.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = OfferBody.class)))
    @ApiResponse(responseCode = "201", description = "The offer")
    @ApiResponse(
            responseCode = "409",
            description = "The records are not the caller's, retired, or of several enterprises",
            content = @Content)
    public Mono<ResponseEntity<Offer>> offer(@RequestBody byte[] body) {
        return Answers.toSignedIn(caller -> {
            RecordRequests requests = RecordRequests.of(body, OFFER);
            List<HandleName> handles = requests.handles("handles", RecordTransfers.MAX_HANDLES);
            String to = requests.text("to", true, 255);
            String reason = requests.reason(true);
            String expires = requests.text("expires", false, 40);
            boolean isImmediate = requests.flag("immediate");
            requests.requireGood();
            if (isImmediate) {
                transfers.transfer(handles, to, reason, caller);
                String now = clock.instant().toString();
                return ResponseEntity.ok(new Offer(
                        null,
                        handles.get(0).prefix(),
                        to,
                        handles.stream().map(HandleName::toString).toList(),
                        reason,
                        caller.name(),
                        now,
                        null,
                        "accepted",
                        caller.name(),
                        now));
            }
            return ResponseEntity.status(201)
                    .body(Offer.of(transfers.offer(handles, to, reason, end(expires), caller)));
        });
    }

    private Instant end(String expires) {
        try {
            return expires.isEmpty() ? clock.instant().plus(STANDS) : Instant.parse(expires);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(
                    new Wording("expires 不是时刻。", "expires is no instant."),
                    new WordedViolation(
                            "expires",
                            expires,
                            new Wording(
                                    "UTC 时刻，例如 2026-12-31T00:00:00Z", "an instant in UTC such as 2026-12-31T00:00:00Z"),
                            Wording.NONE));
        }
    }

    @GetMapping
    @Operation(summary = "Offers that concern the caller, newest first")
    public Mono<Offers> list(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest(
                    new Wording("limit 超出范围。", "limit is out of range."),
                    new WordedViolation(
                            "limit", String.valueOf(limit), new Wording("1 至 " + MOST, "1 to " + MOST), Wording.NONE));
        }
        return Answers.toSignedIn(caller -> {
            List<TransferOffer> page = transfers.page(Optional.ofNullable(cursor), limit, caller);
            return new Offers(
                    page.stream().map(Offer::of).toList(),
                    page.size() < limit ? null : page.get(limit - 1).id());
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "One offer")
    public Mono<Offer> get(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> Offer.of(transfers.get(id, caller)));
    }

    @PostMapping("/{id}/acceptance")
    @Operation(summary = "Accept an offer: the records are the caller's enterprise's from now on")
    public Mono<Offer> accept(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> Offer.of(transfers.accept(id, caller)));
    }

    @PostMapping("/{id}/rejection")
    @Operation(summary = "Decline an offer")
    public Mono<Offer> reject(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> Offer.of(transfers.reject(id, caller)));
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Take an offer back")
    public Mono<Offer> cancel(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> Offer.of(transfers.cancel(id, caller)));
    }
}
