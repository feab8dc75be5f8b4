// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import org.tanma.carbon.service.declare.DeclaredVersion;
import org.tanma.carbon.service.declare.GradingDeclaration;

/** The newest version of a declaration. */
public record DeclarationAnswer(
        String enterprise,
        int year,
        int version,
        GradingDeclaration declaration,
        String recordedBy,
        String recordedAt) {
    static DeclarationAnswer of(DeclaredVersion declared) {
        return new DeclarationAnswer(
                declared.enterprise(),
                declared.year(),
                declared.version(),
                declared.content(),
                declared.recordedBy(),
                declared.recordedAt().toString());
    }
}
