// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.handle.wire.WireReader;
import org.tanma.handle.wire.WireWriter;
import org.tanma.resolver.store.exchange.Fault.Kind;

/**
 * One value as a line of a batch file and back: {@code index type ttl permissions form data}.
 *
 * <p>Forms: {@code UTF8} with text to the end of the line; {@code ADMIN} with {@code index:permissions:handle}; {@code LIST}
 * with {@code index:handle} joined by semicolons; {@code FILE} with the path of a file of at most {@value
 * org.tanma.handle.wire.WireLimits#ARRAY_OCTETS} octets. TTL is in seconds, permissions four digits. The format has neither
 * timestamps, nor references, nor TTLs that are instants.
 */
final class BatchValues {
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (\\S+) (\\S+) (\\S+)(?: (.*))?", Pattern.DOTALL);
    private static final Pattern ADMIN = Pattern.compile("(\\d{1,10}):([01]{12}):(.+)");
    private static final Pattern MEMBER = Pattern.compile("(\\d{1,10}):(.+)");
    private static final Pattern FOUR_BITS = Pattern.compile("[01]{4}");

    private final Path directory;
    private final long timestampSeconds;

    BatchValues(Path directory, long timestampSeconds) {
        this.directory = directory;
        this.timestampSeconds = timestampSeconds;
    }

    HandleValue parse(String text, long line) throws FaultException {
        Matcher parts = LINE.matcher(text.stripLeading());
        if (!parts.matches()) {
            throw new FaultException(Fault.of(line, Kind.BAD_VALUE_LINE, BatchReader.shown(text)));
        }
        String permissions = parts.group(4);
        if (!FOUR_BITS.matcher(permissions).matches()) {
            throw new FaultException(Fault.of(line, Kind.BAD_PERMISSIONS, permissions));
        }
        String data = parts.group(6) == null ? "" : parts.group(6);
        return new HandleValue(
                (int) number(parts.group(1), 1, Integer.MAX_VALUE, line, Kind.BAD_INDEX),
                parts.group(2),
                data(parts.group(5), data, line),
                Ttl.ofSeconds(number(parts.group(3), 0, 0xFFFF_FFFFL, line, Kind.BAD_TTL)),
                ValuePermissions.fromBits(Integer.parseInt(permissions, 2)),
                timestampSeconds,
                List.of());
    }

    private static long number(String text, long least, long most, long line, Kind kind) throws FaultException {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new FaultException(Fault.of(line, kind, BatchReader.shown(text), least + ".." + most));
        }
        throw new FaultException(Fault.of(line, kind, text, least + ".." + most));
    }

    private byte[] data(String form, String data, long line) throws FaultException {
        try {
            return switch (form) {
                case "UTF8" -> data.getBytes(UTF_8);
                case "ADMIN" -> admin(data, line);
                case "LIST" -> list(data, line);
                case "FILE" -> file(data.strip(), line);
                default -> throw new FaultException(Fault.of(line, Kind.UNKNOWN_FORM, BatchReader.shown(form)));
            };
        } catch (InvalidHandleException | WireFormatException e) {
            throw new FaultException(
                    Fault.of(line, form.equals("ADMIN") ? Kind.BAD_ADMIN : Kind.BAD_LIST, BatchReader.shown(data)));
        }
    }

    private static byte[] admin(String data, long line) throws FaultException, WireFormatException {
        Matcher parts = ADMIN.matcher(data.strip());
        if (!parts.matches()) {
            throw new FaultException(Fault.of(line, Kind.BAD_ADMIN, BatchReader.shown(data)));
        }
        int index = (int) number(parts.group(1), 0, Integer.MAX_VALUE, line, Kind.BAD_INDEX);
        int permissions = Integer.parseInt(reversed(parts.group(2)), 2);
        return new AdminRecord(permissions, HandleName.parse(parts.group(3)), index).encode();
    }

    private static byte[] list(String data, long line) throws FaultException, WireFormatException {
        List<ValueReference> members = new ArrayList<>();
        for (String member : data.strip().split(";", -1)) {
            Matcher parts = MEMBER.matcher(member);
            if (!parts.matches()) {
                throw new FaultException(Fault.of(line, Kind.BAD_LIST, BatchReader.shown(data)));
            }
            int index = (int) number(parts.group(1), 0, Integer.MAX_VALUE, line, Kind.BAD_INDEX);
            members.add(new ValueReference(parts.group(2), index));
        }
        WireWriter out = new WireWriter(WireLimits.ARRAY_OCTETS);
        HandleValueCodec.encodeReferences(members, out);
        return out.toArray();
    }

    private byte[] file(String path, long line) throws FaultException {
        try {
            Path file = directory.resolve(path);
            long octets = Files.isRegularFile(file) ? Files.size(file) : -1;
            if (octets < 0 || octets > WireLimits.ARRAY_OCTETS) {
                throw new FaultException(Fault.of(
                        line,
                        Kind.FILE_UNREADABLE,
                        BatchReader.shown(path),
                        octets < 0 ? "no file" : octets + " > " + WireLimits.ARRAY_OCTETS));
            }
            return Files.readAllBytes(file);
        } catch (IOException | InvalidPathException e) {
            throw new FaultException(Fault.of(
                    line,
                    Kind.FILE_UNREADABLE,
                    BatchReader.shown(path),
                    e.getClass().getSimpleName()));
        }
    }

    /** The line of a value, when it can be one: the data in a form that reads back to the same octets. */
    static Optional<String> format(HandleValue value, String file) {
        if (value.type().isEmpty() || value.type().chars().anyMatch(c -> c <= ' ')) {
            return Optional.empty();
        }
        String fixed = value.index() + " " + value.type() + " " + value.ttl().seconds() + " "
                + fourBits(value.permissions()) + " ";
        return Optional.of(fixed + form(value).orElseGet(() -> "FILE " + file));
    }

    /** The form and data on one line; empty when only a file can hold the octets. */
    static Optional<String> form(HandleValue value) {
        byte[] data = value.data();
        String type = value.type().toUpperCase(java.util.Locale.ROOT);
        try {
            if (type.equals(AdminRecord.TYPE)) {
                AdminRecord admin = AdminRecord.decode(ByteBuffer.wrap(data));
                return same(data, admin.encode())
                                && admin.permissions() <= AdminRecord.ALL
                                && isOneLine(admin.admin().toString())
                        ? Optional.of("ADMIN " + admin.adminIndex() + ":" + reversed(admin.permissionDigits()) + ":"
                                + admin.admin())
                        : Optional.empty();
            }
            if (type.equals("HS_VLIST")) {
                return vlist(data);
            }
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
            return isOneLine(text) ? Optional.of("UTF8 " + text) : Optional.empty();
        } catch (WireFormatException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> vlist(byte[] data) throws WireFormatException {
        WireReader in = new WireReader(ByteBuffer.wrap(data));
        List<ValueReference> members = HandleValueCodec.decodeReferences(in);
        in.requireEnd("value list");
        boolean isPlain = !members.isEmpty()
                && members.stream()
                        .allMatch(m -> isOneLine(m.handle())
                                && !m.handle().isEmpty()
                                && m.handle().indexOf(';') < 0);
        return isPlain
                ? Optional.of("LIST "
                        + String.join(
                                ";",
                                members.stream()
                                        .map(m -> m.index() + ":" + m.handle())
                                        .toList()))
                : Optional.empty();
    }

    /** True when reading the line again gives this text: no line ends or other controls, no spaces at its ends. */
    private static boolean isOneLine(String text) {
        return !text.isEmpty()
                && text.strip().length() == text.length()
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** The first digit of an administrator's permissions is their lowest bit: adding handles. */
    private static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }

    private static boolean same(byte[] a, byte[] b) {
        return java.util.Arrays.equals(a, b);
    }

    private static String fourBits(ValuePermissions permissions) {
        return Integer.toBinaryString(16 + permissions.bits()).substring(1);
    }
}
