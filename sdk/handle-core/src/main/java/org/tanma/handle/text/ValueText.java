// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;

/**
 * The data of a value on one line.
 *
 * <p>Administrators and sites are spelled out, text is text, anything else is hexadecimal after {@code 0x}. Control
 * characters are escaped, so that data cannot steer a terminal. An administrator or site record that cannot be read is
 * shown as octets.
 */
public final class ValueText {
    private ValueText() {}

    public static String of(HandleValue value) {
        byte[] data = value.data();
        try {
            if (value.type().equalsIgnoreCase(AdminRecord.TYPE)) {
                return admin(AdminRecord.decode(ByteBuffer.wrap(data)));
            }
            if (value.type().equalsIgnoreCase(SiteRecord.TYPE)) {
                return site(SiteRecord.decode(ByteBuffer.wrap(data)));
            }
        } catch (WireFormatException e) {
            return hex(data);
        }
        return text(data).map(ValueText::escape).orElseGet(() -> hex(data));
    }

    /** Text with control characters replaced by their escapes. */
    public static String escape(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        ? String.format("\\u%04x", c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static String admin(AdminRecord admin) {
        return admin.adminIndex() + ":" + admin.admin() + " " + admin.permissionDigits();
    }

    private static String site(SiteRecord site) {
        return site.servers().stream().map(ValueText::server).collect(Collectors.joining("; "));
    }

    private static String server(SiteServer server) {
        String address = server.inetAddress().getHostAddress();
        return server.interfaces().stream()
                .map(one -> one.protocolName() + " " + address + " " + one.port())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> text(byte[] data) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String hex(byte[] data) {
        return "0x" + HexFormat.of().formatHex(data);
    }
}
