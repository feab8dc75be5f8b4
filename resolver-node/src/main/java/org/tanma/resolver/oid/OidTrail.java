// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.util.Map;

/** Is told what was allotted: the node's audit log. */
@FunctionalInterface
public interface OidTrail {
    /** An account did something to a node. */
    void record(String account, String action, String oid, Map<String, String> details);
}
