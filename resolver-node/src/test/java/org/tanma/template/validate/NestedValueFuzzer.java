// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.resolver.fuzz.FuzzCorpus;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/** Whatever text stands in a list, a group or a file is judged alike by the quick check and by the schema, and explained. */
public class NestedValueFuzzer {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordValidator VALIDATOR = new RecordValidator(CATALOG);
    private static final MetadataTemplate TEMPLATE = CATALOG.read("fuzz", """
            {"name":"fuzz","version":"1.0.0","suffix":"TEMPLATE.FUZZ","titleZh":"试","titleEn":"Fuzz","tier":"enterprise","items":[
             {"code":"a","nameZh":"甲","nameEn":"A","index":4001,"type":"list","required":false,"visibility":"public","since":"1.0.0",
              "element":{"type":"group","items":[
               {"code":"b","nameZh":"乙","nameEn":"B","type":"decimal","required":true,"min":0,"max":1},
               {"code":"c","nameZh":"丙","nameEn":"C","type":"list","element":{"type":"text","maxLength":5}},
               {"code":"d","nameZh":"丁","nameEn":"D","type":"instant"}]}},
             {"code":"e","nameZh":"戊","nameEn":"E","index":4002,"type":"file","required":false,"visibility":"public","since":"1.0.0"},
             {"code":"f","nameZh":"己","nameEn":"F","index":4003,"type":"identifierReference","template":"enterprise","required":false,
              "visibility":"public","since":"1.0.0"}],
             "rules":[{"rule":"sumEquals","items":["a[].b"],"values":["1"],"tolerance":0.1}]}
            """);

    /** Loads classes before time is measured. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("[".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        FuzzCorpus.bounded(() -> {
            for (String code : List.of("a", "e", "f")) {
                Map<String, String> items = Map.of(code, text);
                List<Violation> explained = VALIDATOR.explain(TEMPLATE, items);
                FuzzCorpus.requireEqual(explained, VALIDATOR.validate(TEMPLATE, items));
                explained.forEach(v ->
                        FuzzCorpus.requireEqual(false, v.message(Locale.ENGLISH).isBlank()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(NestedValueFuzzer.class, NestedValueFuzzer::fuzzerTestOneInput);
    }
}
