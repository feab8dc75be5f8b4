// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.label.issue.CodeIssuer;
import org.tanma.label.issue.CodeLinks;
import org.tanma.label.issue.CodeRegister;
import org.tanma.label.issue.CodeRevoker;
import org.tanma.label.issue.CodeToken;
import org.tanma.label.issue.IssuedCode;
import reactor.core.publisher.Mono;

/** Issuing, looking up and revoking codes. */
@RestController
@RequestMapping("/api/v1/codes")
@Tag(
        name = "Carbon-efficiency codes",
        description = "Issue, look up, print and revoke enterprise carbon-efficiency codes (碳效码)")
public final class CodeController {
    private final CodeIssuer issuer;
    private final CodeRevoker revoker;
    private final CodeRegister register;
    private final CodeLinks links;

    public CodeController(CodeIssuer issuer, CodeRevoker revoker, CodeRegister register, CodeLinks links) {
        this.issuer = issuer;
        this.revoker = revoker;
        this.register = register;
        this.links = links;
    }

    @PostMapping
    @Operation(
            summary = "Issue a code from a complete, graded evaluation",
            description =
                    "For the enterprise itself and the operator. One evaluation has one code: asking again gives it back"
                            + " with 200. A newer evaluation of the same enterprise and year supersedes the code before it.")
    @ApiResponse(responseCode = "201", description = "Issued; Location names it")
    @ApiResponse(responseCode = "200", description = "The evaluation had this code already")
    @ApiResponse(responseCode = "403", description = "Not the caller's enterprise")
    @ApiResponse(responseCode = "404", description = "No such evaluation")
    @ApiResponse(
            responseCode = "422",
            description = "No code may be issued; violations say everything that stands in the way")
    public Mono<ResponseEntity<CodeAnswer>> issue(@RequestBody IssueRequest request) {
        return Answers.toSignedIn(caller -> {
            String evaluation = request.evaluation();
            if (evaluation == null || evaluation.isBlank()) {
                throw ProblemException.badRequest(
                        new Wording("未签发碳效码：请求没有写明评价。", "No code was issued: the request names no evaluation."),
                        new WordedViolation(
                                "evaluation",
                                "",
                                new Wording("评价的编号", "the id of an evaluation"),
                                new Wording("由 POST /api/v1/evaluations 给出", "POST /api/v1/evaluations gives one")));
            }
            IssuedCode issued = issuer.issue(evaluation.strip(), request.validUntil(), caller);
            CodeAnswer answer = CodeAnswer.of(issued.code(), links);
            return issued.isNew()
                    ? ResponseEntity.created(URI.create("/api/v1/codes/" + answer.token()))
                            .body(answer)
                    : ResponseEntity.ok(answer);
        });
    }

    @GetMapping("/{token}")
    @Operation(summary = "One code, checked now")
    @ApiResponse(responseCode = "200", description = "Found; state says whether it is valid")
    @ApiResponse(responseCode = "404", description = "No such code was issued here")
    public Mono<CodeAnswer> find(@PathVariable("token") String token) {
        return Answers.of(() -> {
            CodeToken wanted = Requests.token(token);
            return register.find(wanted)
                    .map(code -> CodeAnswer.of(code, links))
                    .orElseThrow(() -> ProblemException.notFound(CodeRevoker.none(wanted)));
        });
    }

    @GetMapping
    @Operation(summary = "The codes of an enterprise, newest first, at most 200")
    public Mono<CodeList> list(
            @Parameter(description = "Its handle", example = "88.118.1/ENTERPRISE")
                    @RequestParam(name = "enterprise", required = false)
                    @Nullable
                    String enterprise) {
        return Answers.of(() -> new CodeList(register.list(Requests.handle(enterprise)).stream()
                .map(code -> CodeAnswer.of(code, links))
                .toList()));
    }

    @PostMapping("/{token}/revocation")
    @Operation(
            summary = "Revoke a code for good",
            description =
                    "For a regulator and the operator. The reason is public; the same reason again changes nothing.")
    @ApiResponse(responseCode = "200", description = "Revoked")
    @ApiResponse(
            responseCode = "409",
            description = "Revoked before for another reason, or the code cannot be verified")
    public Mono<CodeAnswer> revoke(@PathVariable("token") String token, @RequestBody RevocationRequest request) {
        return Answers.toSignedIn(
                caller -> CodeAnswer.of(revoker.revoke(Requests.token(token), request.reason(), caller), links));
    }
}
