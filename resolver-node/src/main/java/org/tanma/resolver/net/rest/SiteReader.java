// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import io.netty.util.NetUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireLimits;
import tools.jackson.databind.JsonNode;

/** Reads a site from the JSON that {@link SiteTree} writes. */
final class SiteReader {
    private static final Set<String> SITE = Set.of(
            "version",
            "protocolVersion",
            "serialNumber",
            "primarySite",
            "multiPrimary",
            "hashOption",
            "hashFilter",
            "attributes",
            "servers");
    private static final Set<String> ATTRIBUTE = Set.of("name", "value");
    private static final Set<String> SERVER = Set.of("serverId", "address", "publicKey", "interfaces");
    private static final Set<String> INTERFACE = Set.of("query", "admin", "protocol", "port");
    private static final int SHORT = 65_535;
    private static final int OCTET = 255;

    private final JsonViolations violations;

    SiteReader(JsonViolations violations) {
        this.violations = violations;
    }

    SiteRecord read(String path, JsonNode node) {
        JsonFields fields = new JsonFields(path, node, SITE, violations);
        int[] version = version(fields);
        List<SiteRecord.SiteAttribute> attributes = new ArrayList<>();
        List<SiteServer> servers = new ArrayList<>();
        if (node.isObject()) {
            for (JsonFields one : objects(fields, "attributes", WireLimits.ATTRIBUTES, ATTRIBUTE)) {
                attributes.add(new SiteRecord.SiteAttribute(one.text("name"), one.text("value")));
            }
            objects(fields, "servers", WireLimits.SERVERS, SERVER).forEach(one -> servers.add(server(one)));
        }
        return new SiteRecord(
                (int) fields.number("version", 0, SHORT, 1),
                version[0],
                version[1],
                (int) fields.number("serialNumber", 0, SHORT, 1),
                fields.flag("primarySite"),
                fields.flag("multiPrimary"),
                SiteRecord.HashOption.values()[(int) fields.number("hashOption", 0, 2, 2)],
                fields.has("hashFilter")
                        ? Octets.of(fields.text("hashFilter").getBytes(StandardCharsets.UTF_8))
                        : Octets.EMPTY,
                attributes,
                servers);
    }

    private int[] version(JsonFields fields) {
        String text = fields.has("protocolVersion") ? fields.text("protocolVersion") : "2.11";
        if (text.matches("[0-9]{1,3}\\.[0-9]{1,3}")) {
            int dot = text.indexOf('.');
            int major = Integer.parseInt(text.substring(0, dot));
            int minor = Integer.parseInt(text.substring(dot + 1));
            if (major <= OCTET && minor <= OCTET) {
                return new int[] {major, minor};
            }
        }
        violations.add(fields.at("protocolVersion"), fields.node("protocolVersion"), "a version such as 2.11");
        return new int[] {0, 0};
    }

    private List<JsonFields> objects(JsonFields parent, String name, int most, Set<String> members) {
        List<JsonFields> found = new ArrayList<>();
        if (!parent.has(name)) {
            return found;
        }
        JsonNode list = parent.node(name);
        if (!list.isArray() || list.size() > most) {
            violations.add(parent.at(name), list, "an array of at most " + most);
            return found;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonFields one = new JsonFields(parent.at(name) + "[" + i + "]", list.get(i), members, violations);
            if (list.get(i).isObject()) {
                found.add(one);
            }
        }
        return found;
    }

    private SiteServer server(JsonFields fields) {
        List<SiteInterface> interfaces = new ArrayList<>();
        objects(fields, "interfaces", WireLimits.INTERFACES, INTERFACE).forEach(one -> interfaces.add(face(one)));
        byte[] key = fields.has("publicKey")
                ? new DataReader(violations).read(fields.at("publicKey"), fields.node("publicKey"))
                : new byte[0];
        return new SiteServer(
                (int) fields.number("serverId", 0, Integer.MAX_VALUE, 1), address(fields), Octets.of(key), interfaces);
    }

    /** Sixteen octets, an IPv4 address in the last four. */
    private Octets address(JsonFields fields) {
        String text = fields.text("address");
        byte @Nullable [] given = NetUtil.createByteArrayFromIpAddressString(text);
        byte[] octets = new byte[SiteServer.ADDRESS_OCTETS];
        if (given == null) {
            if (fields.node("address").isString()) {
                violations.add(fields.at("address"), fields.node("address"), "an IPv4 or IPv6 address");
            }
            return Octets.of(octets);
        }
        System.arraycopy(given, 0, octets, octets.length - given.length, given.length);
        return Octets.of(octets);
    }

    private SiteInterface face(JsonFields fields) {
        String name = fields.text("protocol").toUpperCase(Locale.ROOT);
        int protocol = SiteTree.PROTOCOLS.indexOf(name);
        if (protocol < 0) {
            violations.add(fields.at("protocol"), fields.node("protocol"), String.join(", ", SiteTree.PROTOCOLS));
        }
        return new SiteInterface(fields.flag("admin"), fields.flag("query"), Math.max(protocol, 0), (int)
                fields.number("port", 0, SHORT));
    }
}
