// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.index.RecordMarks;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.ReferenceLookup;
import org.tanma.template.validate.Violation;

/**
 * Holds records that name a template to it, whoever writes them: what an administrator writes over the Handle protocol
 * obeys the same rules as a registration.
 *
 * <p>A record that names no template is free. One that names a template must keep to it, and goes on naming it. Records
 * that only the node issues are neither made, changed nor deleted by others.
 */
public final class TemplatedRecordRule implements RecordRule {
    private final RecordMapper mapper;
    private final RecordValidator validator;
    private final ReferenceLookup lookup;

    public TemplatedRecordRule(RecordMapper mapper, RecordValidator validator, ReferenceLookup lookup) {
        this.mapper = mapper;
        this.validator = validator;
        this.lookup = lookup;
    }

    @Override
    public Optional<Objection> objection(HandleName name, Optional<HandleRecord> before, Optional<HandleRecord> after) {
        if (before.map(Retirement::isRetired).orElse(false)) {
            return refused(
                    ResponseCode.NO_PERMISSION,
                    name + " is retired: its tombstone is neither changed nor removed, and names nothing else");
        }
        if (!marks(before).equals(marks(after))) {
            return refused(
                    ResponseCode.NO_PERMISSION,
                    "whose a record is (OWNER) and that it is retired (RETIRED) is said by the registrar alone");
        }
        Optional<TemplatedRecord> was = before.flatMap(this::read);
        Optional<TemplatedRecord> becomes = after.flatMap(this::read);
        Optional<TemplatedRecord> issued = Stream.concat(was.stream(), becomes.stream())
                .filter(r -> r.template().isIssuedByNode())
                .findFirst();
        if (issued.isPresent()) {
            return refused(
                    ResponseCode.NO_PERMISSION,
                    "records of template " + issued.get().template().name() + " are issued by the node alone");
        }
        if (was.isPresent() && after.isPresent() && !isSameTemplate(was.get(), becomes)) {
            return refused(
                    ResponseCode.INVALID_VALUE,
                    name + " was registered by template " + was.get().template().name()
                            + ", and goes on naming it; delete the handle to use it for something else");
        }
        return becomes.flatMap(this::firstViolation);
    }

    /** The data of the values that only the registrar writes. */
    private static Map<Integer, String> marks(Optional<HandleRecord> record) {
        Map<Integer, String> marks = new TreeMap<>();
        record.ifPresent(r -> r.values().stream()
                .filter(v -> v.index() == RecordMarks.OWNER_INDEX || v.index() == RecordMarks.RETIRED_INDEX)
                .forEach(v -> marks.put(v.index(), v.type() + ' ' + v.dataAsText())));
        return marks;
    }

    private Optional<TemplatedRecord> read(HandleRecord record) {
        return record.findByIndex(RecordMapper.TEMPLATE_INDEX).isEmpty() ? Optional.empty() : mapper.read(record);
    }

    private static boolean isSameTemplate(TemplatedRecord was, Optional<TemplatedRecord> becomes) {
        return becomes.filter(r -> r.template().name().equals(was.template().name()))
                .isPresent();
    }

    private Optional<Objection> firstViolation(TemplatedRecord record) {
        List<Violation> violations = new ArrayList<>(validator.validate(record.template(), record.items(), lookup));
        violations.addAll(Ownership.violations(record.template(), RecordOwners.ownerOf(record), record.items()));
        return violations.isEmpty()
                ? Optional.empty()
                : refused(ResponseCode.INVALID_VALUE, violations.get(0).message(Locale.ENGLISH));
    }

    private static Optional<Objection> refused(ResponseCode code, String message) {
        return Optional.of(new Objection(code, message));
    }
}
