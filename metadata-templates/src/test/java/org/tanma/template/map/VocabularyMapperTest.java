// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class VocabularyMapperTest {
    private static final TemplateCatalog TEMPLATES = TemplateCatalog.load();
    private static final MappingCatalog MAPPINGS = MappingCatalog.load();
    private static final VocabularyMapper MAPPER = new VocabularyMapper(MAPPINGS, TEMPLATES);
    private static final TemplatedRecord ENTERPRISE = record(
            "enterprise",
            "88.118.1/ENTERPRISE",
            Map.of(
                    "orgName",
                    "示例水泥（演示）有限公司",
                    "orgNameEn",
                    "Demonstration Cement Co., Ltd.",
                    "orgCrtCode",
                    "91330522DEM000014R"));
    private static final TemplatedRecord SITE = record(
            "cement-site",
            "88.118.1/PLANT",
            Map.of(
                    "siteName",
                    "长兴工厂",
                    "province",
                    "330000",
                    "enterprise",
                    "88.118.1/ENTERPRISE",
                    "latitude",
                    "30.98",
                    "longitude",
                    "119.91"));

    private static TemplatedRecord record(String template, String handle, Map<String, String> items) {
        MetadataTemplate found = TEMPLATES.get(template);
        return new TemplatedRecord(HandleName.parse(handle), found, items, List.of());
    }

    private static final RecordLookup OTHERS = handle -> Optional.ofNullable(
            Map.of("88.118.1/ENTERPRISE", ENTERPRISE, "88.118.1/PLANT", SITE).get(handle.toString()));

    private static Map<String, String> cement() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("productName", "普通硅酸盐水泥 P·O 42.5");
        items.put("declaredUnit", "t");
        items.put("gtin", "6901234567892");
        items.put("enterprise", "88.118.1/ENTERPRISE");
        items.put("site", "88.118.1/PLANT");
        items.put("netMassKg", "1000");
        items.put("originCountry", "CN");
        items.put("cpcCode", "37440");
        items.put("clinkerShare", "82.5");
        items.put("demonstration", "true");
        return items;
    }

    private static MappedRecord map(TemplatedRecord record, String vocabulary) {
        return MAPPER.map(record, vocabulary, OTHERS).orElseThrow();
    }

    private static String at(ObjectNode document, String pointer) {
        return document.at(pointer).asString();
    }

    @Test
    void pact_productPart_hasUrnsUnitAndSubdivision() {
        MappedRecord mapped = map(record("cement-product", "88.118.1/CEM 42·5", cement()), "pact");
        ObjectNode footprint = mapped.document();
        assertThat(at(footprint, "/productIds/0")).isEqualTo("urn:gtin:6901234567892");
        assertThat(at(footprint, "/productIds/1")).isEqualTo("urn:pact:handle.net:handle:88.118.1/CEM%2042%C2%B75");
        assertThat(at(footprint, "/companyIds/0")).isEqualTo("urn:pact:samr.gov.cn:uscc:91330522DEM000014R");
        assertThat(at(footprint, "/companyName")).isEqualTo("Demonstration Cement Co., Ltd.");
        assertThat(at(footprint, "/pcf/declaredUnitOfMeasurement")).isEqualTo("kilogram");
        assertThat(at(footprint, "/pcf/declaredUnitAmount")).isEqualTo("1000");
        assertThat(at(footprint, "/pcf/productMassPerDeclaredUnit")).isEqualTo("1000");
        assertThat(footprint.at("/pcf/declaredUnitAmount").isString()).isTrue();
        assertThat(at(footprint, "/pcf/geographyCountrySubdivision")).isEqualTo("CN-ZJ");
        assertThat(footprint.at("/pcf").has("geographyCountry")).isFalse();
        assertThat(mapped.missing()).isEmpty();
        assertThat(mapped.beyond()).contains("pcf.fossilGhgEmissions", "id");
        assertThat(mapped.leftOut())
                .extracting(MappedRecord.LeftOut::item)
                .containsExactlyInAnyOrder("netMassKg", "originCountry", "clinkerShare", "demonstration");
    }

    @Test
    void pact_withoutSite_hasTheCountry_andPiecesNeedAMass() {
        Map<String, String> items = cement();
        items.remove("site");
        items.remove("netMassKg");
        items.put("declaredUnit", "piece");
        MappedRecord mapped = map(record("product", "88.118.1/X", items), "pact");
        assertThat(at(mapped.document(), "/pcf/geographyCountry")).isEqualTo("CN");
        assertThat(mapped.missing()).containsExactly("pcf.productMassPerDeclaredUnit");
    }

    @Test
    void pact_chemicals_addTheirClassificationToThoseOfAProduct() {
        MappedRecord mapped = map(
                record(
                        "chemicals-product",
                        "88.118.3/NAOH",
                        Map.of(
                                "productName",
                                "NaOH",
                                "declaredUnit",
                                "kg",
                                "casNumber",
                                "1310-73-2",
                                "cpcCode",
                                "34233")),
                "pact");
        assertThat(mapped.document().at("/productClassifications"))
                .extracting(JsonNode::asString)
                .containsExactly(
                        "urn:pact:productclassification:cas:1310-73-2", "urn:pact:productclassification:un-cpc:34233");
        assertThat(mapped.missing()).contains("companyName", "companyIds");
    }

    @Test
    void untp_product_namesMakerPlantAndCategory() {
        MappedRecord mapped = map(record("cement-product", "88.118.1/CEM-42.5", cement()), "untp");
        ObjectNode passport = mapped.document();
        assertThat(at(passport, "/type/0")).isEqualTo("ProductPassport");
        assertThat(at(passport, "/product/id")).isEqualTo("info:hdl/88.118.1/CEM-42.5");
        assertThat(at(passport, "/product/name")).isEqualTo("普通硅酸盐水泥 P·O 42.5");
        assertThat(at(passport, "/product/producedByParty/name")).isEqualTo("Demonstration Cement Co., Ltd.");
        assertThat(at(passport, "/product/producedByParty/idScheme/type/0")).isEqualTo("IdentifierScheme");
        assertThat(at(passport, "/product/producedAtFacility/id")).isEqualTo("info:hdl/88.118.1/PLANT");
        assertThat(at(passport, "/product/productCategory/0/code")).isEqualTo("37440");
        assertThat(at(passport, "/product/countryOfProduction")).isEqualTo("CN");
        assertThat(mapped.edition()).isEqualTo("0.6.1");
        assertThat(mapped.leftOut()).extracting(MappedRecord.LeftOut::item).contains("gtin", "clinkerShare");
    }

    @Test
    void untp_site_putsLongitudeFirst_andNeitherAlone() {
        assertThat(map(SITE, "untp").document().at("/facility/locationInformation/geoLocation/coordinates"))
                .extracting(JsonNode::asString)
                .containsExactly("119.91", "30.98");
        MappedRecord half = map(record("site", "88.118.1/P", Map.of("siteName", "厂", "latitude", "30.98")), "untp");
        assertThat(half.document().at("/facility").has("locationInformation")).isFalse();
        assertThat(half.leftOut()).extracting(MappedRecord.LeftOut::item).containsExactly("latitude");
    }

    @Test
    void jsonld_convertsUnits_andSaysTheirTradeCode() {
        MappedRecord mapped = map(
                record("flat-glass-product", "88.118.2/F", Map.of("productName", "玻璃", "nominalThicknessMm", "5")),
                "jsonld");
        assertThat(at(mapped.document(), "/@context/gs1")).isEqualTo("https://ref.gs1.org/voc/");
        assertThat(at(mapped.document(), "/depth/unitCode")).isEqualTo("MMT");
        assertThat(mapped.document().at("/depth/value").decimalValue()).isEqualByComparingTo("5");
        assertThat(at(mapped.document(), "/@id")).isEqualTo("info:hdl/88.118.2/F");
    }

    @Test
    void recordOfAnotherTemplate_hasNoMapping() {
        assertThat(MAPPER.map(record("label", "88.118.1/C", Map.of()), "pact", OTHERS))
                .isEmpty();
        assertThat(MAPPER.map(ENTERPRISE, "nothing", OTHERS)).isEmpty();
        assertThat(MAPPINGS.vocabularies()).containsExactly("jsonld", "pact", "untp");
    }

    @Test
    void mappingFile_withUnknownFieldPathOrForm_isRefused() {
        String good =
                "{'vocabulary':'v','edition':'1','template':'t','titleZh':'甲','titleEn':'a','entries':[{'from':'a','to':'b'}]}";
        assertThat(MappingCatalog.read("f", good.replace('\'', '"')).entries()).hasSize(1);
        for (String[] change : new String[][] {
            {"'to':'b'", "'to':'b..c'"},
            {"'to':'b'", "'to':'b[].c'"},
            {"'to':'b'", "'to':'b','as':'colour'"},
            {"'from'", "'form'"}
        }) {
            String bad = good.replace(change[0], change[1]).replace('\'', '"');
            assertThatThrownBy(() -> MappingCatalog.read("f", bad)).hasMessageContaining("mapping f");
        }
    }
}
