// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import io.netty.util.NetUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;

/**
 * A site as the tree that the Handle REST interface, version 9, writes as JSON.
 *
 * <p>{@code hashOption} is written unless the whole handle chooses the server, {@code hashFilter} unless it is empty.
 */
final class SiteTree {
    static final List<String> PROTOCOLS = List.of("UDP", "TCP", "HTTP", "HTTPS");

    private SiteTree() {}

    static Map<String, Object> of(SiteRecord site) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", site.formatVersion());
        tree.put("protocolVersion", site.majorVersion() + "." + site.minorVersion());
        tree.put("serialNumber", site.serial());
        tree.put("primarySite", site.isPrimary());
        tree.put("multiPrimary", site.isMultiPrimary());
        if (site.hashOption() != SiteRecord.HashOption.WHOLE_HANDLE) {
            tree.put("hashOption", site.hashOption().ordinal());
        }
        if (site.hashFilter().length() > 0) {
            tree.put("hashFilter", new String(site.hashFilter().toArray(), StandardCharsets.UTF_8));
        }
        List<Object> attributes = new ArrayList<>();
        for (SiteRecord.SiteAttribute attribute : site.attributes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", attribute.name());
            one.put("value", attribute.text());
            attributes.add(one);
        }
        tree.put("attributes", attributes);
        List<Object> servers = new ArrayList<>();
        site.servers().forEach(server -> servers.add(server(server)));
        tree.put("servers", servers);
        return tree;
    }

    private static Map<String, Object> server(SiteServer server) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("serverId", server.id());
        tree.put("address", NetUtil.toAddressString(server.inetAddress()));
        tree.put("publicKey", ValueTree.keyOrOctets(server.publicKey().toArray()));
        List<Object> interfaces = new ArrayList<>();
        server.interfaces().forEach(one -> interfaces.add(face(one)));
        tree.put("interfaces", interfaces);
        return tree;
    }

    private static Map<String, Object> face(SiteInterface one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("query", one.isForResolution());
        tree.put("admin", one.isForAdmin());
        boolean isKnown = one.protocol() < PROTOCOLS.size();
        tree.put("protocol", isKnown ? PROTOCOLS.get(one.protocol()) : String.valueOf(one.protocol()));
        tree.put("port", one.port());
        return tree;
    }
}
