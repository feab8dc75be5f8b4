// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.ReferenceLookup;

/** Looks records up and reads them by their templates. Blocking; safe between threads. */
public final class RecordDirectory implements ReferenceLookup {
    /**
     * A record and what its template makes of it.
     *
     * @param version of the record in the store, from 1
     * @param described empty when the record names no known template
     */
    public record Entry(long version, HandleRecord record, Optional<TemplatedRecord> described) {}

    private final HandleStore store;
    private final HandleAdminStore adminStore;
    private final RecordMapper mapper;

    public RecordDirectory(HandleStore store, HandleAdminStore adminStore, RecordMapper mapper) {
        this.store = store;
        this.adminStore = adminStore;
        this.mapper = mapper;
    }

    public Optional<Entry> find(HandleName name) {
        return store.find(name).map(this::entry);
    }

    public boolean exists(HandleName name) {
        return store.find(name).isPresent();
    }

    /** One page of a prefix and those derived from it, in the order of the handles. */
    public List<Entry> page(ScanRange range) {
        return adminStore.scan(range).stream().map(this::entry).toList();
    }

    @Override
    public Optional<String> findTemplate(HandleName handle) {
        return find(handle)
                .map(e -> e.described()
                        .map(TemplatedRecord::template)
                        .map(MetadataTemplate::name)
                        .orElse(""));
    }

    private Entry entry(StoredRecord stored) {
        HandleRecord record = stored.decode();
        return new Entry(stored.version(), record, mapper.read(record));
    }
}
