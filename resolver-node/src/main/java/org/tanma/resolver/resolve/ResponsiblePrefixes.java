// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tanma.handle.model.HandleName;

/**
 * The prefixes this node answers for: each of its own, each homed here while it is, every prefix derived from one of
 * these, and the prefix handles {@code 0.NA/…} of all of them.
 *
 * <p>Safe between threads: a question that starts after prefixes were homed sees them.
 */
public final class ResponsiblePrefixes {
    private static final String PREFIX_HANDLES = "0.NA";

    private final List<String> own;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Homed homed = new Homed(List.of(), Set.of());

    private record Homed(List<String> prefixes, Set<String> folded) {}

    private ResponsiblePrefixes(List<String> own) {
        this.own = List.copyOf(own);
        own.forEach(ResponsiblePrefixes::requirePrefix);
    }

    public static ResponsiblePrefixes of(String... prefixes) {
        return new ResponsiblePrefixes(List.of(prefixes));
    }

    private static void requirePrefix(String prefix) {
        if (prefix.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'" + prefix + "' is no prefix: it has a '/'");
        }
        HandleName.parse(prefix + "/");
    }

    /** The node's own prefixes and those homed here, in this order. */
    public List<String> prefixes() {
        List<String> all = new ArrayList<>(own);
        all.addAll(homed.prefixes());
        return all;
    }

    /** True for a prefix that is the node's own or derived from one. */
    public boolean isOwn(String prefix) {
        HandleName name = HandleName.parse(prefix + "/");
        return own.stream().anyMatch(name::isUnder);
    }

    /** Makes these the homed prefixes, and tells the listeners. Throws {@link IllegalArgumentException} for no prefix. */
    public void replaceHomed(Collection<String> prefixes) {
        Set<String> folded = new HashSet<>();
        for (String prefix : prefixes) {
            requirePrefix(prefix);
            folded.add(fold(prefix));
        }
        homed = new Homed(List.copyOf(new TreeSet<>(prefixes)), folded);
        listeners.forEach(Runnable::run);
    }

    /** Calls the listener after each change of what this node answers for, on the thread that changes it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** True when a handle that is not found here is nowhere. */
    public boolean covers(HandleName name) {
        for (String prefix : own) {
            if (name.isUnder(prefix)) {
                return true;
            }
        }
        if (isUnderHomed(name)) {
            return true;
        }
        return name.isUnder(PREFIX_HANDLES)
                && name.prefix().length() == PREFIX_HANDLES.length()
                && coversPrefix(name.suffix());
    }

    private boolean isUnderHomed(HandleName name) {
        Set<String> folded = homed.folded();
        if (folded.isEmpty()) {
            return false;
        }
        String prefix = fold(name.prefix());
        for (int end = prefix.length(); end > 0; end = prefix.lastIndexOf('.', end - 1)) {
            if (folded.contains(prefix.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** ASCII letters to upper case, and no others, as handles compare. */
    private static String fold(String prefix) {
        StringBuilder folded = new StringBuilder(prefix);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= 'a' && c <= 'z') {
                folded.setCharAt(i, (char) (c - ('a' - 'A')));
            }
        }
        return folded.toString();
    }

    /** True for a prefix that is the node's own or homed here, as against one derived from it. */
    boolean names(String prefix) {
        return homed.folded().contains(fold(prefix)) || own.stream().anyMatch(prefix::equalsIgnoreCase);
    }

    /** The node's own prefixes, without those homed here. */
    List<String> own() {
        return own;
    }

    private boolean coversPrefix(String prefix) {
        return !prefix.isEmpty() && prefix.indexOf('/') < 0 && covers(HandleName.parse(prefix + "/"));
    }

    @Override
    public String toString() {
        return String.join(", ", prefixes());
    }
}
