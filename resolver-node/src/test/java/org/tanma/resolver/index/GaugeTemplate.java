// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import org.tanma.template.load.TemplateCatalog;

/** The shipped templates and one more, whose items are indexed in every way there is. */
public final class GaugeTemplate {
    private static final String FIRST = """
            {"name": "gauge", "version": "%s", "suffix": "TEMPLATE.GAUGE", "titleZh": "仪表", "titleEn": "Gauge", "tier": "public",
             "items": [
              {"code": "deviceName", "nameZh": "名称", "nameEn": "Name", "index": 2001, "type": "text", "required": true,
               "visibility": "public", "indexed": true, "since": "1.0.0"},
              {"code": "deviceKind", "nameZh": "类型", "nameEn": "Kind", "index": 2002, "type": "codeList", "required": true,
               "codes": [{"code": "kiln", "zh": "窑", "en": "kiln"}, {"code": "mill", "zh": "磨", "en": "mill"}],
               "visibility": "public", "indexed": true, "since": "1.0.0"},
              {"code": "ratedPowerKw", "nameZh": "功率", "nameEn": "Power", "index": 2003, "type": "decimal", "required": false, "unit": "kW",
               "visibility": "public", "indexed": true, "since": "1.0.0"},
              {"code": "enterprise", "nameZh": "企业", "nameEn": "Enterprise", "index": 2004, "type": "identifierReference",
               "template": "enterprise", "required": true, "visibility": "public", "since": "1.0.0"},
              {"code": "serialNumber", "nameZh": "编号", "nameEn": "Serial number", "index": 2005, "type": "text", "required": false,
               "visibility": "owner", "indexed": true, "since": "1.0.0"},
              {"code": "price", "nameZh": "价格", "nameEn": "Price", "index": 2006, "type": "decimal", "required": false, "visibility": "owner",
               "indexed": true, "since": "1.0.0"},
              {"code": "gtin", "nameZh": "商品码", "nameEn": "GTIN", "index": 2007, "type": "text", "required": false, "identifierKind": "gtin",
               "visibility": "public", "since": "1.0.0"},
              {"code": "tags", "nameZh": "标签", "nameEn": "Tags", "index": 2008, "type": "list", "required": false, "maxItems": 9,
               "element": {"type": "text", "maxLength": 40}, "visibility": "public", "indexed": true, "since": "1.0.0"},
              {"code": "installed", "nameZh": "安装日期", "nameEn": "Installed", "index": 2009, "type": "date", "required": false,
               "visibility": "public", "indexed": true, "since": "1.0.0"}%s
             ]}
            """;

    private static final String LATER = """
            , {"code": "room", "nameZh": "房间", "nameEn": "Room", "index": 2010, "type": "text", "required": false, "visibility": "public",
               "since": "1.1.0"}""";

    private GaugeTemplate() {}

    public static TemplateCatalog catalog() {
        TemplateCatalog catalog = TemplateCatalog.load("88.118");
        publish(catalog);
        return catalog;
    }

    /** Versions 1.0.0 and 1.1.0, which has an item more. */
    public static void publish(TemplateCatalog catalog) {
        catalog.publish(catalog.read("gauge/1.0.0.json", FIRST.formatted("1.0.0", "")));
        catalog.publish(catalog.read("gauge/1.1.0.json", FIRST.formatted("1.1.0", LATER)));
    }
}
