// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.util.Locale;

/** How questions travel. */
enum Transport {
    UDP,
    TCP,
    HTTP;

    /** As a user writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
