// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.wire.OpCode;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.PageHead;
import org.tanma.kit.page.Pages;
import org.tanma.resolver.net.rest.HttpReply;
import org.tanma.resolver.net.rest.HttpTarget;
import org.tanma.resolver.proxy.HandleProxy;
import org.tanma.resolver.proxy.PathText;
import org.tanma.resolver.proxy.ProxyConfig;
import org.tanma.resolver.proxy.ProxyOutcome;
import org.tanma.resolver.proxy.ProxyQuestion;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;

/**
 * What a browser gets for {@code /PREFIX/SUFFIX}: a redirect to where the handle leads, or a page that shows its public
 * values, when it leads nowhere or {@code noredirect} is asked for.
 *
 * <p>Parameters: {@code noredirect}, {@code ignore_aliases}, {@code type} and {@code index} (repeatable), {@code
 * urlappend}, {@code locatt} (repeatable), {@code country}. {@code auth} and {@code cert} are taken and change nothing: the
 * node answers from its own records. A redirect expires when the values it was made from do. Blocks on the store; safe
 * between threads.
 */
final class HandlePages {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_HERE = 404;
    private static final String HTML = "text/html; charset=UTF-8";
    private static final Map<String, String> HEADERS = Map.of(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'",
            "referrer-policy",
            "no-referrer",
            "vary",
            "Accept-Language, Accept");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final HandleProxy proxy;
    private final InstantSource clock;
    private final List<String> demonstrationPrefixes;
    private final ProxyConfig config;
    private final Messages messages = Messages.load(HandlePages.class, "handle-page");
    private final Pages pages = new Pages(HandlePages.class, messages);
    private final ValueRows rows = new ValueRows(messages);
    private final RefusalView refusals;

    HandlePages(
            ResolutionPipeline pipeline, InstantSource clock, List<String> demonstrationPrefixes, ProxyConfig config) {
        this.proxy = new HandleProxy(
                pipeline, clock, () -> ThreadLocalRandom.current().nextLong());
        this.clock = clock;
        this.demonstrationPrefixes = demonstrationPrefixes;
        this.config = config;
        this.refusals = new RefusalView(messages, config.near());
    }

    HttpReply reply(HttpTarget target, HttpHeaders headers) {
        String handle = target.path().substring(1);
        Language language = Language.choose(target.last("lang"), headers.get(HttpHeaderNames.ACCEPT_LANGUAGE));
        if (handle.isEmpty()) {
            PageHead head = new PageHead(language, messages.text(language, "start.title"), "/", false);
            return html(200, head, Map.of("isStart", true));
        }
        ProxyOutcome outcome = proxy.ask(handle, question(target, headers));
        if (outcome instanceof ProxyOutcome.Sent sent) {
            return redirect(sent);
        }
        if (outcome instanceof ProxyOutcome.Misused misused) {
            Map<String, Object> view = view(handle);
            view.putAll(refusals.ofAppendix(misused.address(), language));
            return html(BAD_REQUEST, head(handle, language, false), view);
        }
        return page(((ProxyOutcome.Shown) outcome).resolution(), handle, language);
    }

    private ProxyQuestion question(HttpTarget target, HttpHeaders headers) {
        String fromHeader = config.countryHeader().isEmpty() ? "" : headers.get(config.countryHeader(), "");
        String country = target.last("country");
        return new ProxyQuestion(
                target.indexes(),
                target.all("type"),
                !target.hasFlag("noredirect"),
                !target.hasFlag("ignore_aliases"),
                target.last("urlappend"),
                ProxyQuestion.attributes(target.all("locatt")),
                country.isEmpty() ? fromHeader : country,
                String.join(",", headers.getAll(HttpHeaderNames.ACCEPT)));
    }

    private HttpReply redirect(ProxyOutcome.Sent sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("location", sent.address().toString());
        headers.put("expires", HTTP_DATE.format(expiry(sent.ttl())));
        headers.put("vary", "Accept");
        if (sent.isPersonal()) {
            headers.put("cache-control", "private");
        }
        return new HttpReply(sent.status(), "text/plain; charset=UTF-8", new byte[0], headers);
    }

    private Instant expiry(Ttl ttl) {
        return ttl.isAbsolute()
                ? Instant.ofEpochSecond(ttl.seconds())
                : clock.instant().plusSeconds(ttl.seconds());
    }

    private HttpReply page(Resolution resolution, String handle, Language language) {
        Map<String, Object> view = view(handle);
        boolean isDemonstration = false;
        if (resolution instanceof Resolution.Found found) {
            view.put("values", rows.of(found, language));
            view.put("isHere", true);
            isDemonstration = isDemonstration(found.name());
        } else {
            view.putAll(refusals.of(resolution, handle, language));
        }
        int status = resolution instanceof Resolution.Referral
                ? NOT_HERE
                : resolution.responseCode().httpStatus(OpCode.RESOLUTION);
        return html(status, head(handle, language, isDemonstration), view);
    }

    private Map<String, Object> view(String handle) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("handle", handle);
        view.put("path", PathText.encode(handle));
        if (!config.recordPages().isEmpty()) {
            view.put("recordPages", config.recordPages());
        }
        return view;
    }

    private static PageHead head(String handle, Language language, boolean isDemonstration) {
        return new PageHead(language, handle, "/" + PathText.encode(handle) + "?noredirect", isDemonstration);
    }

    private HttpReply html(int status, PageHead head, Map<String, ?> view) {
        byte[] body = pages.render("handle-values", head, view).getBytes(StandardCharsets.UTF_8);
        return new HttpReply(status, HTML, body, HEADERS);
    }

    private boolean isDemonstration(HandleName name) {
        return demonstrationPrefixes.stream().anyMatch(name::isUnder);
    }
}
