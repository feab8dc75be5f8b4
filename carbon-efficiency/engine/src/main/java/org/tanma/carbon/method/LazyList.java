// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list whose elements are made when somebody first looks at them: the trace and the lines of an inventory, which whoever only
 * wants its totals never does.
 *
 * <p>Immutable and safe between threads, given that the supplier always makes equal elements; it may be asked twice.
 *
 * @param <T> the elements
 */
public final class LazyList<T> extends AbstractList<T> implements RandomAccess {
    private @Nullable Supplier<List<T>> supplier;
    private volatile @Nullable List<T> elements;

    private LazyList(Supplier<List<T>> supplier) {
        this.supplier = supplier;
    }

    public static <T> List<T> of(Supplier<List<T>> supplier) {
        return new LazyList<>(supplier);
    }

    /** {@link List#copyOf}, but of a lazy list itself, which nobody can change either. */
    public static <T> List<T> copyOf(List<T> list) {
        return list instanceof LazyList<T> ? list : List.copyOf(list);
    }

    private List<T> elements() {
        List<T> made = elements;
        if (made == null) {
            synchronized (this) {
                made = elements;
                Supplier<List<T>> source = supplier;
                if (made == null && source != null) {
                    made = List.copyOf(source.get());
                    elements = made;
                    supplier = null; // what the elements were made of may go
                }
            }
        }
        return made == null ? List.of() : made;
    }

    @Override
    public T get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }
}
