// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;
import org.tanma.identifier.Identifier;
import org.tanma.resolver.identify.Finding;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.MetadataTemplate;

/**
 * What a record links to: its template and schema, its other forms, its other identifiers. Targets are absolute; relation
 * types are registered ones or full IRIs.
 */
final class RecordLinks {
    /** Relation of two identifiers of one thing. */
    static final String SAME_AS = "http://www.w3.org/2002/07/owl#sameAs";

    /** @param type media type of the target; empty when it has no document */
    record Link(String relation, String target, String type) {}

    private static final String SAFE = "-._~:/?#[]@!$&'()*+,;=";

    private final String base;

    /** @param address of the request, whose scheme and authority the links begin with */
    RecordLinks(URI address) {
        this.base = address.getScheme() + "://" + address.getRawAuthority();
    }

    /** The record's own address at this node. */
    String anchor(Finding.Found found) {
        return record(found.entry().record().name().toString());
    }

    /** Where this node shows the record of a handle. */
    String record(String handle) {
        return base + path(handle);
    }

    /** Where this node resolves an identifier. */
    static String path(Identifier identifier) {
        return path(identifier.canonical().startsWith("hdl:") ? identifier.format() : identifier.canonical());
    }

    private static String path(String text) {
        return text.contains("%") || text.contains("//")
                ? "/resolve?id=" + UriUtils.encode(text, StandardCharsets.UTF_8)
                : "/resolve/" + HandleLinks.path(text);
    }

    /** An identifier's canonical key as a URI reference: characters a URI cannot have are percent-encoded. */
    static String uri(Identifier identifier) {
        String key = identifier.canonical();
        boolean isEncoded = key.startsWith("https:") || key.startsWith("did:");
        StringBuilder uri = new StringBuilder(key.length());
        key.codePoints().forEach(c -> {
            boolean isPlain =
                    c < 0x80 && (Character.isLetterOrDigit(c) || SAFE.indexOf(c) >= 0 || c == '%' && isEncoded);
            uri.append(
                    isPlain ? Character.toString(c) : UriUtils.encode(Character.toString(c), StandardCharsets.UTF_8));
        });
        return uri.toString();
    }

    /** All links of a record, in a fixed order. */
    List<Link> of(Finding.Found found) {
        List<Link> links = new ArrayList<>();
        String self = anchor(found);
        links.add(new Link("canonical", self, ""));
        found.entry().described().map(TemplatedRecord::template).ifPresent(template -> {
            links.add(new Link("describedby", record(template.handle().toString()), "application/json"));
            links.add(new Link("describedby", schema(template), "application/schema+json"));
        });
        for (AnswerForm form : AnswerForm.values()) {
            links.add(new Link(
                    form == AnswerForm.LINKSET || form == AnswerForm.LINKSET_JSON ? "linkset" : "alternate",
                    self,
                    form.mediaType().toString()));
        }
        found.identifiers().stream().skip(1).forEach(same -> links.add(new Link(SAME_AS, uri(same), "")));
        return links;
    }

    private String schema(MetadataTemplate template) {
        return base + "/api/v1/templates/" + template.name() + "/" + template.version() + "/schema";
    }

    /** The links as a Link field writes them: RFC 8288, 3. */
    static String field(List<Link> links) {
        List<String> fields = new ArrayList<>();
        for (Link link : links) {
            String type = link.type().isEmpty() ? "" : "; type=\"" + link.type() + "\"";
            fields.add("<" + link.target() + ">; rel=\"" + link.relation() + "\"" + type);
        }
        return String.join(", ", fields);
    }
}
