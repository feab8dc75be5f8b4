// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.registrar.RegistrarRoom.CEMENT;
import static org.tanma.resolver.registrar.RegistrarRoom.kiln;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.Oid;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.index.MemoryEquivalenceIndex;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.RegistrationRow;

class EquivalentRuleTest {
    private static final HandleName KILN = HandleName.parse("88.118.1/KILN-1");

    @TempDir
    Path folder;

    private RegistrarRoom room;
    private MemoryEquivalenceIndex index;
    private EquivalentRule rule;

    @BeforeEach
    void open() {
        room = new RegistrarRoom(folder);
        room.register("device", CEMENT, RegistrationRow.of(1, KILN.toString(), kiln("窑")));
        index = new MemoryEquivalenceIndex();
        rule = new EquivalentRule(room.directory, index, Oid.of("2.25.118"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Optional<String> objection(String... keys) {
        HandleRecord before = room.directory.find(KILN).orElseThrow().record();
        List<HandleValue> values = new ArrayList<>(before.values());
        for (int i = 0; i < keys.length; i++) {
            values.add(HandleValue.text(Equivalents.FIRST_INDEX + i, Equivalents.TYPE, keys[i], 0));
        }
        return rule.objection(KILN, Optional.of(before), Optional.of(new HandleRecord(KILN, values)))
                .map(RecordRule.Objection::message);
    }

    @Test
    void canonicalKeysOfNobodyElse_areTaken() {
        index.put("urn:oid:2.999.1", KILN);
        assertThat(objection("did:web:a.example", "urn:oid:2.999.1", "https://id.gs1.org/01/04006381333931"))
                .isEmpty();
        assertThat(rule.objection(KILN, Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void otherSpellings_malformedOnes_andThoseOfOtherRecords_areRefused() {
        index.put("did:web:a.example", HandleName.parse("88.118.1/KILN-2"));
        assertThat(objection("4006381333931"))
                .contains("an EQUIVALENT value is a canonical key; write" + " https://id.gs1.org/01/04006381333931");
        assertThat(objection("did:web:192.0.2.1").orElse("")).contains("is an address");
        assertThat(objection("nonsense").orElse("")).contains("no kind of identifier");
        assertThat(objection("did:web:a.example")).contains("did:web:a.example already belongs to 88.118.1/KILN-2");
        assertThat(objection("hdl:88.118.1/ENTERPRISE"))
                .contains("hdl:88.118.1/ENTERPRISE already belongs to 88.118.1/ENTERPRISE");
    }

    @Test
    void objectIdentifiersBelowTheNodesArc_areAllottedElsewhere() {
        assertThat(objection("urn:oid:2.25.118.1.1").orElse("")).contains("POST /api/v1/oids");
        assertThat(objection("urn:oid:2.25.119.1.1")).isEmpty();
    }

    @Test
    void whatStoodThereBefore_isLeftAlone() {
        HandleRecord odd = new HandleRecord(
                KILN, List.of(HandleValue.text(Equivalents.FIRST_INDEX, Equivalents.TYPE, "nonsense", 0)));
        assertThat(rule.objection(KILN, Optional.of(odd), Optional.of(odd))).isEmpty();
    }
}
