// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;

/** Whatever is sent is read, or refused with a problem of status 400 or 422 in both languages. */
class MonitorBodyProperties {
    private static final List<String> BODIES = List.of(
            "{\"thresholds\":[{\"name\":\"cap\",\"subject\":\"emission\",\"rule\":\"maximum\",\"per\":\"month\",\"bound\":\"6500\",\"unit\":\"tCO2e\"}],"
                    + "\"plannedStops\":[{\"from\":\"2025-01-28\",\"to\":\"2025-02-11\",\"reason\":\"x\"}]}",
            "{\"title\":\"ours\",\"firstYear\":2025,\"utcOffset\":\"+08:00\",\"seasons\":[{\"months\":[1,2,3,4,5,6,7,8,9,10,11,12],"
                    + "\"bands\":[{\"from\":\"00:00\",\"to\":\"24:00\",\"period\":\"flat\"}]}]}",
            "{\"outcome\":\"refused\",\"statement\":\"sha256:" + "0".repeat(64) + "\",\"remark\":\"why\"}",
            "{\"why\":\"because\"}");

    private static void readOrRefused(byte[] octets) {
        List<Consumer<byte[]>> readers = List.of(
                body -> ThresholdBook.read(body, CATALOG.units(), false),
                body -> ThresholdBook.read(body, CATALOG.units(), true),
                body -> TariffBody.read(body, "own"),
                VerificationStatement::read,
                WarningReason::read);
        for (Consumer<byte[]> reader : readers) {
            try {
                reader.accept(octets);
            } catch (ProblemException e) {
                assertThat(e.problem(Language.ZH).status()).isIn(400, 422);
                assertThat(e.problem(Language.EN).detail()).isNotBlank();
            }
        }
    }

    @Property(tries = 500)
    void anyOctets(@ForAll @Size(max = 200) byte[] octets) {
        readOrRefused(octets);
    }

    @Property(tries = 2000)
    void spoiltBodies(@ForAll int which, @ForAll int at, @ForAll byte octet, @ForAll boolean isCut) {
        byte[] body = BODIES.get(Math.floorMod(which, BODIES.size())).getBytes(StandardCharsets.UTF_8);
        int place = Math.floorMod(at, body.length);
        byte[] spoilt = isCut ? java.util.Arrays.copyOf(body, place) : body.clone();
        if (!isCut) {
            spoilt[place] = octet;
        }
        readOrRefused(spoilt);
    }
}
