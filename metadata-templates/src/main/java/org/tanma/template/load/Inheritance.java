// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;

/** Builds templates after those they extend, in whatever order their files came. For one thread. */
final class Inheritance {
    /** Most templates in one line of inheritance. */
    static final int MAX_DEPTH = 8;

    private final TemplateReader reader;
    private final Map<TemplateReference, MetadataTemplate> built = new LinkedHashMap<>();
    private final Map<TemplateReference, TemplateDraft> drafts = new LinkedHashMap<>();

    private Inheritance(TemplateReader reader) {
        this.reader = reader;
    }

    /**
     * The templates of these files, in the files' order.
     *
     * @param known templates they may extend as well
     * @throws InvalidTemplateException on a parent that is missing, a circle, or a template that loosens its parent
     */
    static List<MetadataTemplate> resolve(
            TemplateReader reader, Collection<TemplateDraft> drafts, Collection<MetadataTemplate> known) {
        Inheritance inheritance = new Inheritance(reader);
        known.forEach(t -> inheritance.built.put(t.reference(), t));
        for (TemplateDraft draft : drafts) {
            boolean isTwice = inheritance.drafts.put(draft.reference(), draft) != null
                    || inheritance.built.containsKey(draft.reference());
            if (isTwice) {
                throw new InvalidTemplateException(
                        draft.file(), "template " + draft.reference() + " is given twice", null);
            }
        }
        return drafts.stream()
                .map(draft -> inheritance.build(draft, new LinkedHashSet<>()))
                .toList();
    }

    private MetadataTemplate build(TemplateDraft draft, Set<TemplateReference> below) {
        MetadataTemplate known = built.get(draft.reference());
        if (known != null) {
            return known;
        }
        if (!below.add(draft.reference())) {
            throw new InvalidTemplateException(
                    draft.file(), "templates extend one another in a circle: " + line(below), null);
        }
        if (below.size() > MAX_DEPTH) {
            throw new InvalidTemplateException(
                    draft.file(), "more than " + MAX_DEPTH + " templates extend one another: " + line(below), null);
        }
        Optional<MetadataTemplate> parent = draft.parent().map(name -> parent(draft, name, below));
        MetadataTemplate template = reader.build(draft, parent);
        built.put(template.reference(), template);
        return template;
    }

    private MetadataTemplate parent(TemplateDraft child, TemplateReference name, Set<TemplateReference> below) {
        MetadataTemplate known = built.get(name);
        if (known != null) {
            return known;
        }
        TemplateDraft draft = drafts.get(name);
        if (draft == null) {
            String others = built.keySet().stream()
                    .filter(t -> t.name().equals(name.name()))
                    .map(TemplateReference::toString)
                    .collect(Collectors.joining(", "));
            throw new InvalidTemplateException(
                    child.file(),
                    "it extends " + name + ", which there is not" + (others.isEmpty() ? "" : "; there is " + others),
                    null);
        }
        return build(draft, below);
    }

    private static String line(Set<TemplateReference> below) {
        return below.stream().map(TemplateReference::toString).collect(Collectors.joining(" → "));
    }
}
