// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.handle.model.HandleName;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeRegister;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.standalone.page.EnterpriseDirectory;
import org.tanma.standalone.page.EnterpriseLine;

/** The enterprises registered first, and their newest codes. */
final class NodeDirectory implements EnterpriseDirectory {
    private final RegistrationLog log;
    private final RecordEnterprises enterprises;
    private final CodeRegister codes;

    NodeDirectory(RegistrationLog log, RecordEnterprises enterprises, CodeRegister codes) {
        this.log = log;
        this.enterprises = enterprises;
        this.codes = codes;
    }

    @Override
    public List<EnterpriseLine> list(int limit) {
        return log.handles(RecordEnterprises.TEMPLATE, limit).stream()
                .flatMap(handle -> enterprises.findEnterprise(handle.toString()).stream())
                .map(this::line)
                .toList();
    }

    private EnterpriseLine line(EnterpriseProfile enterprise) {
        Optional<CheckedCode.Verified> newest = codes.findNewest(HandleName.parse(enterprise.handle()));
        return new EnterpriseLine(
                enterprise.handle(),
                enterprise.nameZh(),
                enterprise.nameEn().isEmpty() ? enterprise.nameZh() : enterprise.nameEn(),
                newest.map(c -> c.token().text()).orElse(""),
                newest.map(c -> Integer.toString(c.content().result().grading().efficiencyGrade()))
                        .orElse(""),
                enterprise.isDemonstration());
    }
}
