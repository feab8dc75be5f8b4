// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireReader;
import org.tanma.resolver.type.PredefinedType;

/**
 * Looks for one key in administrators and groups of administrators.
 *
 * <p>Level by level: all members of a level are compared before any group among them is opened. Groups within groups are
 * followed {@value #MOST_LEVELS} levels deep; no place is looked at twice, so circles end; after {@value #MOST_LOOKUPS}
 * lookups the key counts as not named. For one thread and one question.
 */
final class GroupSearch {
    /** Most levels of groups within groups. */
    static final int MOST_LEVELS = 8;
    /** Most values looked up for one question. */
    static final int MOST_LOOKUPS = 2_048;

    private record Place(HandleName handle, int index) {}

    private final KeySource keys;
    private final Caller.Key key;
    private int lookups;

    GroupSearch(KeySource keys, Caller.Key key) {
        this.keys = keys;
        this.key = key;
    }

    /** True when the place is the key's, is any place of its handle, or holds a group the key is in. */
    boolean isNamed(HandleName handle, int index) {
        if (isKey(handle, index)) {
            return true;
        }
        Set<Place> seen = new HashSet<>();
        List<Place> level = List.of(new Place(handle, index));
        for (int depth = 0; depth < MOST_LEVELS && !level.isEmpty(); depth++) {
            List<Place> next = new ArrayList<>();
            for (Place place : level) {
                if (seen.add(place) && hasMember(place, next)) {
                    return true;
                }
            }
            level = next;
        }
        return false;
    }

    /** True when a member of the group at a place is the key; else its members are added to {@code others}. */
    private boolean hasMember(Place place, List<Place> others) {
        if (place.index() == 0 || lookups == MOST_LOOKUPS) {
            return false;
        }
        lookups++;
        Optional<HandleValue> group = keys.find(place.handle(), place.index()).filter(PredefinedType.HS_VLIST::is);
        if (group.isEmpty()) {
            return false;
        }
        for (ValueReference member : members(group.get())) {
            Optional<HandleName> handle = parse(member.handle());
            if (handle.isEmpty()) {
                continue;
            }
            if (isKey(handle.get(), member.index())) {
                return true;
            }
            others.add(new Place(handle.get(), member.index()));
        }
        return false;
    }

    private boolean isKey(HandleName handle, int index) {
        return (index == 0 || index == key.index()) && handle.equals(key.handle());
    }

    private static List<ValueReference> members(HandleValue group) {
        try {
            WireReader in = new WireReader(ByteBuffer.wrap(group.data()));
            List<ValueReference> members = HandleValueCodec.decodeReferences(in);
            in.requireEnd("group");
            return members;
        } catch (WireFormatException e) {
            return List.of();
        }
    }

    private static Optional<HandleName> parse(String handle) {
        try {
            return Optional.of(HandleName.parse(handle));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }
}
