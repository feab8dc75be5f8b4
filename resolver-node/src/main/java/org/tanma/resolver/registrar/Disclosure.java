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
import org.tanma.resolver.type.PredefinedType;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.Visibility;

/**
 * Decides who sees what of a record: the only place that does. Every face that shows items or values asks it.
 *
 * <p>Whoever asks stands in one circle around the record, and sees what is meant for it and for those further out. Safe
 * between threads.
 */
public final class Disclosure {
    /** The items of a record that {@code caller} may see, in the template's order. */
    public Map<String, String> visibleItems(TemplatedRecord record, Caller caller) {
        Map<String, String> visible = new LinkedHashMap<>();
        record.template().items().forEach(item -> {
            String value = record.items().get(item.code());
            if (value != null && isVisible(item, record.handle(), caller)) {
                visible.put(item.code(), value);
            }
        });
        return Collections.unmodifiableMap(visible);
    }

    /** True when {@code caller} may see this item of the record {@code name}. */
    public boolean isVisible(TemplateItem item, HandleName name, Caller caller) {
        return item.visibility() == Visibility.PUBLIC || seesAll(name, caller);
    }

    /**
     * The handle values of a record that {@code caller} may see: items as {@link #visibleItems} has it, other values when
     * anyone may read them or the caller sees all; secret keys are nobody's to see.
     */
    public List<HandleValue> visibleValues(
            HandleName name, List<HandleValue> values, Optional<TemplatedRecord> described, Caller caller) {
        boolean seesAll = seesAll(name, caller);
        return values.stream()
                .filter(v -> !PredefinedType.HS_SECKEY.covers(v))
                .filter(v -> seesAll || v.permissions().publicRead() || isVisibleItem(v, name, described, caller))
                .toList();
    }

    private boolean isVisibleItem(
            HandleValue value, HandleName name, Optional<TemplatedRecord> described, Caller caller) {
        return described
                .flatMap(d -> d.template().items().stream()
                        .filter(i -> i.index() == value.index())
                        .findFirst())
                .filter(i -> isVisible(i, name, caller))
                .isPresent();
    }

    private boolean seesAll(HandleName name, Caller caller) {
        return caller.isRegulator() || caller.mayReadPrivateOf(name.prefix());
    }
}
