// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.csv.CsvTable;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeRegister;

/** Identifiers and codes of the sample data to try. */
final class NodeIdentifiers {
    private final CodeRegister codes;

    NodeIdentifiers(CodeRegister codes) {
        this.codes = codes;
    }

    /** One handle for each kind of record of the first enterprise: the kind's template name to the handle. */
    Map<String, String> identifiers(List<SampleEnterprise> enterprises) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!enterprises.isEmpty()) {
            SampleEnterprise first = enterprises.get(0);
            SampleLoader.REGISTRATIONS.forEach((file, template) -> SampleFiles.find(first.account() + "/" + file)
                    .map(octets -> CsvTable.read(octets).rows().get(0).cells().getOrDefault("handle", ""))
                    .ifPresent(handle -> found.put(template, handle)));
            newest(first).ifPresent(code -> found.put("label", code.content().handle()));
        }
        return found;
    }

    /** The newest code of each enterprise that has one. */
    List<Announcement.Code> codes(List<SampleEnterprise> enterprises, String web) {
        List<Announcement.Code> found = new ArrayList<>();
        for (SampleEnterprise enterprise : enterprises) {
            newest(enterprise)
                    .ifPresent(code -> found.add(new Announcement.Code(
                            code.token().text(),
                            web + "/c/" + code.token(),
                            code.content().handle(),
                            enterprise.handle())));
        }
        return found;
    }

    private Optional<CheckedCode.Verified> newest(SampleEnterprise enterprise) {
        return codes.findNewest(HandleName.parse(enterprise.handle()));
    }
}
