// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Violation;

class PeerSetTableTest {
    private static final String HEADER = "industry,year,peer,emissions_tco2,value_added_cny_10k,source,demonstration\n";

    private static List<PeerSetDraft> read(String rows) {
        return PeerSetTable.read((HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Violation> violations(String rows) {
        return catchThrowableOfType(ProblemException.class, () -> read(rows))
                .problem(Language.EN)
                .violations();
    }

    @Test
    void read_groupsByIndustryAndYear() {
        List<PeerSetDraft> drafts =
                read("3011,2025,A,10.5,2,survey,false\n3110,2025,B,1,1,survey,true\n3011,2025,C,1,-1,survey,false\n");
        assertThat(drafts).extracting(PeerSetDraft::industry).containsExactly("3011", "3110");
        assertThat(drafts.get(0).totalEmissionsTco2()).isEqualByComparingTo("11.5");
        assertThat(drafts.get(1).isDemonstration()).isTrue();
    }

    @Test
    void read_namesAllThatIsWrong() {
        assertThat(violations("30,25,,1O,x,,maybe\n"))
                .extracting(Violation::path)
                .containsExactly(
                        "line 2, industry",
                        "line 2, year",
                        "line 2, peer",
                        "line 2, emissions_tco2",
                        "line 2, value_added_cny_10k",
                        "line 2, source",
                        "line 2, demonstration");
    }

    @Test
    void read_peerTwice_orSumsNotAboveZero_orTwoSources_isRefused() {
        assertThat(violations("3011,2025,A,1,1,s,true\n3011,2025,A,1,1,s,true\n"))
                .hasSize(1);
        assertThat(violations("3011,2025,A,1,-1,s,true\n")).hasSize(1);
        assertThat(violations("3011,2025,A,1,1,s,true\n3011,2025,B,1,1,other,true\n"))
                .hasSize(2);
        assertThat(violations("")).hasSize(1);
    }

    @Test
    void read_anotherHeader_isRefused() {
        assertThatThrownBy(() -> PeerSetTable.read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }
}
