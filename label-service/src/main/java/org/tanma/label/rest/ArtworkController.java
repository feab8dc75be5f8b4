// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.label.artwork.PngQrRenderer;
import org.tanma.label.artwork.SvgQrRenderer;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeLinks;
import org.tanma.label.issue.CodeRegister;
import org.tanma.label.issue.CodeRevoker;
import org.tanma.label.issue.CodeState;
import org.tanma.label.issue.CodeToken;
import org.tanma.label.qr.QrEncoder;
import org.tanma.label.qr.QrSymbol;
import reactor.core.publisher.Mono;

/** The QR symbol of a code, to print. Only a code that is in force is drawn. */
@RestController
@RequestMapping("/api/v1/codes/{token}")
@Tag(name = "Carbon-efficiency codes")
public final class ArtworkController {
    private static final Wording MILLIMETRES = new Wording("毫米", "mm");
    private static final Wording PIXELS = new Wording("像素（每个模块）", "pixels a module");

    private final CodeRegister register;
    private final CodeLinks links;
    private final QrEncoder encoder = new QrEncoder();
    private final SvgQrRenderer svg = new SvgQrRenderer();
    private final PngQrRenderer png = new PngQrRenderer();

    public ArtworkController(CodeRegister register, CodeLinks links) {
        this.register = register;
        this.links = links;
    }

    @GetMapping(path = "/qr.svg", produces = "image/svg+xml")
    @Operation(summary = "The QR symbol as SVG, in millimetres, quiet zone included")
    @ApiResponse(responseCode = "400", description = "A size that scanners would not read")
    @ApiResponse(
            responseCode = "409",
            description = "Revoked, expired, superseded or not verifiable: not to be printed")
    public Mono<ResponseEntity<byte[]>> svg(
            @PathVariable("token") String token,
            @Parameter(description = "Width of symbol and quiet zone in mm, 15 to 500")
                    @RequestParam(name = "size", defaultValue = "30")
                    String size) {
        return draw(token, MediaType.valueOf("image/svg+xml"), (symbol, code) -> {
            int mm = Requests.between(
                    SvgQrRenderer.minSizeMm(symbol), SvgQrRenderer.MAX_SIZE_MM, "size", size, MILLIMETRES);
            String title = "碳效码 · Carbon-efficiency code " + code.token();
            return svg.render(symbol, mm, code.token().spaced(), title, isDemonstration(code))
                    .getBytes(StandardCharsets.UTF_8);
        });
    }

    @GetMapping(path = "/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "The QR symbol as PNG, one bit a pixel, quiet zone included")
    @ApiResponse(responseCode = "400", description = "A scale that scanners would not read")
    @ApiResponse(
            responseCode = "409",
            description = "Revoked, expired, superseded or not verifiable: not to be printed")
    public Mono<ResponseEntity<byte[]>> png(
            @PathVariable("token") String token,
            @Parameter(description = "Pixels a module, 3 to 40") @RequestParam(name = "scale", defaultValue = "10")
                    String scale) {
        return draw(token, MediaType.IMAGE_PNG, (symbol, code) -> {
            int pixels = Requests.between(PngQrRenderer.MIN_SCALE, PngQrRenderer.MAX_SCALE, "scale", scale, PIXELS);
            return png.render(symbol, pixels, isDemonstration(code));
        });
    }

    private Mono<ResponseEntity<byte[]>> draw(
            String typed, MediaType type, BiFunction<QrSymbol, CheckedCode.Verified, byte[]> renderer) {
        return Answers.of(() -> {
            CheckedCode.Verified code = requireInForce(Requests.token(typed));
            QrSymbol symbol = encoder.encode(links.url(code.token().text()));
            return ResponseEntity.ok()
                    .contentType(type)
                    .cacheControl(CacheControl.noCache())
                    .body(renderer.apply(symbol, code));
        });
    }

    private CheckedCode.Verified requireInForce(CodeToken token) {
        CheckedCode found = register.find(token).orElseThrow(() -> ProblemException.notFound(CodeRevoker.none(token)));
        if (!(found instanceof CheckedCode.Verified code)) {
            throw ProblemException.conflict(new Wording(
                    "碳效码 " + token + " 无法核验，不予绘制。", "Code " + token + " cannot be verified, so it is not drawn."));
        }
        if (code.state() != CodeState.VALID && code.state() != CodeState.UNPUBLISHED) {
            throw ProblemException.conflict(new Wording(
                    "碳效码 " + token + " 的状态为 " + code.state().code() + "，不予绘制；见 /c/" + token + "。",
                    "Code " + token + " is " + code.state().code() + ", so it is not drawn; see /c/" + token + "."));
        }
        return code;
    }

    private static boolean isDemonstration(CheckedCode.Verified code) {
        return code.content().result().isDemonstration();
    }
}
