// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.limit.NetworkRate;
import org.tanma.resolver.registrar.admission.Application;
import org.tanma.resolver.registrar.admission.ApplicationFilter;
import org.tanma.resolver.registrar.admission.ApplicationForm;
import org.tanma.resolver.registrar.admission.Applications;
import org.tanma.resolver.rest.account.Paging;
import org.tanma.template.validate.TemplateSchema;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Applications of enterprises for a prefix of their own. */
@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "Applications", description = "How an enterprise comes to a prefix of its own")
public final class ApplicationController {
    /** Header that carries an application's secret. */
    public static final String SECRET = "X-Application-Secret";

    private static final int BURST = 20;
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Applications applications;
    private final NetworkRate strangers = NetworkRate.of(BURST, INTERVAL);

    public ApplicationController(Applications applications) {
        this.applications = applications;
    }

    /** What an applicant fills in. */
    @Schema(name = "ApplicationForm")
    public record FormRequest(
            @Schema(description = "Fields by their national names; GET /api/v1/applications/form lists them")
            Map<String, String> items,

            @Schema(description = "Groups of the national tables, kept as they come") @Nullable
            JsonNode further,

            @Schema(description = "A prefix that is asked for; the next free one when left out") @Nullable
            String prefix,

            @Schema(description = "Name of the first admin's account", example = "huzhou-cement")
            String account) {
        ApplicationForm form() {
            return new ApplicationForm(
                    Objects.requireNonNullElse(items, Map.of()),
                    further == null || further.isNull() ? "" : further.toString(),
                    Objects.requireNonNullElse(prefix, "").strip(),
                    Objects.requireNonNullElse(account, "").strip());
        }
    }

    /** Number and secret of an application that was handed in. */
    @Schema(name = "ApplicationReceipt")
    public record ReceiptAnswer(
            String number,

            @Schema(description = "Told once; send it as " + SECRET)
            String secret) {}

    /** Why an application goes back. */
    @Schema(name = "ApplicationReturn")
    public record ReturnRequest(
            @Schema(description = "By field; * is the whole")
            Map<String, String> reasons) {}

    /** How the applicant's real name was verified. */
    @Schema(name = "ApplicationVerification")
    public record VerificationRequest(
            @Schema(example = "licence seen, legal representative called back")
            String how) {}

    /** Why an application is rejected. */
    @Schema(name = "ApplicationRejection")
    public record RejectionRequest(String reason) {}

    /** What an enterprise is admitted with. */
    @Schema(name = "ApplicationApproval")
    public record ApprovalRequest(
            @Schema(description = "Most records it may hold", example = "100000")
            long quota,

            @Schema(description = "The one asked for, else the next free one, when left out") @Nullable
            String prefix) {}

    /** The first admin's account. */
    @Schema(name = "ApplicationClaim")
    public record ClaimAnswer(
            String account,

            @Schema(description = "Told once; to be changed at the first sign-in")
            String password) {}

    /** A page of applications, their events left out. */
    @Schema(name = "ApplicationList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ApplicationList(
            List<ApplicationAnswer> applications, @Nullable String next) {}

    @GetMapping(path = "/form", produces = "application/schema+json")
    @Operation(summary = "The fields of an application, as JSON Schema")
    public Mono<String> form() {
        return Answers.of(() -> TemplateSchema.of(applications.template()).toString());
    }

    @PostMapping
    @Operation(
            summary = "Apply for a prefix",
            description =
                    "Open to anyone, within a rate by network; three open applications of one certificate at most.")
    @ApiResponse(responseCode = "201", description = "Handed in; number and secret follow it")
    @ApiResponse(responseCode = "409", description = "Too many are open", content = @Content)
    @ApiResponse(responseCode = "422", description = "Violations say what is wrong, by field", content = @Content)
    @ApiResponse(responseCode = "429", description = "Too often", content = @Content)
    public Mono<ResponseEntity<ReceiptAnswer>> submit(ServerHttpRequest request, @RequestBody FormRequest body) {
        return Answers.of(() -> {
            limit(request);
            Applications.Receipt receipt = applications.submit(body.form());
            return ResponseEntity.status(201)
                    .cacheControl(CacheControl.noStore())
                    .body(new ReceiptAnswer(receipt.number(), receipt.secret()));
        });
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Applications by number, for the operator and regulators")
    public Mono<ApplicationList> list(
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "province", defaultValue = "") String province,
            @RequestParam(name = "industry", defaultValue = "") String industry,
            @RequestParam(name = "creditCode", defaultValue = "") String creditCode,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        ApplicationFilter filter = new ApplicationFilter(state, province, industry, creditCode, name);
        return Answers.toSignedIn(caller -> {
            List<Application> page = applications.page(caller, filter, after, most);
            String next = page.size() < most ? null : page.get(most - 1).number();
            return new ApplicationList(page.stream().map(ApplicationAnswer::of).toList(), next);
        });
    }

    @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One application: for its applicant by its secret, for the operator and regulators")
    public Mono<ResponseEntity<ApplicationAnswer>> find(
            ServerHttpRequest request,
            @PathVariable("number") String number,
            @RequestHeader(name = SECRET, required = false) @Nullable String secret) {
        return Answers.to(caller -> {
            if (secret == null) {
                return answer(applications.read(caller, number));
            }
            limit(request);
            return answer(applications.open(number, secret));
        });
    }

    @PutMapping("/{number}")
    @Operation(summary = "Correct an application that was returned, or that nobody has looked at")
    public Mono<ResponseEntity<ApplicationAnswer>> correct(
            ServerHttpRequest request,
            @PathVariable("number") String number,
            @RequestHeader(SECRET) String secret,
            @RequestBody FormRequest body) {
        return Answers.of(() -> {
            limit(request);
            return answer(applications.correct(number, secret, body.form()));
        });
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Take an application back")
    public Mono<ResponseEntity<ApplicationAnswer>> withdraw(
            ServerHttpRequest request, @PathVariable("number") String number, @RequestHeader(SECRET) String secret) {
        return Answers.of(() -> {
            limit(request);
            return answer(applications.withdraw(number, secret));
        });
    }

    @PostMapping("/{number}/claim")
    @Operation(summary = "Fetch the first admin's password, once")
    public Mono<ResponseEntity<ClaimAnswer>> claim(
            ServerHttpRequest request, @PathVariable("number") String number, @RequestHeader(SECRET) String secret) {
        return Answers.of(() -> {
            limit(request);
            String password = applications.claim(number, secret);
            String account = applications.open(number, secret).form().account();
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new ClaimAnswer(account, password));
        });
    }

    @PostMapping("/{number}/return")
    @Operation(summary = "Send an application back with reasons by field")
    public Mono<ResponseEntity<ApplicationAnswer>> giveBack(
            @PathVariable("number") String number, @RequestBody ReturnRequest body) {
        return Answers.toSignedIn(caller ->
                answer(applications.giveBack(caller, number, Objects.requireNonNullElse(body.reasons(), Map.of()))));
    }

    @PostMapping("/{number}/verification")
    @Operation(summary = "Note that the applicant is who it says it is, and how that was found out")
    public Mono<ResponseEntity<ApplicationAnswer>> verify(
            @PathVariable("number") String number, @RequestBody VerificationRequest body) {
        return Answers.toSignedIn(
                caller -> answer(applications.verify(caller, number, Objects.requireNonNullElse(body.how(), ""))));
    }

    @PostMapping("/{number}/rejection")
    @Operation(summary = "Refuse an application for good")
    public Mono<ResponseEntity<ApplicationAnswer>> reject(
            @PathVariable("number") String number, @RequestBody RejectionRequest body) {
        return Answers.toSignedIn(
                caller -> answer(applications.reject(caller, number, Objects.requireNonNullElse(body.reason(), ""))));
    }

    @PostMapping("/{number}/approval")
    @Operation(summary = "Admit the enterprise: prefix, record, quota, first account")
    public Mono<ResponseEntity<ApplicationAnswer>> approve(
            @PathVariable("number") String number, @RequestBody ApprovalRequest body) {
        return Answers.toSignedIn(caller -> answer(applications.approve(
                caller, number, Objects.requireNonNullElse(body.prefix(), "").strip(), body.quota())));
    }

    private void limit(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        if (peer != null && peer.getAddress() != null && !strangers.take(peer.getAddress())) {
            throw new ProblemException(new WordedProblem(
                    "too-often",
                    429,
                    new Wording("过于频繁", "Too often"),
                    new Wording(
                            "该网络的申请请求过多，请稍后再试。",
                            "Too many requests about applications came from this network; try later."),
                    List.of()));
        }
    }

    private static ResponseEntity<ApplicationAnswer> answer(Application application) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ApplicationAnswer.of(application));
    }
}
