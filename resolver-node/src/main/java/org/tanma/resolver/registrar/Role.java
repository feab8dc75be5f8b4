// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

/** What an account may do. */
public enum Role {
    /** Runs the node; writes under every prefix. */
    OPERATOR,
    /** Registers and reports under its own prefix. */
    ENTERPRISE,
    /** Checks results. */
    VERIFIER,
    /** Sees everything, sets schemes, suspends and revokes. */
    REGULATOR
}
