// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import org.tanma.handle.model.HandleName;
import org.tanma.label.issue.IdentifierPlane;
import org.tanma.label.issue.LabelRecord;
import org.tanma.resolver.registrar.RecordPublisher;

/** Puts a code's record into the record store of the same JVM, checked against the {@code label} template. */
final class PublishedCodes implements IdentifierPlane {
    private static final String TEMPLATE = "label";
    private static final String PUBLISHER = "label-service";

    private final RecordPublisher publisher;

    PublishedCodes(RecordPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void publish(LabelRecord record) {
        publisher.publish(HandleName.parse(record.handle()), TEMPLATE, record.items(), PUBLISHER);
    }
}
