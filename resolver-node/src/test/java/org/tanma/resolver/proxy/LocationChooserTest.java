// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleName;

/** The choice among locations, as tables: what is asked, which lot is drawn, where it leads. */
class LocationChooserTest {
    private static final HandleName KILN = HandleName.parse("20.500.12345/窑 1");

    /** The worked example of the type's description. */
    private static final String EXAMPLE = """
            <locations>
              <location id="0" href="https://uk.example.com/" country="gb" weight="0" />
              <location id="1" href="https://www1.example.com/" weight="1" />
              <location id="2" href="https://www2.example.com/" weight="1" />
            </locations>""";

    /** The same lot each time: a fraction of 1. */
    private static RandomGenerator lot(double fraction) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return (long) (fraction * (1L << 53)) << 11;
            }

            @Override
            public int nextInt(int bound) {
                return (int) (fraction * bound);
            }
        };
    }

    private static ProxyQuestion asked(String attributes, String country, String accept) {
        List<String> pairs = attributes.isEmpty() ? List.of() : List.of(attributes.split(" "));
        return new ProxyQuestion(
                List.of(), List.of(), true, true, "", ProxyQuestion.attributes(pairs), country, accept);
    }

    private static String chosen(String xml, ProxyQuestion question, double lot) {
        Locations list = Locations.parse(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return new LocationChooser(lot(lot))
                .choose(list, KILN, question)
                .flatMap(one -> one.address(KILN))
                .map(WebAddress::toString)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "'', gb, 0.9, https://uk.example.com/",
        "'', GB, 0.9, https://uk.example.com/",
        "'', cn, 0.49, https://www1.example.com/",
        "'', cn, 0.51, https://www2.example.com/",
        "'', '', 0.0, https://www1.example.com/",
        "id:1, gb, 0.9, https://www1.example.com/",
        "ID:0, cn, 0.9, https://uk.example.com/",
        "country:gb, cn, 0.9, https://uk.example.com/",
        "id:9, '', 0.9, https://www2.example.com/",
        "id:1 id:2, '', 0.9, https://www2.example.com/",
        "nothing, '', 0.1, https://www1.example.com/"
    })
    void example_isChosenAsDescribed(String attributes, String country, double lot, String expected) {
        assertThat(chosen(EXAMPLE, asked(attributes, country, ""), lot)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.0, a", "0.24, a", "0.26, b", "0.99, b"})
    void weights_areChances(double lot, String expected) {
        String xml = "<locations chooseby='weighted'><location href='https://a/' weight='0.25'/>"
                + "<location href='https://b/' weight='.75'/><location href='https://never/' weight='0'/></locations>";

        assertThat(chosen(xml, ProxyQuestion.PLAIN, lot)).isEqualTo("https://" + expected + "/");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.4, a", "0, 0, 0.6, b", "-1, -5, 0.6, b", "1e999, 1, 0.4, a", "x, NaN, 0.6, b"})
    void weightsThatAreNone_areDrawnEvenly(String first, String second, double lot, String expected) {
        String xml = "<locations><location href='https://a/' weight='" + first
                + "'/><location href='https://b/' weight='" + second + "'/></locations>";

        assertThat(chosen(xml, ProxyQuestion.PLAIN, lot)).isEqualTo("https://" + expected + "/");
    }

    @Test
    void lots_overManyDraws_fallByWeight() {
        String xml = "<locations><location href='https://a/' weight='1'/><location href='https://b/' weight='3'/>"
                + "</locations>";
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 1_000; i++) {
            counts.merge(chosen(xml, ProxyQuestion.PLAIN, i / 1_000.0), 1, Integer::sum);
        }
        assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.of("https://a/", 250, "https://b/", 750));
    }

    @Test
    void methods_areTakenInTheListsOrder_andUnknownOnesPassedOver() {
        String list =
                "<location id='1' country='gb' href='https://a/'/><location id='2' country='cn' href='https://b/'/>";

        assertThat(chosen("<locations chooseby='score, country'>" + list + "</locations>", asked("id:1", "cn", ""), 0))
                .isEqualTo("https://b/");
        assertThat(chosen("<locations chooseby='locatt,country'>" + list + "</locations>", asked("id:1", "cn", ""), 0))
                .isEqualTo("https://a/");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, https://other/20.500.12345/%E7%AA%91%201",
        "'text/turtle, application/rdf+xml;q=0.5', https://other/20.500.12345/%E7%AA%91%201",
        "'text/html, application/json', https://page/",
        "*/*, https://page/",
        "'', https://page/"
    })
    void contentNegotiation_getsItsOwnLocation(String accept, String expected) {
        String xml = "<locations><location href='https://page/'/>"
                + "<location weight='0' http_role='conneg' href_template='https://other/{hdl}'/></locations>";

        assertThat(chosen(xml, asked("", "", accept), 0.9)).isEqualTo(expected);
    }

    @Test
    void onlyWebAddresses_areChosen() {
        String xml = "<locations><location href='javascript:alert(1)' weight='9'/><location href='//host/'/>"
                + "<location href='ftp://host/'/><location/><location href='https://a b/'/></locations>";
        assertThat(chosen(xml, ProxyQuestion.PLAIN, 0)).isEqualTo("none");
        assertThat(chosen("<locations/>", ProxyQuestion.PLAIN, 0)).isEqualTo("none");
    }
}
