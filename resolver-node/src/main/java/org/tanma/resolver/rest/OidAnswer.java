// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.oid.OidAllotments;
import org.tanma.resolver.oid.OidArc;
import org.tanma.resolver.oid.OidNode;

/**
 * An object identifier as the API shows it.
 *
 * @param kind {@code arc}, {@code enterprise} or {@code record}
 * @param iri OID-IRI with the labels that are known
 * @param dnsName under which the resolution system has it
 * @param handle whose record carries it
 * @param cinf path of the document of its children
 * @param rinf path of the document of its registration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OidAnswer(
        String oid,
        String urn,
        String iri,
        String dnsName,
        String kind,
        String prefix,
        @Nullable String handle,
        @Nullable String label,
        Instant allottedAt,
        String cinf,
        String rinf) {
    static OidAnswer of(OidNode node, OidArc arc) {
        String documents = "/oid/" + node.oid();
        return new OidAnswer(
                node.oid().dotted(),
                node.oid().canonical(),
                node.oid().iri(),
                node.oid().dnsName(arc.zone()).orElse(""),
                node.kind().name().toLowerCase(Locale.ROOT),
                node.prefix(),
                node.handle().map(HandleName::toString).orElse(null),
                node.label().isEmpty() ? null : node.label(),
                node.allottedAt(),
                documents + "/cinf",
                documents + "/rinf");
    }

    /**
     * Several, by number.
     *
     * @param next the {@code after} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<OidAnswer> oids, @Nullable String next) {}

    /** What happened to one, earliest first. */
    public record History(String oid, List<OidAllotments.Event> events) {}
}
