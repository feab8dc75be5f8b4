// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.template.load.TemplateCatalog;

/** What a slip of the pen is told, in both languages. */
class NearMissTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordValidator VALIDATOR = new RecordValidator(CATALOG);

    private static Violation refuse(String template, String item, String given) {
        Map<String, String> items = new LinkedHashMap<>(Map.of(item, given));
        List<Violation> violations = VALIDATOR.validate(CATALOG.get(template), items).stream()
                .filter(v -> v.path().equals(item))
                .toList();
        assertThat(violations).as("%s of %s", given, item).hasSize(1);
        return violations.get(0);
    }

    @Test
    void message_letterInNumber_saysItAll() {
        Violation violation = refuse("device", "ratedPowerKw", "15OkW");
        assertThat(violation.message(Locale.CHINESE))
                .isEqualTo("额定功率 '15OkW' 不是数字（单位 kW 不必写；疑似字母 O；是否为 150？）。应为十进制数，单位 kW，0 至 10000000。");
        assertThat(violation.message(Locale.ENGLISH))
                .isEqualTo("Rated power '15OkW' is not a number (leave out the unit kW; letter O in place of 0; "
                        + "did you mean 150?). Expected: a decimal number in kW, 0 to 10000000.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l50 | 疑似字母 l 或 I；是否为 150？",
                "１５０．５ | 含全角字符；是否为 150.5？",
                "1 500 | 含空格；是否为 1500？",
                "1,500 | 含千分位逗号；是否为 1500？",
                "1,5 | 小数点应为 .；是否为 1.5？",
                "150 千瓦 | 含空格；单位 千瓦 不必写；是否为 150？",
                "1.5E+3 | 科学记数法；是否为 1500？",
                "2.5MW | 写着单位 MW，请换算为 kW",
                "约150 | 约数不能登记，请给出确切的数",
                "暂无 | 没有值时请留空",
                "007 | 是否为 7？",
                "+5 | 是否为 5？",
                "kiln | ''"
            })
    void hint_number(String given, String hint) {
        assertThat(refuse("device", "ratedPowerKw", given).hint().zh()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2008/6/30 | 分隔符应为 -；是否为 2008-06-30？",
                "2008年6月30日 | 分隔符应为 -；是否为 2008-06-30？",
                "30/06/2008 | 应年在前，日在后；是否为 2008-06-30？",
                "06/30/2008 | 应年在前，日在后；是否为 2008-06-30？",
                "06/07/2008 | 月和日分不清，应年在前，日在后",
                "20080630 | 缺少分隔符；是否为 2008-06-30？",
                "39629 | 疑似 Excel 日期序号；是否为 2008-06-30？",
                "2008-06-30 00:00:00 | 不应带时间；是否为 2008-06-30？",
                "08-06-30 | 年份应为四位",
                "2008-02-30 | ''",
                "soon | ''"
            })
    void hint_date(String given, String hint) {
        assertThat(refuse("device", "commissionedDate", given).hint().zh()).isEqualTo(hint);
    }

    @Test
    void problem_dayThatDoesNotExist() {
        assertThat(refuse("device", "commissionedDate", "2023-02-29").problem().zh())
                .isEqualTo("这一天不存在");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01 08:00:00 | 缺少时区；按北京时间为 2026-03-01T00:00:00Z",
                "2026-03-01T08:00:00+08:00 | 应换算为协调世界时；是否为 2026-03-01T00:00:00Z？",
                "2026-03-01 | 缺少时间",
                "2026-03-01T25:00:00Z | ''"
            })
    void hint_instant(String given, String hint) {
        assertThat(refuse("label", "issuedAt", given).hint().zh()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "device | deviceKind | 窑炉 | 是否为 kiln？",
                "device | deviceKind | klin | 是否为 kiln？",
                "device | demonstration | 是 | 是否为 true？",
                "device | enterprise | KILN-1 | 缺少前缀与后缀之间的 /",
                "device | deviceName | ' 二号窑' | 是否为 二号窑？",
                "enterprise | industryCategory | c | 是否为 C？",
                "enterprise | industrySubclass | 301l | 是否为 3011？",
                "enterprise | contactPhone | ０５７２－１２３４ | 含全角字符；是否为 0572-1234？",
                "label | efficiencyGrade | 2.0 | 是否为 2？",
                "label | efficiencyGrade | 2.5 | 有小数部分",
                "product | gtin | 6901234567893 | 算出的校验位是 2"
            })
    void hint_other(String template, String item, String given, String hint) {
        assertThat(refuse(template, item, given).hint().zh()).isEqualTo(hint);
    }

    @Test
    void hint_unknownItem_namesTheNearestFreeOne() {
        assertThat(refuse("device", "ratedPowerKW", "1").hint().zh()).isEqualTo("是否为 ratedPowerKw？");
        assertThat(refuse("device", "额定功率", "1").hint().zh()).isEqualTo("是否为 ratedPowerKw？");
        assertThat(refuse("device", "colour", "red").hint().isEmpty()).isTrue();
    }

    @Test
    void text_controlCharacters_areRefused() {
        for (String odd : new String[] {"二\n号", "二\u0000号", "二\u2028号", "二号\t"}) {
            assertThat(refuse("device", "deviceName", odd).rule()).isEqualTo("text");
        }
        assertThat(refuse("device", "deviceName", "二\r\n号窑").hint().zh()).isEqualTo("是否为 二 号窑？");
    }

    @Test
    void given_longText_isCut() {
        Violation violation = refuse("device", "deviceName", "x".repeat(500));
        assertThat(violation.given()).hasSize(Violation.MAX_GIVEN).endsWith("…");
        assertThat(violation.problem().zh()).isEqualTo("有 500 个字符");
    }

    @Test
    void phrases_sameKeysInBothLanguages() {
        assertThat(Phrases.keys(Locale.CHINESE))
                .isEqualTo(Phrases.keys(Locale.ENGLISH))
                .hasSizeGreaterThan(60);
    }
}
