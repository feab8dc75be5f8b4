// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.audit;

/** Which rows of the audit log are wanted; an empty text asks for all. {@code action} may end in {@code .} for a family. */
public record AuditFilter(String actor, String action, String subject) {
    public static final AuditFilter ALL = new AuditFilter("", "", "");
}
