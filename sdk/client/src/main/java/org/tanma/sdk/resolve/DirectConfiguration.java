// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import net.handle.hdllib.SimpleConfiguration;

/** Keeps the reference client library from asking the global registry for news whenever it resolves anything. */
final class DirectConfiguration extends SimpleConfiguration {
    @Override
    public boolean isAutoUpdateRootInfo() {
        return false;
    }
}
