// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tanma.handle.model.HandleName;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.model.TemplateVersion;

/** Templates by name, version and handle at one moment. Immutable. */
final class TemplateVersions {
    private final Map<String, NavigableMap<TemplateVersion, MetadataTemplate>> byName = new LinkedHashMap<>();
    private final Map<HandleName, String> byHandle = new HashMap<>();

    private TemplateVersions() {}

    static TemplateVersions of(Collection<MetadataTemplate> templates) {
        TemplateVersions versions = new TemplateVersions();
        templates.forEach(versions::add);
        return versions;
    }

    TemplateVersions with(MetadataTemplate template) {
        List<MetadataTemplate> all = new ArrayList<>(all());
        all.add(template);
        return of(all);
    }

    private void add(MetadataTemplate template) {
        NavigableMap<TemplateVersion, MetadataTemplate> versions =
                byName.computeIfAbsent(template.name(), n -> new TreeMap<>());
        if (!versions.isEmpty() && !versions.firstEntry().getValue().handle().equals(template.handle())) {
            throw new IllegalArgumentException("template " + template + " has handle " + template.handle()
                    + ", its other versions " + versions.firstEntry().getValue().handle());
        }
        if (versions.put(template.version(), template) != null) {
            throw new IllegalArgumentException("template " + template + " is given twice");
        }
        String other = byHandle.put(template.handle(), template.name());
        if (other != null && !other.equals(template.name())) {
            throw new IllegalArgumentException(
                    "handle " + template.handle() + " belongs to template " + other + ", not to " + template.name());
        }
    }

    boolean isA(String name, String ancestor) {
        if (name.equals(ancestor)) {
            return true;
        }
        NavigableMap<TemplateVersion, MetadataTemplate> own = byName.get(name);
        Optional<TemplateReference> parent =
                own == null ? Optional.empty() : own.lastEntry().getValue().parent();
        for (int level = 0; parent.isPresent() && level < Inheritance.MAX_DEPTH; level++) {
            if (parent.get().name().equals(ancestor)) {
                return true;
            }
            parent = find(parent.get().name(), parent.get().version()).flatMap(MetadataTemplate::parent);
        }
        return false;
    }

    Set<String> names() {
        return byName.keySet();
    }

    List<MetadataTemplate> newest() {
        return byName.values().stream().map(v -> v.lastEntry().getValue()).toList();
    }

    List<MetadataTemplate> all() {
        return byName.values().stream().flatMap(v -> v.values().stream()).toList();
    }

    List<MetadataTemplate> of(String name) {
        NavigableMap<TemplateVersion, MetadataTemplate> versions = byName.get(name);
        return versions == null ? List.of() : List.copyOf(versions.values());
    }

    Optional<MetadataTemplate> findNewest(String name) {
        return Optional.ofNullable(byName.get(name)).map(v -> v.lastEntry().getValue());
    }

    Optional<MetadataTemplate> find(String name, TemplateVersion version) {
        return Optional.ofNullable(byName.get(name)).map(v -> v.get(version));
    }

    Optional<MetadataTemplate> find(HandleName handle, TemplateVersion version) {
        return Optional.ofNullable(byHandle.get(handle)).flatMap(name -> find(name, version));
    }
}
