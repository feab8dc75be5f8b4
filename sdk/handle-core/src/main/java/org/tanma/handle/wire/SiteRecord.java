// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * A site that serves handles: the data of an {@code HS_SITE} value and the answer to a site information request.
 *
 * <p>Range: format version and serial 0..65535, protocol version octets 0..255. A client picks a server of the site by a
 * hash of the part of the handle that {@code hashOption} names. Source: RFC 3651 section 3.2.2.
 */
public record SiteRecord(
        int formatVersion,
        int majorVersion,
        int minorVersion,
        int serial,
        boolean isPrimary,
        boolean isMultiPrimary,
        HashOption hashOption,
        Octets hashFilter,
        List<SiteAttribute> attributes,
        List<SiteServer> servers) {

    /** The type of the value that holds this. */
    public static final String TYPE = "HS_SITE";

    private static final int PRIMARY = 0x80;
    private static final int MULTI_PRIMARY = 0x40;
    private static final int SMALLEST_ATTRIBUTE = 2 * WireLayout.LENGTH_OCTETS;

    /** Which part of a handle chooses the server; the order is the code. */
    public enum HashOption {
        PREFIX,
        SUFFIX,
        WHOLE_HANDLE;

        /**
         * Which server of a site keeps a handle, by its place in the site's list: MD5 of the part in upper case, the
         * absolute value of its last four octets, modulo the number of servers. 0..{@code serverCount}−1.
         */
        public int serverOf(HandleName handle, int serverCount) {
            byte[] folded = handle.foldedOctets();
            int slash = 0;
            while (folded[slash] != '/') {
                slash++;
            }
            int from = this == SUFFIX ? slash + 1 : 0;
            int to = this == PREFIX ? slash : folded.length;
            byte[] digest = md5(Arrays.copyOfRange(folded, from, to));
            return serverOf(ByteBuffer.wrap(digest).getInt(digest.length - Integer.BYTES), serverCount);
        }

        /** The smallest number has no absolute value: it counts as it is, without its sign. */
        static int serverOf(int hash, int serverCount) {
            return hash == Integer.MIN_VALUE
                    ? Integer.remainderUnsigned(hash, serverCount)
                    : Math.abs(hash) % serverCount;
        }

        private static byte[] md5(byte[] octets) {
            try {
                return MessageDigest.getInstance("MD5").digest(octets);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java runtime has MD5", e);
            }
        }
    }

    /** Something said of the site: a name such as {@code desc} or {@code domain}, and its text. */
    public record SiteAttribute(String name, String text) {}

    public SiteRecord {
        attributes = List.copyOf(attributes);
        servers = List.copyOf(servers);
    }

    /** The record that these octets are, all of them. */
    public static SiteRecord decode(ByteBuffer octets) throws WireFormatException {
        WireReader in = new WireReader(octets);
        SiteRecord site = decode(in);
        in.requireEnd("site");
        return site;
    }

    static SiteRecord decode(WireReader in) throws WireFormatException {
        int format = in.readAnyShort("site format version", "versions are compatible");
        int major = in.readAnyOctet("site major version", "only reported");
        int minor = in.readAnyOctet("site minor version", "only reported");
        int serial = in.readAnyShort("site serial", "any serial number");
        int mask = in.readAnyOctet("site mask", "unknown bits are ignored");
        HashOption hash =
                HashOption.values()[in.readBoundedOctet(0, HashOption.values().length - 1, "site hash option")];
        Octets filter = in.readArray(WireLimits.ARRAY_OCTETS, "site hash filter");
        int attributeCount = in.readCount(WireLimits.ATTRIBUTES, SMALLEST_ATTRIBUTE, "number of site attributes");
        List<SiteAttribute> attributes = new ArrayList<>(attributeCount);
        for (int i = 0; i < attributeCount; i++) {
            String name = in.readString(WireLimits.STRING_OCTETS, "site attribute name");
            attributes.add(new SiteAttribute(name, in.readString(WireLimits.STRING_OCTETS, "site attribute text")));
        }
        int serverCount = in.readCount(WireLimits.SERVERS, SiteServer.SMALLEST_OCTETS, "number of servers");
        List<SiteServer> servers = new ArrayList<>(serverCount);
        for (int i = 0; i < serverCount; i++) {
            servers.add(SiteServer.decode(in));
        }
        return new SiteRecord(
                format,
                major,
                minor,
                serial,
                (mask & PRIMARY) != 0,
                (mask & MULTI_PRIMARY) != 0,
                hash,
                filter,
                attributes,
                servers);
    }

    public byte[] encode() throws WireFormatException {
        WireWriter out = new WireWriter(WireLimits.ARRAY_OCTETS);
        encode(out);
        return out.toArray();
    }

    void encode(WireWriter out) throws WireFormatException {
        out.writeShort(formatVersion, "site format version");
        out.writeOctet(majorVersion, "site major version");
        out.writeOctet(minorVersion, "site minor version");
        out.writeShort(serial, "site serial");
        out.writeOctet((isPrimary ? PRIMARY : 0) | (isMultiPrimary ? MULTI_PRIMARY : 0), "site mask");
        out.writeOctet(hashOption.ordinal(), "site hash option");
        out.writeArray(hashFilter.toArray(), WireLimits.ARRAY_OCTETS, "site hash filter");
        out.writeCount(attributes.size(), WireLimits.ATTRIBUTES, "number of site attributes");
        for (SiteAttribute attribute : attributes) {
            out.writeString(attribute.name(), WireLimits.STRING_OCTETS, "site attribute name");
            out.writeString(attribute.text(), WireLimits.STRING_OCTETS, "site attribute text");
        }
        out.writeCount(servers.size(), WireLimits.SERVERS, "number of servers");
        for (SiteServer server : servers) {
            server.encode(out);
        }
    }
}
