// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.net.rest.JsonText;

/**
 * A site in the two files that clients and administrators of the Handle System hand around.
 *
 * <p>Shape: {@value #BINARY} holds the octets of the site record, {@value #JSON} the same as the Handle REST interface
 * writes a site. At most {@value #MOST_OCTETS} octets are read.
 */
public final class SiteFiles {
    public static final String BINARY = "siteinfo.bin";
    public static final String JSON = "siteinfo.json";

    static final int MOST_OCTETS = 1 << 20;
    private static final int HIGHEST_SERIAL = 0xFFFE;

    private SiteFiles() {}

    /** Writes both files, each whole or not at all, over what was there. */
    public static void write(Path directory, SiteRecord site) throws IOException {
        try {
            replace(directory.resolve(BINARY), site.encode());
        } catch (WireFormatException e) {
            throw new IOException("the site has no wire form: " + e.getMessage(), e);
        }
        replace(directory.resolve(JSON), json(site).getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Path file, byte[] octets) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, octets);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The site in a file of octets; {@link IOException} when the file cannot be read or holds something else. */
    public static SiteRecord read(Path binary) throws IOException {
        if (Files.size(binary) > MOST_OCTETS) {
            throw new IOException("it has more than " + MOST_OCTETS + " octets");
        }
        try {
            return SiteRecord.decode(ByteBuffer.wrap(Files.readAllBytes(binary)));
        } catch (WireFormatException e) {
            throw new IOException("it holds no site: " + e.getMessage(), e);
        }
    }

    /** A site as JSON on several lines. */
    public static String json(SiteRecord site) {
        return JsonText.ofSite(site) + "\n";
    }

    /**
     * One site of the servers of several, numbered from 1 in the order given, which share its handles among them. All else
     * is the first one's; the serial is one more than the highest.
     */
    public static SiteRecord combine(List<SiteRecord> sites) {
        List<SiteServer> servers = new ArrayList<>();
        int serial = 0;
        for (SiteRecord site : sites) {
            serial = Math.max(serial, site.serial());
            for (SiteServer server : site.servers()) {
                servers.add(
                        new SiteServer(servers.size() + 1, server.address(), server.publicKey(), server.interfaces()));
            }
        }
        SiteRecord first = sites.get(0);
        return new SiteRecord(
                first.formatVersion(),
                first.majorVersion(),
                first.minorVersion(),
                serial % HIGHEST_SERIAL + 1,
                first.isPrimary(),
                first.isMultiPrimary(),
                first.hashOption(),
                first.hashFilter(),
                first.attributes(),
                servers);
    }
}
