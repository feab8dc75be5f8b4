// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.dns;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads questions. What cannot be answered is read as far as a refusal needs; nothing is made of what is shorter than a
 * header, or is an answer itself. Read octet for octet, since Netty's reader makes text of a name, in which a dot within a label
 * is one between labels, and allocates a record for each that is passed over. Ownership: none taken.
 */
final class DnsQueryReader {
    /** Records after the question; an asker sends one, or two with a signature. */
    private static final int MOST_RECORDS = 8;

    /** Type, class, time to live and length of a record, and where the last two stand. */
    private static final int RECORD_FIELDS = 10;

    private static final int RECORD_TTL = 4;
    private static final int RECORD_LENGTH = 8;

    private DnsQueryReader() {}

    static Optional<DnsQuery> read(ByteBuf message) {
        int start = message.readerIndex();
        if (message.readableBytes() < DnsWire.HEADER) {
            return Optional.empty();
        }
        int id = message.getUnsignedShort(start);
        int flags = message.getUnsignedShort(start + DnsWire.FLAGS);
        if ((flags & DnsWire.IS_RESPONSE) != 0) {
            return Optional.empty();
        }
        if (DnsWire.opcode(flags) != DnsWire.QUERY) {
            return Optional.of(DnsQuery.faulty(id, flags, DnsWire.NOT_IMPLEMENTED));
        }
        if (message.getUnsignedShort(start + DnsWire.QUESTIONS) != 1) {
            return Optional.of(DnsQuery.faulty(id, flags, DnsWire.FORMAT_ERROR));
        }
        return Optional.of(readQuestion(message, id, flags));
    }

    private static DnsQuery readQuestion(ByteBuf message, int id, int flags) {
        int start = message.readerIndex();
        int end = message.writerIndex();
        List<String> labels = new ArrayList<>();
        int at = start + DnsWire.HEADER;
        while (at < end && message.getByte(at) != 0) {
            int length = message.getUnsignedByte(at);
            if (length > DnsWire.MOST_LABEL || at + 1 + length >= end) {
                return DnsQuery.faulty(id, flags, DnsWire.FORMAT_ERROR);
            }
            labels.add(message.toString(at + 1, length, StandardCharsets.ISO_8859_1));
            at += 1 + length;
        }
        int nameOctets = at + 1 - start - DnsWire.HEADER;
        int questionOctets = nameOctets + 2 * Short.BYTES;
        if (nameOctets > DnsWire.MOST_NAME || start + DnsWire.HEADER + questionOctets > end) {
            return DnsQuery.faulty(id, flags, DnsWire.FORMAT_ERROR);
        }
        DnsQuery query = new DnsQuery(
                id,
                DnsWire.QUERY,
                DnsWire.isRecursionDesired(flags),
                DnsWire.NO_ERROR,
                questionOctets,
                labels,
                nameOctets,
                message.getUnsignedShort(at + 1),
                message.getUnsignedShort(at + 1 + Short.BYTES),
                DnsQuery.Edns.NONE);
        return withRecords(query, message, start + DnsWire.HEADER + questionOctets);
    }

    /** The query with what the records after its question say. */
    private static DnsQuery withRecords(DnsQuery query, ByteBuf message, int from) {
        int start = message.readerIndex();
        int before =
                message.getUnsignedShort(start + DnsWire.ANSWERS) + message.getUnsignedShort(start + DnsWire.AUTHORITY);
        int records = before + message.getUnsignedShort(start + DnsWire.ADDITIONAL);
        if (records == 0 || records > MOST_RECORDS) {
            boolean isWhole = records == 0 && from == message.writerIndex();
            return isWhole ? query : query.withFault(DnsWire.FORMAT_ERROR);
        }
        DnsQuery read = query;
        int at = from;
        for (int i = 0; i < records; i++) {
            int fields = afterName(message, at);
            if (fields < 0 || fields + RECORD_FIELDS > message.writerIndex()) {
                return read.withFault(DnsWire.FORMAT_ERROR);
            }
            int next = fields + RECORD_FIELDS + message.getUnsignedShort(fields + RECORD_LENGTH);
            if (next > message.writerIndex()) {
                return read.withFault(DnsWire.FORMAT_ERROR);
            }
            if (message.getUnsignedShort(fields) == DnsWire.OPT) {
                read = withOpt(read, message, fields, i >= before && fields == at + 1);
            }
            at = next;
        }
        return at < message.writerIndex() ? read.withFault(DnsWire.FORMAT_ERROR) : read;
    }

    /** Where a record's fields begin, after its name; -1 when the name does not end. */
    private static int afterName(ByteBuf message, int from) {
        int at = from;
        while (at < message.writerIndex()) {
            int length = message.getUnsignedByte(at);
            if (length == 0) {
                return at + 1;
            }
            if (length >= DnsWire.POINTER) {
                return at + Short.BYTES;
            }
            if (length > DnsWire.MOST_LABEL) {
                return -1;
            }
            at += 1 + length;
        }
        return -1;
    }

    /** With the asker's OPT record, whose fields begin at {@code fields}. */
    private static DnsQuery withOpt(DnsQuery query, ByteBuf message, int fields, boolean isInItsPlace) {
        if (!isInItsPlace || query.edns().isThere()) {
            return query.withFault(DnsWire.FORMAT_ERROR);
        }
        int payload = Math.max(DnsWire.PLAIN_OCTETS, message.getUnsignedShort(fields + Short.BYTES));
        int version = message.getUnsignedByte(fields + RECORD_TTL + 1);
        boolean isSecurityWanted =
                (message.getUnsignedShort(fields + RECORD_TTL + Short.BYTES) & DnsWire.SECURITY_WANTED) != 0;
        int fault = version > 0 && query.fault() == DnsWire.NO_ERROR ? DnsWire.BAD_VERSION : query.fault();
        return new DnsQuery(
                query.id(),
                query.opcode(),
                query.isRecursionDesired(),
                fault,
                query.questionOctets(),
                query.labels(),
                query.nameOctets(),
                query.type(),
                query.dnsClass(),
                new DnsQuery.Edns(true, payload, version, isSecurityWanted));
    }
}
