// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.util.List;

/** What the zone says to a name and a type. */
public sealed interface ZoneAnswer {
    /** Records of that type, and addresses that go with them. */
    record Records(List<ZoneRecord> answers, List<ZoneRecord> additional) implements ZoneAnswer {
        public Records {
            answers = List.copyOf(answers);
            additional = List.copyOf(additional);
        }
    }

    /** The name exists and has no such record. */
    record NoRecords(ZoneRecord.Soa soa) implements ZoneAnswer {}

    /** The name does not exist. */
    record NoSuchName(ZoneRecord.Soa soa) implements ZoneAnswer {}

    /** The name lies outside the zone. */
    record OutsideZone() implements ZoneAnswer {}
}
