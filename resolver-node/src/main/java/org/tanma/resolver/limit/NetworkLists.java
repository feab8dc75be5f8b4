// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Networks refused, and networks for which no limit by network holds.
 *
 * <p>Two files of an operator: {@value #BLOCKED_FILE} and {@value #ALLOWED_FILE}, in the form {@link NetworkListReader}
 * reads. Where the first is absent nothing is blocked, where the second is absent loopback addresses are allowed; an
 * address in both is allowed. Changed files are read again by {@link #refresh}; one with a fault is reported with its line,
 * and what was read before stays in force. Safe between threads; asking allocates nothing.
 */
public final class NetworkLists {
    public static final String BLOCKED_FILE = "blocked.txt";
    public static final String ALLOWED_FILE = "allowed.txt";

    private static final Logger LOG = LoggerFactory.getLogger(NetworkLists.class);
    private static final long MOST_OCTETS = 8L * 1024 * 1024;

    private final ListFile blocked;
    private final ListFile allowed;

    private NetworkLists(ListFile blocked, ListFile allowed) {
        this.blocked = blocked;
        this.allowed = allowed;
    }

    /** Nothing blocked, loopback addresses allowed. */
    public static NetworkLists none() {
        return new NetworkLists(new ListFile(NetworkSet.NONE), new ListFile(NetworkSet.LOOPBACK));
    }

    /** Lists that never change, one network a line. */
    public static NetworkLists of(String blocked, String allowed) {
        return new NetworkLists(
                new ListFile(NetworkListReader.read(new StringReader(blocked), BLOCKED_FILE)),
                new ListFile(NetworkListReader.read(new StringReader(allowed), ALLOWED_FILE)));
    }

    /** The lists in a directory as they are now; {@link NetworkListException} when one has a fault. */
    public static NetworkLists in(Path directory) {
        NetworkLists lists = new NetworkLists(
                new ListFile(directory.resolve(BLOCKED_FILE), NetworkSet.NONE),
                new ListFile(directory.resolve(ALLOWED_FILE), NetworkSet.LOOPBACK));
        lists.blocked.readIfChanged();
        lists.allowed.readIfChanged();
        return lists;
    }

    /** Reads again what has changed since; blocks on the files. False when a fault kept the list that was there. */
    public boolean refresh() {
        return refresh(blocked) & refresh(allowed);
    }

    private static boolean refresh(ListFile file) {
        try {
            if (file.readIfChanged()) {
                LOG.info("{} read again: {} networks", file.path, file.networks.size());
            }
            return true;
        } catch (NetworkListException e) {
            LOG.error("{}; what was read before stays in force", e.getMessage());
            return false;
        }
    }

    /** Whether nothing is to be heard from the address. */
    boolean isBlocked(long high, long low) {
        return blocked.networks.contains(high, low) && !isAllowed(high, low);
    }

    /** Whether no limit by network holds for the address. */
    boolean isAllowed(long high, long low) {
        return allowed.networks.contains(high, low);
    }

    private static final class ListFile {
        private static final String ABSENT = "absent";

        private final @Nullable Path path;
        private final NetworkSet whenAbsent;
        private volatile NetworkSet networks;
        private String readState = ABSENT;

        ListFile(NetworkSet fixed) {
            this.path = null;
            this.whenAbsent = fixed;
            this.networks = fixed;
        }

        ListFile(Path path, NetworkSet whenAbsent) {
            this.path = path;
            this.whenAbsent = whenAbsent;
            this.networks = whenAbsent;
        }

        /** True when it was; a file with a fault is read again only when it changes once more. */
        private synchronized boolean readIfChanged() {
            String state = state();
            if (path == null || state.equals(readState)) {
                return false;
            }
            readState = state;
            networks = state.equals(ABSENT) ? whenAbsent : read(path);
            return true;
        }

        private String state() {
            if (path == null) {
                return ABSENT;
            }
            try {
                BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
                return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
            } catch (NoSuchFileException e) {
                return ABSENT;
            } catch (IOException e) {
                throw new NetworkListException(path + ":1: cannot be read: " + e.getMessage(), e);
            }
        }

        private static NetworkSet read(Path path) {
            try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                if (Files.size(path) > MOST_OCTETS) {
                    throw new IOException("more than " + MOST_OCTETS + " octets");
                }
                return NetworkListReader.read(text, path.toString());
            } catch (IOException e) {
                throw new NetworkListException(path + ":1: cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
