// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tanma.handle.model.HandleName;

/** The port in its plainest form: what tests put in is found. */
public final class MemoryEquivalenceIndex implements EquivalenceIndex {
    private final Map<String, Set<HandleName>> handles = new TreeMap<>();

    public synchronized void put(String canonicalKey, HandleName handle) {
        handles.computeIfAbsent(canonicalKey, key -> new TreeSet<>()).add(handle);
    }

    public synchronized void remove(String canonicalKey, HandleName handle) {
        handles.getOrDefault(canonicalKey, new TreeSet<>()).remove(handle);
    }

    @Override
    public synchronized List<HandleName> handlesOf(String canonicalKey) {
        return List.copyOf(handles.getOrDefault(canonicalKey, Set.of()));
    }
}
