// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.dns;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.resolver.oid.OrsZone;
import org.tanma.resolver.oid.ZoneRecord;

/**
 * Writes answers. The question is repeated octet for octet, and every name in a record points into it (RFC 1035 section
 * 4.1.4), so that askers find the letter case they sent. What does not fit is left out whole, with the TC bit set.
 */
final class DnsAnswerWriter {
    private static final int ADDRESS_IPV4 = 4;
    private static final byte[] NAME_SERVER = {2, 'n', 's'};
    private static final byte[] HOSTMASTER = {10, 'h', 'o', 's', 't', 'm', 'a', 's', 't', 'e', 'r'};

    private final ByteBuf out;
    private final int start;
    private final int most;
    private final DnsQuery query;
    private final int apexOffset;

    /**
     * @param out gets the answer; its readable octets so far are left alone
     * @param most octets of the answer
     * @param apexLabels how many labels at the end of the name are the zone's
     */
    DnsAnswerWriter(ByteBuf out, DnsQuery query, int most, int apexLabels) {
        this.out = out;
        this.start = out.writerIndex();
        this.most = most;
        this.query = query;
        int below = 0;
        List<String> labels = query.labels();
        for (int i = 0; i < labels.size() - apexLabels; i++) {
            below += 1 + labels.get(i).length();
        }
        this.apexOffset = DnsWire.HEADER + below;
    }

    /** An answer without records: a refusal, or the sign to ask by TCP. */
    void bare(ByteBuf question, int code, int flags) {
        header(question, code, flags);
        opt(code);
    }

    /** An answer with records, or with the TC bit and none. */
    void records(
            ByteBuf question,
            int code,
            List<ZoneRecord> answers,
            List<ZoneRecord> authority,
            List<ZoneRecord> additional) {
        header(question, code, DnsWire.IS_AUTHORITATIVE);
        int optOctets = query.edns().isThere() ? DnsWire.OPT_OCTETS : 0;
        answers.forEach(this::record);
        authority.forEach(this::record);
        if (out.writerIndex() - start + optOctets > most) {
            out.writerIndex(start);
            bare(question, code, DnsWire.IS_AUTHORITATIVE | DnsWire.IS_TRUNCATED);
            return;
        }
        count(DnsWire.ANSWERS, answers.size());
        count(DnsWire.AUTHORITY, authority.size());
        int written = 0;
        for (ZoneRecord record : additional) {
            int before = out.writerIndex();
            record(record);
            if (out.writerIndex() - start + optOctets > most) {
                out.writerIndex(before);
                break;
            }
            written++;
        }
        count(DnsWire.ADDITIONAL, written);
        opt(code);
    }

    private void count(int field, int records) {
        out.setShort(start + field, records);
    }

    private void header(ByteBuf question, int code, int flags) {
        out.writeShort(query.id());
        out.writeShort(DnsWire.IS_RESPONSE
                | query.opcode() << DnsWire.OPCODE_SHIFT
                | flags
                | (query.isRecursionDesired() ? DnsWire.RECURSION_DESIRED : 0)
                | code & DnsWire.CODE_BITS);
        out.writeShort(query.questionOctets() > 0 ? 1 : 0);
        out.writeZero(DnsWire.HEADER - DnsWire.ANSWERS);
        out.writeBytes(question, question.readerIndex() + DnsWire.HEADER, query.questionOctets());
    }

    /** The node's own OPT record, when the asker sent one; nothing of the asker's options comes back. */
    private void opt(int code) {
        if (!query.edns().isThere()) {
            return;
        }
        out.writeByte(0);
        out.writeShort(DnsWire.OPT);
        out.writeShort(DnsWire.DATAGRAM_OCTETS);
        out.writeByte(code >> DnsWire.CODE_SHIFT);
        out.writeByte(0);
        out.writeShort(query.edns().isSecurityWanted() ? DnsWire.SECURITY_WANTED : 0);
        out.writeShort(0);
        out.setShort(start + DnsWire.ADDITIONAL, out.getUnsignedShort(start + DnsWire.ADDITIONAL) + 1);
    }

    private void record(ZoneRecord record) {
        switch (record.owner()) {
            case QUESTION -> pointer(DnsWire.HEADER);
            case APEX -> pointer(apexOffset);
            case NAME_SERVER -> {
                out.writeBytes(NAME_SERVER);
                pointer(apexOffset);
            }
        }
        out.writeShort(type(record));
        out.writeShort(DnsWire.INTERNET);
        out.writeInt(record.ttlSeconds());
        int length = out.writerIndex();
        out.writeShort(0);
        octets(record);
        out.setShort(length, out.writerIndex() - length - Short.BYTES);
    }

    private void pointer(int offset) {
        out.writeShort(DnsWire.POINTER << Byte.SIZE | offset);
    }

    private static int type(ZoneRecord record) {
        if (record instanceof ZoneRecord.Naptr) {
            return OrsZone.NAPTR;
        }
        if (record instanceof ZoneRecord.Txt) {
            return OrsZone.TXT;
        }
        if (record instanceof ZoneRecord.Soa) {
            return OrsZone.SOA;
        }
        if (record instanceof ZoneRecord.NameServer) {
            return OrsZone.NS;
        }
        if (record instanceof ZoneRecord.Address a) {
            return a.address().getAddress().length == ADDRESS_IPV4 ? OrsZone.A : OrsZone.AAAA;
        }
        return DnsWire.HINFO;
    }

    private void octets(ZoneRecord record) {
        if (record instanceof ZoneRecord.Naptr naptr) {
            out.writeShort(naptr.order());
            out.writeShort(naptr.preference());
            string(naptr.flags());
            string(naptr.services());
            string(naptr.regexp());
            out.writeByte(0);
        } else if (record instanceof ZoneRecord.Txt txt) {
            txt.texts().forEach(this::string);
        } else if (record instanceof ZoneRecord.HostInformation host) {
            string(host.cpu());
            string(host.os());
        } else if (record instanceof ZoneRecord.Address address) {
            out.writeBytes(address.address().getAddress());
        } else if (record instanceof ZoneRecord.NameServer) {
            below(NAME_SERVER);
        } else if (record instanceof ZoneRecord.Soa soa) {
            below(NAME_SERVER);
            below(HOSTMASTER);
            out.writeInt((int) soa.serial());
            out.writeInt(soa.refresh());
            out.writeInt(soa.retry());
            out.writeInt(soa.expire());
            out.writeInt(soa.negativeSeconds());
        }
    }

    private void below(byte[] label) {
        out.writeBytes(label);
        pointer(apexOffset);
    }

    private void string(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(octets.length);
        out.writeBytes(octets);
    }
}
