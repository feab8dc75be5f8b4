// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.PageHead;
import org.tanma.kit.page.Pages;
import org.tanma.standalone.rest.NodeStatus;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /}: where a person starts: a box to resolve a handle, the enterprises and their codes, the node's state. */
@RestController
@Hidden
public final class HomeController {
    private static final int ENTERPRISES_SHOWN = 20;

    private final EnterpriseDirectory directory;
    private final Supplier<NodeStatus> status;
    private final Messages messages = Messages.load(HomeController.class, "/page/home");
    private final Pages pages = new Pages(HomeController.class, messages);

    public HomeController(EnterpriseDirectory directory, Supplier<NodeStatus> status) {
        this.directory = directory;
        this.status = status;
    }

    @GetMapping("/")
    public Mono<ResponseEntity<String>> home(
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        Language language = Language.choose(lang, accepted);
        return Mono.fromCallable(() -> pages.answer(200, language, render(language)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The resolve box sends here; the handle's own page answers. */
    @GetMapping(path = "/resolve", params = "handle")
    public ResponseEntity<Void> resolve(
            @RequestParam("handle") String handle,
            @RequestParam(name = "lang", required = false) @Nullable String lang) {
        String path = UriUtils.encodePath(handle.strip(), StandardCharsets.UTF_8);
        String query = lang == null ? "" : "?lang=" + UriUtils.encodeQueryParam(lang, StandardCharsets.UTF_8);
        return ResponseEntity.status(303)
                .location(URI.create("/resolve/" + path + query))
                .build();
    }

    private String render(Language language) {
        List<Map<String, Object>> enterprises = new ArrayList<>();
        boolean isDemonstration = false;
        for (EnterpriseLine line : directory.list(ENTERPRISES_SHOWN)) {
            isDemonstration |= line.isDemonstration();
            enterprises.add(Map.of(
                    "handle", line.handle(),
                    "name", language == Language.ZH ? line.nameZh() : line.nameEn(),
                    "token", line.token(),
                    "hasCode", line.hasCode(),
                    "grade", line.grade(),
                    "isDemonstration", line.isDemonstration()));
        }
        NodeStatus now = status.get();
        return pages.render(
                "home",
                new PageHead(language, messages.text(language, "title"), "/", isDemonstration),
                Map.of(
                        "enterprises", enterprises,
                        "hasEnterprises", !enterprises.isEmpty(),
                        "isUp", now.isUp(),
                        "prefix", now.prefix(),
                        "version", now.version(),
                        "example",
                                enterprises.isEmpty()
                                        ? now.prefix()
                                        : enterprises.get(0).get("handle"),
                        "checks", lines(language, "check.", now.checks()),
                        "faces", lines(language, "face.", now.faces())));
    }

    /** A line for each entry, named in words; {@code isOk} where a check holds. */
    private List<Map<String, Object>> lines(Language language, String prefix, Map<String, String> entries) {
        List<Map<String, Object>> lines = new ArrayList<>();
        new TreeMap<>(entries)
                .forEach((key, value) -> lines.add(Map.of(
                        "name",
                        messages.text(language, prefix + key),
                        "value",
                        value,
                        "isOk",
                        value.equals(NodeStatus.OK))));
        return lines;
    }
}
