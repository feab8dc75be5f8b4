// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.net.InetAddress;
import java.util.List;

/** A resource record of the zone. Names in it are the zone's own: its apex, or {@code ns} below it. */
public sealed interface ZoneRecord {
    /** Whose record it is. */
    enum Owner {
        /** The name asked about. */
        QUESTION,
        APEX,
        /** {@code ns} below the apex. */
        NAME_SERVER
    }

    Owner owner();

    int ttlSeconds();

    /** RFC 3403; the replacement is the root. */
    record Naptr(int order, int preference, String flags, String services, String regexp, int ttlSeconds)
            implements ZoneRecord {
        @Override
        public Owner owner() {
            return Owner.QUESTION;
        }
    }

    /** Each text has at most 255 octets. */
    record Txt(List<String> texts, int ttlSeconds) implements ZoneRecord {
        @Override
        public Owner owner() {
            return Owner.QUESTION;
        }
    }

    /** What RFC 8482 answers to who asks for everything. */
    record HostInformation(String cpu, String os, int ttlSeconds) implements ZoneRecord {
        @Override
        public Owner owner() {
            return Owner.QUESTION;
        }
    }

    /** The start of authority: name server {@code ns}, responsible {@code hostmaster}, both below the apex. */
    record Soa(long serial, int refresh, int retry, int expire, int negativeSeconds, int ttlSeconds)
            implements ZoneRecord {
        @Override
        public Owner owner() {
            return Owner.APEX;
        }
    }

    /** The name server {@code ns} below the apex. */
    record NameServer(int ttlSeconds) implements ZoneRecord {
        @Override
        public Owner owner() {
            return Owner.APEX;
        }
    }

    /** Of the name server. */
    record Address(InetAddress address, int ttlSeconds) implements ZoneRecord {
        @Override
        public Owner owner() {
            return Owner.NAME_SERVER;
        }
    }
}
