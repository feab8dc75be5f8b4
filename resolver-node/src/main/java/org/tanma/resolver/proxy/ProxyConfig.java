// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

/**
 * What the proxy knows of its surroundings.
 *
 * @param recordPages where the pages for records stand, such as {@code http://127.0.0.1:8080}; empty when there are none
 * @param countryHeader the header in which something before this node writes the asker's country; empty to believe none
 * @param near finds handles like one that is not registered
 */
public record ProxyConfig(String recordPages, String countryHeader, NearHandles near) {
    /** Alone. */
    public static final ProxyConfig ALONE = new ProxyConfig("", "", NearHandles.none());
}
