// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireReader;

/**
 * A handle value as the tree that the Handle REST interface, version 9, writes as JSON.
 *
 * <p>Shape: {@code index}, {@code type}, {@code data} with {@code format} and {@code value}, {@code permissions} unless
 * they are 1110, {@code ttl} in seconds or an instant, {@code timestamp} unless it is 0, {@code references} if any.
 * Formats: {@code admin}, {@code vlist}, {@code site} and {@code key} for the types that have them, as far as their octets
 * are such a thing; else {@code string} for UTF-8 text, else {@code base64}.
 */
public final class ValueTree {
    private static final String VALUE_LIST = "HS_VLIST";
    private static final String PUBLIC_KEY = "HS_PUBKEY";

    private ValueTree() {}

    public static Map<String, Object> of(HandleValue value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("index", value.index());
        tree.put("type", value.type());
        tree.put("data", dataOf(value));
        if (!value.permissions().equals(ValuePermissions.PUBLIC)) {
            tree.put("permissions", digits(value.permissions()));
        }
        tree.put("ttl", ttl(value.ttl()));
        if (value.timestampSeconds() != 0) {
            tree.put(
                    "timestamp", Instant.ofEpochSecond(value.timestampSeconds()).toString());
        }
        if (!value.references().isEmpty()) {
            tree.put("references", references(value.references()));
        }
        return tree;
    }

    private static Object ttl(Ttl ttl) {
        return ttl.isAbsolute() ? Instant.ofEpochSecond(ttl.seconds()).toString() : (Object) ttl.seconds();
    }

    private static String digits(ValuePermissions permissions) {
        return (permissions.adminRead() ? "1" : "0")
                + (permissions.adminWrite() ? "1" : "0")
                + (permissions.publicRead() ? "1" : "0")
                + (permissions.publicWrite() ? "1" : "0");
    }

    /** {@code format} and {@code value} of the data alone. */
    public static Map<String, Object> dataOf(HandleValue value) {
        ByteBuffer octets = ByteBuffer.wrap(value.data());
        try {
            if (isOf(value, AdminRecord.TYPE)) {
                return formatted("admin", admin(AdminRecord.decode(octets)));
            }
            if (isOf(value, VALUE_LIST)) {
                return formatted("vlist", references(valueList(octets)));
            }
            if (isOf(value, SiteRecord.TYPE)) {
                return formatted("site", SiteTree.of(SiteRecord.decode(octets)));
            }
            if (isOf(value, PUBLIC_KEY)) {
                return keyOrOctets(value.data());
            }
        } catch (WireFormatException e) {
            return textOrOctets(value.data());
        }
        return textOrOctets(value.data());
    }

    /** True when the value's type is this one or a subtype of it. */
    private static boolean isOf(HandleValue value, String type) {
        String folded = value.type().toUpperCase(Locale.ROOT);
        return folded.equals(type) || folded.startsWith(type + ".");
    }

    private static Map<String, Object> admin(AdminRecord admin) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("handle", admin.admin().toString());
        tree.put("index", admin.adminIndex());
        tree.put("permissions", admin.permissionDigits());
        return tree;
    }

    private static List<ValueReference> valueList(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        List<ValueReference> members = HandleValueCodec.decodeReferences(in);
        in.requireEnd("value list");
        return members;
    }

    private static List<Object> references(List<ValueReference> references) {
        List<Object> list = new ArrayList<>(references.size());
        for (ValueReference reference : references) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("handle", reference.handle());
            tree.put("index", reference.index());
            list.add(tree);
        }
        return list;
    }

    /** A public key record as a JSON Web Key, or its octets when it is of a kind that has none here. */
    static Map<String, Object> keyOrOctets(byte[] octets) {
        return PublicKeyTree.of(octets).map(key -> formatted("key", key)).orElseGet(() -> octets(octets));
    }

    private static Map<String, Object> textOrOctets(byte[] octets) {
        return text(octets).map(text -> formatted("string", text)).orElseGet(() -> octets(octets));
    }

    private static Map<String, Object> octets(byte[] octets) {
        return formatted("base64", Base64.getEncoder().encodeToString(octets));
    }

    /** The text that the octets are: UTF-8 without control characters other than tabulator and line ends. */
    private static Optional<String> text(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F)
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> formatted(String format, Object value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", format);
        tree.put("value", value);
        return tree;
    }
}
