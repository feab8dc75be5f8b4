// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;

/** The carbon service's view of the record store of the same JVM. */
final class RecordEnterprises implements IdentifierPlane {
    static final String TEMPLATE = "enterprise";
    /** Templates of devices; those of an industry end like these. */
    private static final Set<String> DEVICES = Set.of("device", "terminal");

    private final HandleStore store;
    private final RecordMapper mapper;

    RecordEnterprises(HandleStore store, RecordMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    @Override
    public Optional<EnterpriseProfile> findEnterprise(String handle) {
        return find(handle).map(StoredRecord::decode).flatMap(mapper::read).flatMap(RecordEnterprises::profile);
    }

    @Override
    public Optional<DeviceProfile> findDevice(String handle) {
        return find(handle)
                .map(StoredRecord::decode)
                .flatMap(mapper::read)
                .filter(record -> DEVICES.stream()
                        .anyMatch(name -> record.template().name().equals(name)
                                || record.template().name().endsWith("-" + name)))
                .map(record -> new DeviceProfile(
                        record.handle().toString(),
                        record.items().getOrDefault("enterprise", ""),
                        record.items().getOrDefault("publicKeyDigest", "")));
    }

    @Override
    public boolean exists(String handle) {
        return find(handle).isPresent();
    }

    /** The profile a record stands for; empty when it is no enterprise. */
    static Optional<EnterpriseProfile> profile(TemplatedRecord record) {
        if (!record.template().name().equals(TEMPLATE)) {
            return Optional.empty();
        }
        Map<String, String> items = record.items();
        String name = items.getOrDefault("orgName", "");
        return Optional.of(new EnterpriseProfile(
                record.handle().toString(),
                name,
                items.getOrDefault("orgNameEn", ""),
                items.getOrDefault("industrySubclass", ""),
                Stream.of("orgAddrCounty", "orgAddrCity", "orgAddrProvince")
                        .map(code -> items.getOrDefault(code, ""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                record.isDemonstration()));
    }

    private Optional<StoredRecord> find(String handle) {
        try {
            return store.find(HandleName.parse(handle));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }
}
