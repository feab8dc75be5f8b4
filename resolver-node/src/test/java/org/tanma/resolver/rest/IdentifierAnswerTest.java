// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.secret;
import static org.tanma.resolver.access.Administrators.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;

class IdentifierAnswerTest {
    @Test
    void of_recordWithSecretKeys_showsThemToNobody() {
        HandleRecord record = new HandleRecord(
                HandleName.parse("0.NA/88.118"),
                List.of(
                        HandleValue.text(1, "DESC", "node", 0),
                        secret(300, "opensesame"),
                        value(301, "hs_seckey.x", new byte[] {1}, ValuePermissions.PUBLIC)));
        RecordDirectory.Entry entry = new RecordDirectory.Entry(1, record, Optional.empty());
        Caller regulator = new Caller("regulator", Set.of("REGULATOR"), Set.of());

        assertThat(IdentifierAnswer.of(entry, new Disclosure(), regulator, Locale.ENGLISH)
                        .values())
                .extracting(IdentifierAnswer.Value::index)
                .containsExactly(1);
    }
}
