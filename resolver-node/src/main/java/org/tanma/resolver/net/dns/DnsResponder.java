// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.dns;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.resolver.oid.OrsZone;
import org.tanma.resolver.oid.ZoneAnswer;
import org.tanma.resolver.oid.ZoneRecord;

/**
 * Answers messages about one zone, with authority and without recursion.
 *
 * <p>Results of the methods: the response code when an answer was written, {@link #NOTHING} when none is owed, {@link #LATER}
 * when the database has to be asked. An answer by UDP has at most as many octets as the asker says it takes, 512 when it says
 * nothing, 1,232 at most; by TCP it is whole. Ownership: none taken of what comes. Safe between threads.
 */
public final class DnsResponder {
    public static final int NOTHING = -1;
    public static final int LATER = -2;
    /** Octets of a datagram that are read; an asker that sends more has something else in mind. */
    public static final int MOST_DATAGRAM = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(DnsResponder.class);
    private static final int MOST_STREAM = 65_535;

    private final OrsZone zone;

    public DnsResponder(OrsZone zone) {
        this.zone = zone;
    }

    /** Answers if that takes no database. Never blocks. */
    public int answerFromMemory(ByteBuf question, boolean isDatagram, ByteBuf out) {
        Optional<DnsQuery> query = DnsQueryReader.read(question);
        if (query.isEmpty()) {
            return NOTHING;
        }
        int code = refusal(query.get());
        if (code != DnsWire.NO_ERROR) {
            writer(query.get(), isDatagram, out).bare(question, code, 0);
            return code;
        }
        return zone.answerFromMemory(query.get().labels(), query.get().type())
                .map(answer -> write(answer, query.get(), question, isDatagram, out))
                .orElse(LATER);
    }

    /** Answers; may ask the database. */
    public int answer(ByteBuf question, boolean isDatagram, ByteBuf out) {
        Optional<DnsQuery> query = DnsQueryReader.read(question);
        if (query.isEmpty()) {
            return NOTHING;
        }
        int code = refusal(query.get());
        if (code == DnsWire.NO_ERROR) {
            try {
                ZoneAnswer answer =
                        zone.answer(query.get().labels(), query.get().type());
                return write(answer, query.get(), question, isDatagram, out);
            } catch (RuntimeException e) {
                LOG.error("the database of allotments could not be asked", e);
                code = DnsWire.SERVER_FAILURE;
            }
        }
        writer(query.get(), isDatagram, out).bare(question, code, 0);
        return code;
    }

    /** Sends an asker over its rate to TCP, with an answer not longer than its question; nothing when there is no question. */
    public int sendToTcp(ByteBuf question, ByteBuf out) {
        Optional<DnsQuery> query = DnsQueryReader.read(question).filter(q -> q.fault() == DnsWire.NO_ERROR);
        if (query.isEmpty()) {
            return NOTHING;
        }
        writer(query.get(), true, out).bare(question, DnsWire.NO_ERROR, DnsWire.IS_TRUNCATED);
        return DnsWire.NO_ERROR;
    }

    /** The name a message asks about, as people write it; empty when it asks about none. */
    public static String nameIn(ByteBuf question) {
        return DnsQueryReader.read(question)
                .map(query -> String.join(".", query.labels()))
                .orElse("");
    }

    private static int refusal(DnsQuery query) {
        if (query.fault() != DnsWire.NO_ERROR) {
            return query.fault();
        }
        boolean isTransfer = query.type() == DnsWire.AXFR || query.type() == DnsWire.IXFR;
        return query.dnsClass() != DnsWire.INTERNET || isTransfer ? DnsWire.REFUSED : DnsWire.NO_ERROR;
    }

    private DnsAnswerWriter writer(DnsQuery query, boolean isDatagram, ByteBuf out) {
        int most = isDatagram ? Math.min(query.edns().payload(), DnsWire.DATAGRAM_OCTETS) : MOST_STREAM;
        return new DnsAnswerWriter(out, query, most, zone.apexLabels());
    }

    private int write(ZoneAnswer answer, DnsQuery query, ByteBuf question, boolean isDatagram, ByteBuf out) {
        DnsAnswerWriter writer = writer(query, isDatagram, out);
        if (answer instanceof ZoneAnswer.Records found) {
            writer.records(question, DnsWire.NO_ERROR, found.answers(), List.of(), found.additional());
            return DnsWire.NO_ERROR;
        }
        if (answer instanceof ZoneAnswer.NoRecords none) {
            return negative(writer, question, DnsWire.NO_ERROR, none.soa());
        }
        if (answer instanceof ZoneAnswer.NoSuchName none) {
            return negative(writer, question, DnsWire.NO_SUCH_NAME, none.soa());
        }
        writer.bare(question, DnsWire.REFUSED, 0);
        return DnsWire.REFUSED;
    }

    /** RFC 2308: with the start of authority, whose time to live is that of the answer. */
    private static int negative(DnsAnswerWriter writer, ByteBuf question, int code, ZoneRecord.Soa soa) {
        ZoneRecord.Soa shortLived = new ZoneRecord.Soa(
                soa.serial(), soa.refresh(), soa.retry(), soa.expire(), soa.negativeSeconds(), soa.negativeSeconds());
        writer.records(question, code, List.of(), List.of(shortLived), List.of());
        return code;
    }
}
