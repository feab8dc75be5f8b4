// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.kind.ActivityKind;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.reading.BatchReceipt;
import org.tanma.carbon.service.reading.KeptBatch;
import org.tanma.carbon.service.reading.ReadingIntake;
import org.tanma.carbon.service.reading.ReadingStore;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Signed readings: sending them, and seeing them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Readings", description = "Readings of meters, signed by terminals (签名读数)")
public final class ReadingController {
    private static final String JOSE = "application/jose";
    private static final int MOST_READINGS = 10_000;

    private final IdentifierPlane identifiers;
    private final ReadingIntake intake;
    private final ReadingStore store;
    private final KindCatalog kinds;

    public ReadingController(IdentifierPlane identifiers, ReadingIntake intake, ReadingStore store, KindCatalog kinds) {
        this.identifiers = identifiers;
        this.intake = intake;
        this.store = store;
        this.kinds = kinds;
    }

    @PostMapping(path = "/readings", consumes = JOSE)
    @Operation(
            summary = "Send signed readings",
            description =
                    "A compact JWS, alg EdDSA, with the terminal's public key in the header's jwk; the terminal's record"
                            + " names the digest of that key. A statement counts once and in its turn. Months that the"
                            + " readings cover whole become entries of the activity data.")
    @ApiResponse(responseCode = "201", description = "Kept; the receipt says what the readings mean for the months")
    @ApiResponse(responseCode = "400", description = "No such statement")
    @ApiResponse(responseCode = "409", description = "Here already, or not the next of its terminal")
    @ApiResponse(responseCode = "422", description = "Refused: key, signature, meter, kind, unit or readings")
    public Mono<ResponseEntity<BatchReceipt>> send(@RequestBody(required = false) byte @Nullable [] sent) {
        byte[] body = sent == null ? new byte[0] : sent;
        return Answers.toSignedIn(caller -> {
            ReadingIntake.Claimed claimed = intake.read(body);
            caller.requireWriteUnder(
                    Requests.prefix(claimed.enterprise()),
                    new Wording(claimed.enterprise() + " 的读数", "readings of " + claimed.enterprise()));
            return ResponseEntity.status(HttpStatus.CREATED).body(intake.take(claimed, caller.name()));
        });
    }

    @GetMapping("/readings")
    @Operation(
            summary = "Readings of a meter whose intervals end in a span of time",
            description = "For those who may see the enterprise's activity data. At most 10,000; 'next' reads on.")
    public Mono<ReadingAnswer> list(
            @RequestParam("meter") String meter,
            @Parameter(description = "ISO 8601 UTC; intervals that end after it") @RequestParam("from") String from,
            @Parameter(description = "ISO 8601 UTC; and not after it") @RequestParam("to") String to,
            @Parameter(description = "A kind of activity data; all when absent")
                    @RequestParam(name = "kind", required = false)
                    @Nullable
                    String kind) {
        return Answers.to(caller -> {
            DeviceProfile device = device(meter, "meter");
            Requests.requireReader(caller, device.enterprise());
            Instant first = instant(from, "from");
            Optional<String> code = Optional.ofNullable(kind)
                    .map(k -> kinds.find(k).map(ActivityKind::code).orElse(k));
            List<MeterReading> found = store.find(device.handle(), code, first, instant(to, "to"), MOST_READINGS + 1);
            boolean isAll = found.size() <= MOST_READINGS;
            Instant beyond =
                    found.isEmpty() ? first : found.get(found.size() - 1).to();
            List<MeterReading> shown = isAll
                    ? found
                    : found.stream().filter(r -> r.to().isBefore(beyond)).toList();
            return ReadingAnswer.of(
                    device.handle(),
                    shown,
                    isAll ? "" : shown.get(shown.size() - 1).to().toString());
        });
    }

    @GetMapping("/readings/terminal")
    @Operation(
            summary = "What a terminal has to know to go on: the next sequence, the digest to name, the last reading")
    public Mono<TerminalAnswer> terminal(
            @RequestParam("terminal") String terminal,
            @RequestParam(name = "meter", required = false) @Nullable String meter,
            @RequestParam(name = "kind", required = false) @Nullable String kind) {
        return Answers.to(caller -> {
            DeviceProfile device = device(terminal, "terminal");
            requireSender(caller, device);
            Optional<KeptBatch> newest = store.newest(device.handle());
            String metered =
                    meter == null ? device.handle() : device(meter, "meter").handle();
            Optional<MeterReading> last =
                    Optional.ofNullable(kind).flatMap(kinds::find).flatMap(k -> store.last(metered, k.code()));
            return new TerminalAnswer(
                    device.handle(),
                    newest.map(KeptBatch::sequence).orElse(0L) + 1,
                    newest.map(KeptBatch::digest).orElse(""),
                    last.map(l -> l.to().toString()).orElse(""));
        });
    }

    @GetMapping(
            path = "/readings/statements/{digest}",
            produces = {JOSE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "A statement as it came, by its digest", description = "A compact JWS, to be checked again.")
    @ApiResponse(responseCode = "404", description = "None of that digest")
    public Mono<ResponseEntity<byte[]>> statement(@PathVariable("digest") String digest) {
        return Answers.to(caller -> {
            KeptBatch kept = store.findBatch(digest).orElseThrow(() -> none(digest));
            Requests.requireReader(caller, kept.enterprise());
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(JOSE))
                    .body(kept.statement().getBytes(StandardCharsets.US_ASCII));
        });
    }

    @GetMapping("/readings/evidence/{digest}")
    @Operation(
            summary = "The statements behind an entry made of readings",
            description =
                    "Digests of the statements, whose list, one a line, has the digest that the entry names as evidence.")
    @ApiResponse(responseCode = "404", description = "No entry names it")
    public Mono<List<String>> evidence(@PathVariable("digest") String digest) {
        return Answers.to(caller -> {
            List<String> batches = store.evidence(digest);
            KeptBatch first =
                    batches.stream().findFirst().flatMap(store::findBatch).orElseThrow(() -> none(digest));
            Requests.requireReader(caller, first.enterprise());
            return batches;
        });
    }

    private static void requireSender(Caller caller, DeviceProfile device) {
        caller.requireWriteUnder(
                Requests.prefix(device.enterprise()),
                new Wording(device.enterprise() + " 的读数", "readings of " + device.enterprise()));
    }

    private DeviceProfile device(String handle, String path) {
        return identifiers
                .findDevice(handle)
                .filter(d -> !d.enterprise().isEmpty())
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        "没有注册标识为 " + handle + " 的设备（" + path + "）。",
                        "No device is registered under " + handle + " (" + path + ").")));
    }

    private static Instant instant(String given, String path) {
        try {
            return Instant.parse(given);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(
                    new Wording("时刻无法识别。", "The instant cannot be read."),
                    new WordedViolation(
                            path,
                            given.length() > 80 ? given.substring(0, 79) + "…" : given,
                            new Wording(
                                    "UTC 时刻，例如 2025-03-01T00:00:00Z", "an instant in UTC such as 2025-03-01T00:00:00Z"),
                            Wording.NONE));
        }
    }

    private static ProblemException none(String digest) {
        String shown = digest.length() > 80 ? digest.substring(0, 79) + "…" : digest;
        return ProblemException.notFound(
                new Wording("没有摘要为 " + shown + " 的读数。", "No readings have the digest " + shown + "."));
    }
}
