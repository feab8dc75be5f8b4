// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.text.ValueText;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireReader;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.resolver.net.rest.ValueTree;
import org.tanma.resolver.proxy.Location;
import org.tanma.resolver.proxy.Locations;
import org.tanma.resolver.proxy.PathText;
import org.tanma.resolver.proxy.WebAddress;
import org.tanma.resolver.resolve.Resolution;

/** Values as a page shows them: administrators, sites, keys, lists and aliases spelled out, all else as text or octets. */
final class ValueRows {
    private static final Set<String> HANDLES = Set.of("HS_ALIAS", "HS_SERV", "HS_SERV.PREFIX");
    private static final DateTimeFormatter PEOPLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHOWN_OCTETS = 48;
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;
    private static final int PERMISSIONS = 12;

    private final Messages messages;

    ValueRows(Messages messages) {
        this.messages = messages;
    }

    List<Map<String, Object>> of(Resolution.Found found, Language language) {
        return found.values().decode().stream()
                .map(value -> row(found.name(), value, language))
                .toList();
    }

    private Map<String, Object> row(HandleName name, HandleValue value, Language language) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("index", value.index());
        row.put("type", value.type());
        row.put("lines", lines(name, value, language));
        row.put("ttl", ttl(value.ttl(), language));
        row.put("writers", writers(value.permissions(), language));
        if (value.timestampSeconds() != 0) {
            Instant changed = Instant.ofEpochSecond(value.timestampSeconds());
            row.put("timestamp", Map.of("machine", changed.toString(), "people", PEOPLE.format(changed)));
        }
        return row;
    }

    private List<Map<String, Object>> lines(HandleName name, HandleValue value, Language language) {
        String type = value.type().toUpperCase(Locale.ROOT);
        ByteBuffer octets = ByteBuffer.wrap(value.data());
        try {
            if (type.equals(AdminRecord.TYPE)) {
                return admin(AdminRecord.decode(octets), language);
            }
            if (type.equals(SiteRecord.TYPE) || type.startsWith(SiteRecord.TYPE + ".")) {
                return site(SiteRecord.decode(octets), language);
            }
            if (type.equals("HS_VLIST")) {
                return list(octets);
            }
            if (type.equals(KeyRecord.TYPE)) {
                return List.of(line("", key(KeyRecord.decode(octets)), ""));
            }
        } catch (WireFormatException e) {
            return List.of(plain(value, language));
        }
        if (type.equalsIgnoreCase(Locations.TYPE)) {
            Optional<List<Map<String, Object>>> locations =
                    Locations.parse(value.data()).map(list -> locations(list, name));
            return locations.filter(all -> !all.isEmpty()).orElseGet(() -> List.of(plain(value, language)));
        }
        return List.of(plain(value, language));
    }

    private Map<String, Object> plain(HandleValue value, Language language) {
        if (!"string".equals(ValueTree.dataOf(value).get("format"))) {
            byte[] data = value.data();
            int shown = Math.min(data.length, SHOWN_OCTETS);
            String hex = HexFormat.of().formatHex(data, 0, shown) + (shown < data.length ? " …" : "");
            Map<String, Object> octets = line(messages.text(language, "values.octets", data.length), hex, "");
            octets.put("isCode", true);
            return octets;
        }
        String text = value.dataAsText();
        String href = HANDLES.contains(value.type().toUpperCase(Locale.ROOT))
                ? handleHref(text)
                : WebAddress.parse(text).map(WebAddress::toString).orElse("");
        return line("", ValueText.escape(text), href);
    }

    private List<Map<String, Object>> admin(AdminRecord admin, Language language) {
        List<String> may = new ArrayList<>();
        for (int bit = 0; bit < PERMISSIONS; bit++) {
            if (admin.may(1 << bit)) {
                may.add(messages.text(language, "admin.may" + bit));
            }
        }
        return List.of(
                reference(
                        messages.text(language, "admin.who"),
                        new ValueReference(admin.admin().toString(), admin.adminIndex())),
                line(
                        messages.text(language, "admin.may"),
                        may.size() == PERMISSIONS
                                ? messages.text(language, "admin.all")
                                : String.join(messages.text(language, "list.comma"), may),
                        ""));
    }

    private List<Map<String, Object>> site(SiteRecord site, Language language) {
        List<Map<String, Object>> lines = new ArrayList<>();
        String kind = messages.text(language, site.isPrimary() ? "site.primary" : "site.mirror");
        lines.add(line("", messages.text(language, "site.kind", kind, Integer.toString(site.serial())), ""));
        for (SiteServer server : site.servers()) {
            String ways = server.interfaces().stream()
                    .map(one -> one.protocolName() + " " + one.port())
                    .collect(Collectors.joining(" · "));
            lines.add(line(host(server.inetAddress()), ways, ""));
        }
        return lines;
    }

    private static List<Map<String, Object>> list(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        List<ValueReference> members = HandleValueCodec.decodeReferences(in);
        in.requireEnd("value list");
        return members.stream().map(member -> reference("", member)).toList();
    }

    private static List<Map<String, Object>> locations(Locations list, HandleName name) {
        return list.locations().stream()
                .flatMap(
                        one -> one
                                .address(name)
                                .map(address -> line(qualities(one), address.toString(), address.toString()))
                                .stream())
                .toList();
    }

    private static String qualities(Location one) {
        return one.attributes().keySet().stream()
                .filter(name -> !name.startsWith("href"))
                .sorted()
                .map(name -> name + " " + ValueText.escape(one.attribute(name)))
                .collect(Collectors.joining(" · "));
    }

    private static String key(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        return key instanceof DSAPublicKey dsa ? "DSA " + dsa.getParams().getP().bitLength() : key.getAlgorithm();
    }

    private String ttl(Ttl ttl, Language language) {
        if (ttl.isAbsolute()) {
            return messages.text(language, "ttl.until", PEOPLE.format(Instant.ofEpochSecond(ttl.seconds())));
        }
        for (int unit : new int[] {DAY, HOUR, MINUTE, 1}) {
            if (ttl.seconds() >= unit && ttl.seconds() % unit == 0) {
                return messages.text(language, "ttl.unit" + unit, ttl.seconds() / unit);
            }
        }
        return messages.text(language, "ttl.none");
    }

    private String writers(ValuePermissions permissions, Language language) {
        if (permissions.publicWrite()) {
            return messages.text(language, "writers.all");
        }
        return messages.text(language, permissions.adminWrite() ? "writers.admins" : "writers.nobody");
    }

    private static Map<String, Object> reference(String label, ValueReference reference) {
        return line(label, reference.index() + ":" + reference.handle(), handleHref(reference.handle()));
    }

    private static String handleHref(String handle) {
        return "/" + PathText.encode(handle) + "?noredirect";
    }

    private static Map<String, Object> line(String label, String text, String href) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("label", label);
        line.put("text", text);
        line.put("hasLabel", !label.isEmpty());
        line.put("href", href);
        line.put("isLink", !href.isEmpty());
        line.put("isCode", false);
        return line;
    }

    /** An address as it stands in a URL. */
    static String host(InetAddress address) {
        String text = NetUtil.toAddressString(address);
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
