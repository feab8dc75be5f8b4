// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import org.tanma.identifier.Oid;
import org.tanma.resolver.oid.OidArc;

/**
 * The node's place in the tree of object identifiers.
 *
 * @param isAnswered whether the node answers for it by DNS
 * @param dnsPort by UDP and TCP; 0 a free one
 */
public record OidSettings(OidArc arc, boolean isAnswered, int dnsPort) {
    /** The port when none is named: it gives way to a free one where it is taken. */
    public static final int USUAL_PORT = 5_300;

    static final OidArc USUAL = new OidArc(Oid.of(OidArc.DEMONSTRATION), OidArc.ZONE);

    static OidSettings of(Settings given) {
        return new OidSettings(arc(given), given.flag("oid.dns"), given.count("oid.dns-port"));
    }

    private static OidArc arc(Settings given) {
        try {
            return new OidArc(Oid.of(given.required("oid.arc")), given.required("oid.zone"));
        } catch (IllegalArgumentException e) {
            given.faultAt("oid.arc", "fault.arc");
            return USUAL;
        }
    }
}
