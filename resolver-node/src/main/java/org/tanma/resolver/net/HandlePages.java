// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.wire.OpCode;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.PageHead;
import org.tanma.kit.page.Pages;
import org.tanma.resolver.net.rest.HttpReply;
import org.tanma.resolver.net.rest.HttpTarget;
import org.tanma.resolver.net.rest.JsonText;
import org.tanma.resolver.net.rest.ValueTree;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResolutionQuery;

/**
 * What a browser gets for {@code /PREFIX/SUFFIX}: a redirect to the handle's first URL value, or a page that shows its
 * public values, when there is no such value or {@code noredirect} is asked for.
 *
 * <p>Only absolute http and https addresses are redirected to. A redirect expires when its value's TTL does. Blocks on
 * the store; safe between threads.
 */
final class HandlePages {
    private static final int REDIRECT = 302;
    private static final String HTML = "text/html; charset=UTF-8";
    private static final Map<String, String> HEADERS = Map.of(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
            "referrer-policy",
            "no-referrer",
            "vary",
            "Accept-Language");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ResolutionPipeline pipeline;
    private final InstantSource clock;
    private final List<String> demonstrationPrefixes;
    private final Messages messages = Messages.load(HandlePages.class, "handle-page");
    private final Pages pages = new Pages(HandlePages.class, messages);

    HandlePages(ResolutionPipeline pipeline, InstantSource clock, List<String> demonstrationPrefixes) {
        this.pipeline = pipeline;
        this.clock = clock;
        this.demonstrationPrefixes = demonstrationPrefixes;
    }

    HttpReply reply(HttpTarget target, @Nullable String acceptLanguage) {
        String handle = target.path().substring(1);
        Language language = Language.choose(target.last("lang"), acceptLanguage);
        if (handle.isEmpty()) {
            return html(
                    200,
                    new PageHead(language, messages.text(language, "start.title"), "/", false),
                    Map.of("isStart", true));
        }
        Resolution resolution =
                pipeline.resolve(ResolutionQuery.of(handle, target.indexes(), target.all("type"), true));
        if (resolution instanceof Resolution.Found found && !target.hasFlag("noredirect")) {
            Optional<HttpReply> redirect = redirect(found);
            if (redirect.isPresent()) {
                return redirect.get();
            }
        }
        return page(resolution, handle, language);
    }

    private Optional<HttpReply> redirect(Resolution.Found found) {
        for (HandleValue value : found.values().decode()) {
            Optional<String> address = value.type().equalsIgnoreCase("URL") ? address(value) : Optional.empty();
            if (address.isPresent()) {
                return Optional.of(new HttpReply(
                        REDIRECT,
                        "text/plain; charset=UTF-8",
                        new byte[0],
                        Map.of("location", address.get(), "expires", HTTP_DATE.format(expiry(value.ttl())))));
            }
        }
        return Optional.empty();
    }

    private Instant expiry(Ttl ttl) {
        return ttl.isAbsolute()
                ? Instant.ofEpochSecond(ttl.seconds())
                : clock.instant().plusSeconds(ttl.seconds());
    }

    /** The value as an absolute http or https address in ASCII; empty when it is none. */
    private static Optional<String> address(HandleValue value) {
        try {
            URI address = new URI(value.dataAsText());
            String scheme = String.valueOf(address.getScheme());
            boolean isWeb = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return isWeb && address.getHost() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private HttpReply page(Resolution resolution, String handle, Language language) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("handle", handle);
        boolean isDemonstration = false;
        if (resolution instanceof Resolution.Found found) {
            view.put(
                    "values",
                    found.values().decode().stream().map(HandlePages::row).toList());
            isDemonstration = isDemonstration(found.name());
        } else {
            view.put("refusal", refusal(resolution, language));
        }
        PageHead head = new PageHead(language, handle, path(handle) + "?noredirect", isDemonstration);
        return html(resolution.responseCode().httpStatus(OpCode.RESOLUTION), head, view);
    }

    private HttpReply html(int status, PageHead head, Map<String, ?> view) {
        byte[] body = pages.render("handle-values", head, view).getBytes(StandardCharsets.UTF_8);
        return new HttpReply(status, HTML, body, HEADERS);
    }

    private static String path(String handle) {
        try {
            return new URI(null, null, "/" + handle, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private boolean isDemonstration(HandleName name) {
        return demonstrationPrefixes.stream().anyMatch(name::isUnder);
    }

    private String refusal(Resolution resolution, Language language) {
        if (resolution instanceof Resolution.HandleNotFound) {
            return messages.text(language, "refusal.absent");
        }
        if (resolution instanceof Resolution.ValuesNotFound) {
            return messages.text(language, "refusal.novalues");
        }
        return messages.text(language, "refusal.other") + resolution.message();
    }

    private static Map<String, Object> row(HandleValue value) {
        Map<String, Object> tree = ValueTree.of(value);
        Object shown = ValueTree.dataOf(value).getOrDefault("value", "");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("index", value.index());
        row.put("type", value.type());
        row.put("text", shown instanceof String text ? text : JsonText.line(shown));
        row.put("isLink", address(value).isPresent());
        row.put("href", address(value).orElse(""));
        row.put("timestamp", tree.getOrDefault("timestamp", ""));
        row.put("ttl", tree.getOrDefault("ttl", ""));
        return row;
    }
}
