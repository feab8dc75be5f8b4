// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * Tells of changed records, so that what was derived from them can be dropped.
 *
 * <p>A listener is called after the change can be read and before its writer is told of it: whoever asks after the
 * acknowledgement sees the change everywhere. It runs on the writer's thread, must be quick, and must not throw or write.
 * Safe between threads.
 */
public interface ChangeFeed {
    /** Is told of each change from now on, until the subscription is closed. */
    Subscription subscribe(ChangeListener listener);

    /** Hears of handles whose records were written or removed. */
    interface ChangeListener {
        void changed(List<HandleName> names);
    }

    /** Ends with {@link #close()}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
