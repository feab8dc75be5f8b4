// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.util.List;
import java.util.stream.Stream;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.rest.IdentifierList;
import org.tanma.resolver.store.ScanRange;
import org.tanma.template.validate.NearestName;

/** Finds registered handles an unknown one was perhaps meant to be: the most alike, and the first under its prefix. */
final class NearHandles {
    private static final int SEARCHED = 200;
    private static final int SHOWN = 5;

    private final RecordDirectory directory;

    NearHandles(RecordDirectory directory) {
        this.directory = directory;
    }

    List<RecordPage.Near> find(HandleName name) {
        List<IdentifierList.Line> known = directory.page(ScanRange.in(name.prefix(), SEARCHED)).stream()
                .map(IdentifierList.Line::of)
                .toList();
        List<String> handles = known.stream().map(IdentifierList.Line::handle).toList();
        Stream<IdentifierList.Line> nearest = NearestName.find(name.toString(), handles).stream()
                .flatMap(handle -> known.stream().filter(l -> l.handle().equals(handle)));
        return Stream.concat(nearest, known.stream())
                .distinct()
                .limit(SHOWN)
                .map(l ->
                        new RecordPage.Near(l.handle(), HandleLinks.path(l.handle()), l.name() == null ? "" : l.name()))
                .toList();
    }
}
