// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.portrait.KeptSetting;
import org.tanma.carbon.service.portrait.MonitorSettings;
import org.tanma.carbon.service.portrait.SettingStore;
import org.tanma.carbon.service.portrait.WarningService;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Thresholds and tariff hours: enterprises set their own, regulators set thresholds for industries. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Warnings")
public final class MonitorSettingController {
    private static final Pattern INDUSTRY = Pattern.compile("all|\\d{2,4}");
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,9})\"");

    private final IdentifierPlane identifiers;
    private final MonitorSettings settings;

    public MonitorSettingController(IdentifierPlane identifiers, MonitorSettings settings) {
        this.identifiers = identifiers;
        this.settings = settings;
    }

    @GetMapping(path = "/enterprises/{prefix}/{suffix}/thresholds", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "An enterprise's own thresholds and planned stops")
    @ApiResponse(responseCode = "404", description = "None are set")
    public Mono<ResponseEntity<String>> thresholds(
            @PathVariable("prefix") String prefix, @PathVariable("suffix") String suffix) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, prefix + "/" + suffix);
            return answer(settings.find(prefix + "/" + suffix, SettingStore.Topic.THRESHOLDS));
        });
    }

    @PutMapping(
            path = "/enterprises/{prefix}/{suffix}/thresholds",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Set an enterprise's own thresholds and planned stops, all of them",
            description =
                    "For the enterprise and the operator. {\"thresholds\":[{\"name\":\"cap\",\"subject\":\"emission\" or source/kind,"
                            + " \"rule\":\"maximum\", \"minimum\", \"year-on-year\" or \"plan\",\"per\":\"month\" or \"year\",\"bound\":\"1000\",\"unit\":\"tCO2e\"}],"
                            + " \"plannedStops\":[{\"from\":\"2025-01-28\",\"to\":\"2025-02-09\",\"reason\":\"holiday\"}]}. With If-Match only if that version"
                            + " still holds.")
    @ApiResponse(responseCode = "412", description = "Another version holds than If-Match names")
    @ApiResponse(responseCode = "422", description = "Not taken; violations say everything that is wrong")
    public Mono<ResponseEntity<String>> putThresholds(
            @PathVariable("prefix") String prefix,
            @PathVariable("suffix") String suffix,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody(required = false) byte @Nullable [] body) {
        return Answers.to(caller -> {
            requireOwner(caller, prefix + "/" + suffix);
            return put(settings.putThresholds(prefix + "/" + suffix, octets(body), expected(match), caller.name()));
        });
    }

    @GetMapping(path = "/enterprises/{prefix}/{suffix}/tariff", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "An enterprise's own tariff hours")
    @ApiResponse(responseCode = "404", description = "None are set; those of its place are used where they are known")
    public Mono<ResponseEntity<String>> tariff(
            @PathVariable("prefix") String prefix, @PathVariable("suffix") String suffix) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, prefix + "/" + suffix);
            return answer(settings.find(prefix + "/" + suffix, SettingStore.Topic.TARIFF));
        });
    }

    @PutMapping(
            path = "/enterprises/{prefix}/{suffix}/tariff",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Set an enterprise's own tariff hours",
            description =
                    "For the enterprise and the operator. {\"title\":\"…\",\"firstYear\":2025,\"utcOffset\":\"+08:00\",\"seasons\":[{\"months\":[1,…],"
                            + "\"bands\":[{\"from\":\"00:00\",\"to\":\"08:00\",\"period\":\"valley\"},…]}]}: every month in one season, every minute of the day"
                            + " in one part; periods are sharp, peak, flat, valley, deep-valley.")
    @ApiResponse(responseCode = "412", description = "Another version holds than If-Match names")
    @ApiResponse(responseCode = "422", description = "Not taken; violations say everything that is wrong")
    public Mono<ResponseEntity<String>> putTariff(
            @PathVariable("prefix") String prefix,
            @PathVariable("suffix") String suffix,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody(required = false) byte @Nullable [] body) {
        return Answers.to(caller -> {
            requireOwner(caller, prefix + "/" + suffix);
            return put(settings.putTariff(prefix + "/" + suffix, octets(body), expected(match), caller.name()));
        });
    }

    @GetMapping(path = "/warning-thresholds/{industry}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Regulators' thresholds for an industry: two to four digits of GB/T 4754, or all")
    @ApiResponse(responseCode = "404", description = "None are set")
    public Mono<ResponseEntity<String>> ofIndustry(@PathVariable("industry") String industry) {
        return Answers.of(() -> answer(settings.find(scope(industry), SettingStore.Topic.THRESHOLDS)));
    }

    @PutMapping(
            path = "/warning-thresholds/{industry}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Set thresholds for every enterprise of an industry",
            description =
                    "For regulators and the operator: {\"thresholds\":[…]} as enterprises set theirs, of emission alone.")
    @ApiResponse(responseCode = "412", description = "Another version holds than If-Match names")
    @ApiResponse(responseCode = "422", description = "Not taken; violations say everything that is wrong")
    public Mono<ResponseEntity<String>> putOfIndustry(
            @PathVariable("industry") String industry,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody(required = false) byte @Nullable [] body) {
        return Answers.to(caller -> {
            if (!caller.isRegulator() && !caller.isOperator()) {
                throw ProblemException.forbidden(new Wording(
                        "行业阈值由监管部门或运营者设定。", "Thresholds of an industry are set by a regulator or the operator."));
            }
            return put(settings.putThresholds(scope(industry), octets(body), expected(match), caller.name()));
        });
    }

    private static String scope(String industry) {
        if (!INDUSTRY.matcher(industry).matches()) {
            throw ProblemException.badRequest(
                    new Wording("“" + industry + "”不是行业。", "'" + industry + "' is no industry."),
                    new WordedViolation(
                            "industry",
                            industry,
                            new Wording("GB/T 4754 的二至四位数字，或 all", "two to four digits of GB/T 4754, or all"),
                            Wording.NONE));
        }
        return WarningService.industryScope(industry);
    }

    private void requireOwner(Caller caller, String enterprise) {
        caller.requireWriteUnder(
                Requests.prefix(enterprise), new Wording(enterprise + " 的预警设置", "what is set for " + enterprise));
        Requests.enterprise(identifiers, enterprise);
    }

    private static byte[] octets(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }

    private static @Nullable Integer expected(@Nullable String match) {
        if (match == null) {
            return null;
        }
        Matcher tag = ETAG.matcher(match.strip());
        if (!tag.matches()) {
            throw ProblemException.badRequest(
                    new Wording("If-Match 不是本节点的 ETag。", "If-Match is no ETag of this node."),
                    new WordedViolation("If-Match", match, Wording.same("\"3\""), Wording.NONE));
        }
        return Integer.valueOf(tag.group(1));
    }

    private static ResponseEntity<String> put(Optional<KeptSetting> kept) {
        return kept.map(MonitorSettingController::body)
                .orElseThrow(() -> new ProblemException(new WordedProblem(
                        "changed-meanwhile",
                        412,
                        new Wording("已被他人修改", "Changed meanwhile"),
                        new Wording(
                                "当前版本与 If-Match 所指的不同，请先读取再改。",
                                "Another version holds than If-Match names; read it first."),
                        List.of())));
    }

    private static ResponseEntity<String> answer(Optional<KeptSetting> kept) {
        return kept.map(MonitorSettingController::body)
                .orElseThrow(() -> ProblemException.notFound(new Wording("尚未设定。", "Nothing is set.")));
    }

    private static ResponseEntity<String> body(KeptSetting kept) {
        return ResponseEntity.ok()
                .eTag("\"" + kept.version() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(kept.body());
    }
}
