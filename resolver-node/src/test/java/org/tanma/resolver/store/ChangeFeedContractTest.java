// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;

/** What every engine promises about telling of changes; each engine's test extends it. */
public abstract class ChangeFeedContractTest {
    private static final HandleName NAME = HandleName.parse("20.500.12345/a");

    protected abstract ChangeFeed feed();

    /** The write side of the same records. */
    protected abstract HandleAdminStore adminStore();

    /** The read side of the same records. */
    protected abstract HandleStore store();

    private static HandleRecord record(String url) {
        return new HandleRecord(NAME, List.of(HandleValue.text(1, "URL", url, 0)));
    }

    @Test
    void subscribe_eachChange_isToldOnceItCanBeRead() {
        List<Optional<Long>> versions = new ArrayList<>();
        feed().subscribe(names ->
                names.forEach(name -> versions.add(store().find(name).map(StoredRecord::version))));

        adminStore().create(record("https://a.example/"));
        adminStore().createOrReplace(record("https://b.example/"));
        adminStore().delete(NAME, ExpectedVersion.any());

        assertThat(versions).containsExactly(Optional.of(1L), Optional.of(2L), Optional.empty());
    }

    @Test
    void subscribe_nothingChanged_isNotTold() {
        adminStore().create(record("https://a.example/"));
        List<HandleName> told = new ArrayList<>();
        feed().subscribe(told::addAll);

        adminStore().create(record("https://b.example/"));
        adminStore().createOrReplace(record("https://a.example/"));

        assertThat(told).isEmpty();
    }

    @Test
    void close_endsTheTelling() {
        List<HandleName> told = new ArrayList<>();
        feed().subscribe(told::addAll).close();

        adminStore().create(record("https://a.example/"));

        assertThat(told).isEmpty();
    }
}
