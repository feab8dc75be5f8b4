// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

/** What an account may do; nobody signed in has none of these. */
public enum Role {
    /** Runs the node; writes under every prefix. */
    OPERATOR,
    /** Speaks for an enterprise: registers and reports under its prefix, keeps its accounts, keys, partners and templates. */
    ENTERPRISE_ADMIN,
    /** Registers and reports under the prefix of its enterprise. */
    ENTERPRISE_CLERK,
    /** Checks results of the enterprises it is assigned to. */
    VERIFIER,
    /** Supervises: sees what is meant for regulators, sets schemes, suspends and revokes. */
    REGULATOR;

    /** What enterprise accounts were called before admins and clerks were told apart. */
    private static final String FORMER_ENTERPRISE = "ENTERPRISE";

    /**
     * The role of this name, the former name of enterprise accounts included.
     *
     * @throws IllegalArgumentException for a name that is no role's
     */
    public static Role of(String name) {
        return name.equals(FORMER_ENTERPRISE) ? ENTERPRISE_ADMIN : valueOf(name);
    }

    /** True for the roles that have a prefix. */
    public boolean isEnterprise() {
        return this == ENTERPRISE_ADMIN || this == ENTERPRISE_CLERK;
    }
}
