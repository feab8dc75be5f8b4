// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.enterprise.Leave;
import org.tanma.resolver.type.PredefinedType;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.Visibility;

/**
 * Decides who sees what of a record: the only place that does. Every face that shows items or values asks it.
 *
 * <p>Whoever asks stands in one circle around the record, and sees what is meant for it and for those further out: the public;
 * partners the owner named; verifiers that were assigned, who see what is meant for regulators; the owner itself, and the
 * operator and regulators, who run and watch over the node. Values of no item are seen by these last where they are not
 * public. Safe between threads.
 */
public final class Disclosure {
    /** Where somebody stands to a record, from outside in. */
    public enum Circle {
        PUBLIC,
        PARTNER,
        REGULATOR,
        OWNER
    }

    private final Leave leave;

    /** Where nobody was given leave to see more. */
    public Disclosure() {
        this(Leave.NONE);
    }

    public Disclosure(Leave leave) {
        this.leave = leave;
    }

    /**
     * Where {@code caller} stands to a record of this template; the template is empty for a record that names none.
     *
     * @param prefix of the enterprise it belongs to, as {@link RecordOwners} tells
     */
    public Circle circle(String prefix, String template, Caller caller) {
        if (caller.isRegulator() || caller.mayReadPrivateOf(prefix)) {
            return Circle.OWNER;
        }
        if (caller.isVerifier() && leave.isVerifier(prefix, caller.name(), template)) {
            return Circle.REGULATOR;
        }
        boolean isPartner = caller.isEnterprise()
                && caller.hasScope(Caller.RESOLVE_PRIVATE)
                && leave.isPartner(prefix, caller.prefixes(), template);
        return isPartner ? Circle.PARTNER : Circle.PUBLIC;
    }

    /** The items of a record that {@code caller} may see, in the template's order. */
    public Map<String, String> visibleItems(TemplatedRecord record, Caller caller) {
        Circle circle = circle(RecordOwners.ownerOf(record), record.template().name(), caller);
        Map<String, String> visible = new LinkedHashMap<>();
        record.template().items().forEach(item -> {
            String value = record.items().get(item.code());
            if (value != null && isVisible(item, circle)) {
                visible.put(item.code(), value);
            }
        });
        return Collections.unmodifiableMap(visible);
    }

    /** True when {@code caller} may see this item of a record of {@code template} that belongs to enterprise {@code owner}. */
    public boolean isVisible(TemplateItem item, MetadataTemplate template, String owner, Caller caller) {
        return isVisible(item, circle(owner, template.name(), caller));
    }

    /** True when an item is meant for those who stand in this circle. */
    public static boolean isVisible(TemplateItem item, Circle circle) {
        return circleOf(item.visibility()).compareTo(circle) <= 0;
    }

    private static Circle circleOf(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> Circle.PUBLIC;
            case PARTNER -> Circle.PARTNER;
            case REGULATOR -> Circle.REGULATOR;
            case OWNER -> Circle.OWNER;
        };
    }

    /**
     * The handle values of a record that {@code caller} may see: items as {@link #visibleItems} has it, other values when
     * anyone may read them or the caller is the owner, the operator or a regulator; secret keys are nobody's to see.
     */
    public List<HandleValue> visibleValues(
            HandleName name, List<HandleValue> values, Optional<TemplatedRecord> described, Caller caller) {
        Circle circle = circle(
                RecordOwners.ownerOf(name, values),
                described.map(d -> d.template().name()).orElse(""),
                caller);
        boolean seesOthers = circle == Circle.OWNER;
        return values.stream()
                .filter(v -> !PredefinedType.HS_SECKEY.covers(v))
                .filter(v -> item(v, described)
                        .map(i -> isVisible(i, circle))
                        .orElse(seesOthers || v.permissions().publicRead()))
                .toList();
    }

    private static Optional<TemplateItem> item(HandleValue value, Optional<TemplatedRecord> described) {
        return described.flatMap(d -> d.template().items().stream()
                .filter(i -> i.index() == value.index())
                .findFirst());
    }
}
