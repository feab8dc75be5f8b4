// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Oid;

/**
 * The DNS zone of the node's arc: what the object identifier resolution system (ITU-T X.672) is told of each node.
 *
 * <p>Shape: the apex is the arc's name ({@code <arcs reversed>.oid-res.org}); below it each label is a number, or the Unicode
 * label of a node as DNS writes it. A node has NAPTR records of the services COID, CINF and RINF, and a TXT record with its
 * handle. Nodes are looked up in the database and remembered for {@value #KEPT_SECONDS} s, those that are not there too; an
 * allotment made here is seen at once. Safe between threads; {@link #answerFromMemory} never blocks.
 */
public final class OrsZone {
    public static final int NAPTR = 35;
    public static final int TXT = 16;
    public static final int SOA = 6;
    public static final int NS = 2;
    public static final int A = 1;
    public static final int AAAA = 28;
    public static final int ANY = 255;

    static final int KEPT_SECONDS = 30;
    private static final long MOST_KEPT = 100_000;
    private static final int TTL = 3_600;
    private static final int NEGATIVE_TTL = 60;
    private static final int REFRESH = 3_600;
    private static final int RETRY = 600;
    private static final int EXPIRE = 604_800;
    private static final int ORDER = 100;
    private static final int PREFERENCE = 10;
    private static final int MOST_STRING = 255;
    private static final int MOST_DIGITS = 63;

    private final OidAllotments allotments;
    private final List<String> apex;
    private final String documents;
    private final List<ZoneRecord> addresses;
    private final Cache<String, Optional<OidNode>> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofSeconds(KEPT_SECONDS))
            .executor(Runnable::run)
            .build();
    private final AtomicLong serial;

    /**
     * @param publicUrl where the documents behind CINF and RINF are had, without {@code /oid/…}
     * @param address of the name server, as others reach it
     */
    public OrsZone(OidAllotments allotments, URI publicUrl, InetAddress address, InstantSource clock) {
        this.allotments = allotments;
        this.apex = List.of(allotments.arc().apex().split("\\."));
        String base = publicUrl.toString();
        this.documents = (base.endsWith("/") ? base : base + "/").replace("!", "%21") + "oid/";
        this.addresses = List.of(new ZoneRecord.Address(address, TTL));
        this.serial = new AtomicLong(clock.instant().getEpochSecond());
    }

    /** Labels of the zone's apex. */
    public int apexLabels() {
        return apex.size();
    }

    /** A node is new, or has a label now: what was remembered of it is forgotten. */
    public void changed(OidNode node) {
        serial.accumulateAndGet(node.allottedAt().getEpochSecond(), Math::max);
        if (node.label().isEmpty()) {
            known.invalidate(path(node.oid()));
        } else {
            known.invalidateAll();
        }
    }

    private String path(Oid oid) {
        List<BigInteger> below = oid.arcs()
                .subList(allotments.arc().oid().arcs().size(), oid.arcs().size());
        StringBuilder path = new StringBuilder();
        below.forEach(arc -> path.append('.').append(arc));
        return path.toString();
    }

    /**
     * The answer, unless the database has to be asked.
     *
     * @param labels of the name, leftmost first, in any case
     */
    public Optional<ZoneAnswer> answerFromMemory(List<String> labels, int type) {
        if (!isInZone(labels)) {
            return Optional.of(new ZoneAnswer.OutsideZone());
        }
        if (isNameServer(labels)) {
            return Optional.of(nameServer(type));
        }
        Optional<OidNode> node = known.getIfPresent(path(labels));
        return node == null ? Optional.empty() : Optional.of(of(node, labels.size() == apex.size(), type));
    }

    /** The answer; asks the database where it has to. */
    public ZoneAnswer answer(List<String> labels, int type) {
        if (!isInZone(labels)) {
            return new ZoneAnswer.OutsideZone();
        }
        if (isNameServer(labels)) {
            return nameServer(type);
        }
        List<String> below = labels.subList(0, labels.size() - apex.size());
        Optional<OidNode> node = known.get(path(labels), path -> find(below));
        return of(node, below.isEmpty(), type);
    }

    private boolean isInZone(List<String> labels) {
        int below = labels.size() - apex.size();
        for (int i = 0; i < apex.size(); i++) {
            if (below < 0 || !labels.get(below + i).equalsIgnoreCase(apex.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isNameServer(List<String> labels) {
        return labels.size() == apex.size() + 1 && labels.get(0).equalsIgnoreCase(OidLabel.NAME_SERVER);
    }

    /** From the apex downwards, in small letters. */
    private String path(List<String> labels) {
        StringBuilder path = new StringBuilder();
        for (int i = labels.size() - apex.size() - 1; i >= 0; i--) {
            path.append('.').append(labels.get(i).toLowerCase(Locale.ROOT));
        }
        return path.toString();
    }

    /** The node that labels lead to from the apex, leftmost last. */
    private Optional<OidNode> find(List<String> below) {
        Oid oid = allotments.arc().oid();
        for (int i = below.size() - 1; i >= 0; i--) {
            String label = below.get(i);
            if (isNumber(label)) {
                if (oid.arcs().size() == Oid.MOST_ARCS) {
                    return Optional.empty();
                }
                oid = oid.child(new BigInteger(label));
            } else {
                Optional<OidNode> named = OidLabel.NAME.matcher(label).matches()
                        ? allotments.find(oid, label.toLowerCase(Locale.ROOT))
                        : Optional.empty();
                if (named.isEmpty()) {
                    return Optional.empty();
                }
                oid = named.get().oid();
            }
        }
        return allotments.find(oid);
    }

    private static boolean isNumber(String label) {
        return label.length() <= MOST_DIGITS
                && label.chars().allMatch(c -> c >= '0' && c <= '9')
                && (label.length() == 1 || label.charAt(0) != '0');
    }

    private ZoneAnswer of(Optional<OidNode> node, boolean isApex, int type) {
        if (node.isEmpty()) {
            return new ZoneAnswer.NoSuchName(soa());
        }
        return switch (type) {
            case NAPTR -> records(services(node.get()));
            case TXT -> records(texts(node.get()));
            case ANY -> records(List.of(new ZoneRecord.HostInformation("RFC8482", "", TTL)));
            case SOA -> isApex ? records(List.of(soa())) : new ZoneAnswer.NoRecords(soa());
            case NS ->
                isApex
                        ? new ZoneAnswer.Records(List.of(new ZoneRecord.NameServer(TTL)), addresses)
                        : new ZoneAnswer.NoRecords(soa());
            default -> new ZoneAnswer.NoRecords(soa());
        };
    }

    private ZoneAnswer nameServer(int type) {
        boolean isIpv4 = addresses.stream()
                .anyMatch(a -> a instanceof ZoneRecord.Address one && one.address() instanceof Inet4Address);
        if (type == (isIpv4 ? A : AAAA)) {
            return records(addresses);
        }
        return type == ANY
                ? records(List.of(new ZoneRecord.HostInformation("RFC8482", "", TTL)))
                : new ZoneAnswer.NoRecords(soa());
    }

    private ZoneAnswer records(List<? extends ZoneRecord> found) {
        return found.isEmpty()
                ? new ZoneAnswer.NoRecords(soa())
                : new ZoneAnswer.Records(List.copyOf(found), List.of());
    }

    private List<ZoneRecord> services(OidNode node) {
        List<ZoneRecord> records = new ArrayList<>();
        add(records, "ORS+COID", node.oid().numericIri());
        add(records, "ORS+CINF", documents + node.oid() + "/cinf.xml");
        add(records, "ORS+RINF", documents + node.oid() + "/rinf.xml");
        return records;
    }

    private static void add(List<ZoneRecord> records, String service, String result) {
        String regexp = "!^.*$!" + result + "!";
        if (regexp.length() <= MOST_STRING) {
            records.add(new ZoneRecord.Naptr(ORDER, PREFERENCE, "u", service, regexp, TTL));
        }
    }

    private static List<ZoneRecord> texts(OidNode node) {
        return node.handle()
                .map(HandleName::toString)
                .<List<ZoneRecord>>map(handle -> List.of(new ZoneRecord.Txt(pieces("hdl:" + handle), TTL)))
                .orElse(List.of());
    }

    /** A text in pieces of at most 255 octets, none of which ends within a character. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String character = Character.toString(text.codePointAt(at));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MOST_STRING) {
                pieces.add(piece.toString());
                piece.setLength(0);
                octets = 0;
            }
            piece.append(character);
            octets += more;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private ZoneRecord.Soa soa() {
        return new ZoneRecord.Soa(serial.get(), REFRESH, RETRY, EXPIRE, NEGATIVE_TTL, TTL);
    }
}
