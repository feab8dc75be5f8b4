// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

/**
 * What a record's life needs of the rest of the registrar, and what it is led by.
 *
 * @param enterprises the record of the enterprise with a prefix; empty when there is none
 * @param ids of offers, each greater than the ones before
 */
public record Lives(
        RecordDirectory directory,
        TemplateCatalog catalog,
        RecordValidator validator,
        RecordMapper mapper,
        RecordHistory history,
        HandleAdminStore store,
        RegistrationLog log,
        AuditLog audit,
        Quotas quotas,
        TransferOfferStore offers,
        Function<String, Optional<HandleName>> enterprises,
        Supplier<String> ids,
        InstantSource clock) {
    public RecordLife life() {
        return new RecordLife(directory, catalog, validator, mapper, history, writer(), clock);
    }

    public RecordTransfers transfers() {
        return new RecordTransfers(
                life(), offers, validator, mapper, directory, quotas, writer(), enterprises, ids, clock);
    }

    private LifeWriter writer() {
        return new LifeWriter(store, log, audit, clock);
    }
}
