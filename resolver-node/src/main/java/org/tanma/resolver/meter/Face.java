// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

import java.util.Locale;

/** By which way a request came. */
public enum Face {
    /** The Handle protocol in datagrams. */
    UDP,
    /** The Handle protocol over connections. */
    TCP,
    /** Handle HTTP, with TLS or without. */
    HTTP,
    /** DNS in datagrams. */
    DNS_UDP,
    /** DNS over connections. */
    DNS_TCP;

    /** In lower case, as metrics and logs write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
