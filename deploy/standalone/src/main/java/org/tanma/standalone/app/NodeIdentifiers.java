// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.handle.model.HandleName;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeRegister;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.store.ScanRange;

/** Finds identifiers and codes to try among the sample data. */
final class NodeIdentifiers {
    private final RecordDirectory records;
    private final CodeRegister codes;

    NodeIdentifiers(RecordDirectory records, CodeRegister codes) {
        this.records = records;
        this.codes = codes;
    }

    /** One handle for each kind of record of the first enterprise: the kind's template name to the handle. */
    Map<String, String> identifiers(List<SampleEnterprise> enterprises) {
        Map<String, String> found = new TreeMap<>();
        if (!enterprises.isEmpty()) {
            for (RecordDirectory.Entry entry :
                    records.page(ScanRange.in(enterprises.get(0).prefix(), ScanRange.MAX_LIMIT))) {
                entry.described()
                        .ifPresent(d -> found.putIfAbsent(
                                d.template().name(), d.handle().toString()));
            }
        }
        return found;
    }

    /** The newest code of each enterprise that has one. */
    List<Announcement.Code> codes(List<SampleEnterprise> enterprises, String web) {
        List<Announcement.Code> found = new ArrayList<>();
        for (SampleEnterprise enterprise : enterprises) {
            codes.list(HandleName.parse(enterprise.handle())).stream()
                    .filter(CheckedCode.Verified.class::isInstance)
                    .map(CheckedCode.Verified.class::cast)
                    .findFirst()
                    .ifPresent(code -> found.add(new Announcement.Code(
                            code.token().text(),
                            web + "/c/" + code.token(),
                            code.content().handle(),
                            enterprise.handle())));
        }
        return found;
    }
}
