// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.List;

/**
 * An account made at a node's first start.
 *
 * @param password made at random for this node
 * @param roles for instance {@code OPERATOR}
 * @param prefix the prefix it writes under; empty for accounts that speak for no enterprise
 */
record InitialAccount(String name, String password, List<String> roles, String prefix) {
    InitialAccount {
        roles = List.copyOf(roles);
    }
}
