// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.handle.model.HandleName;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeRegister;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.store.ScanRange;
import org.tanma.standalone.page.EnterpriseDirectory;
import org.tanma.standalone.page.EnterpriseLine;

/** Finds the node's enterprises by walking its records in order, and their newest codes. */
final class NodeDirectory implements EnterpriseDirectory {
    private static final int PAGE = 500;
    /** Records looked through at most: the home page is a place to start, not a register. */
    private static final int MOST_RECORDS = 5_000;

    private final RecordDirectory records;
    private final CodeRegister codes;
    private final String nodePrefix;

    NodeDirectory(RecordDirectory records, CodeRegister codes, String nodePrefix) {
        this.records = records;
        this.codes = codes;
        this.nodePrefix = nodePrefix;
    }

    @Override
    public List<EnterpriseLine> list(int limit) {
        List<EnterpriseLine> lines = new ArrayList<>();
        ScanRange range = ScanRange.under(nodePrefix, PAGE);
        int seen = 0;
        while (seen < MOST_RECORDS) {
            List<RecordDirectory.Entry> page = records.page(range);
            for (RecordDirectory.Entry entry : page) {
                entry.described().flatMap(RecordEnterprises::profile).ifPresent(p -> lines.add(line(p)));
                if (lines.size() == limit) {
                    return lines;
                }
            }
            if (page.size() < PAGE) {
                return lines;
            }
            seen += page.size();
            range = range.after(page.get(page.size() - 1).record().name());
        }
        return lines;
    }

    private EnterpriseLine line(EnterpriseProfile enterprise) {
        Optional<CheckedCode.Verified> newest = codes.list(HandleName.parse(enterprise.handle())).stream()
                .filter(CheckedCode.Verified.class::isInstance)
                .map(CheckedCode.Verified.class::cast)
                .findFirst();
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
