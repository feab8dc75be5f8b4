// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Renders a page: a Mustache body inside the one shell with the one style sheet.
 *
 * <p>Everything a template prints is escaped for HTML unless it says {@code {{{…}}}}. Pages carry a content security policy
 * that allows their own style sheet and nothing else: no script, no foreign request, no cookie. Safe between threads.
 */
public final class Pages {
    private static final String SHELL = "/page/shell.mustache";
    private static final String STYLE = "/page/style.css";

    private final Class<?> owner;
    private final Messages messages;
    private final Messages shellMessages = Messages.load(Pages.class, "/page/shell");
    private final String style = resource(Pages.class, STYLE);
    private final String policy = "default-src 'none'; style-src 'sha256-" + sha256(style)
            + "'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private final Mustache.Compiler compiler;
    private final Template shell;
    private final Map<String, Template> bodies = new ConcurrentHashMap<>();

    /**
     * @param owner a class of the module whose class path folder {@code /page} holds the bodies
     * @param messages the sentences its templates reach as {@code t}
     */
    public Pages(Class<?> owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
        this.compiler = Mustache.compiler()
                .escapeHTML(true)
                .defaultValue("")
                .withLoader(name -> new java.io.StringReader(resource(owner, "/page/" + name + ".mustache")));
        this.shell = compiler.compile(resource(Pages.class, SHELL));
    }

    /**
     * A whole HTML document.
     *
     * @param template the body: {@code /page/<template>.mustache} beside the owner
     * @param view what the body shows
     */
    public String render(String template, PageHead head, Map<String, ?> view) {
        Template body =
                bodies.computeIfAbsent(template, t -> compiler.compile(resource(owner, "/page/" + t + ".mustache")));
        Map<String, Object> model = new HashMap<>(view);
        model.put("t", messages.tree(head.language()));
        model.put("lang", head.language().code());
        Map<String, Object> frame = new HashMap<>();
        frame.put("t", shellMessages.tree(head.language()));
        frame.put("head", head);
        frame.put("langTag", head.language().tag());
        frame.put("style", style);
        frame.put("body", body.execute(model));
        return shell.execute(frame);
    }

    /** The answer that carries a rendered page: its headers forbid everything the page does not need. */
    public ResponseEntity<String> answer(int status, Language language, String html) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .body(html);
    }

    private static String resource(Class<?> owner, String path) {
        try (InputStream in = owner.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no page resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
