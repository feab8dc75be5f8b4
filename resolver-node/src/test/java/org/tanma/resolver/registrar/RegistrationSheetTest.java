// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tanma.resolver.registrar.RegistrarRoom.CEMENT;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.kit.csv.CsvTable;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

class RegistrationSheetTest {
    private static final MetadataTemplate DEVICE = TemplateCatalog.load().get("device");

    private static CsvTable table(String text, Charset charset) {
        return CsvTable.read(text.getBytes(charset));
    }

    private static RegistrationSheet sheet(String text) {
        return RegistrationSheet.read(table(text, StandardCharsets.UTF_8), DEVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void read_headersByCodeOrName_cellsAsSpreadsheetsWriteThem(String charset) {
        String text = "标识,设备名称,Device kind,额定功率（kW）,commissionedDate,所属企业,演示数据\r\n"
                + "88.118.1/KILN-2,2 号回转窑,窑炉,630,2008/6/30,88.118.1/ENTERPRISE,TRUE\r\n";
        RegistrationSheet sheet = RegistrationSheet.read(table(text, Charset.forName(charset)), DEVICE);
        RegistrationRow row = sheet.rows().get(0);
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.handle()).isEqualTo("88.118.1/KILN-2");
        assertThat(row.items())
                .containsEntry("deviceName", "2 号回转窑")
                .containsEntry("deviceKind", "kiln")
                .containsEntry("ratedPowerKw", "630")
                .containsEntry("commissionedDate", "2008-06-30")
                .containsEntry("demonstration", "true")
                .hasSize(6);
    }

    @Test
    void read_rowNumbers_areLinesAsAPersonCountsThem() {
        RegistrationSheet sheet = sheet("deviceName,location\n\"窑\n一\",东\n\n窑二,西\n窑三,南,北\n");
        assertThat(sheet.rows()).extracting(RegistrationRow::number).containsExactly(2L, 5L, 6L);
        assertThat(sheet.rows().get(2).defects()).singleElement().satisfies(v -> {
            assertThat(v.rule()).isEqualTo("sheet.surplus");
            assertThat(v.message(Locale.CHINESE)).isEqualTo("这一行 '北' 有 1 个单元格多于表头（内容含逗号时请用双引号括起）。应为每行 2 个单元格。");
        });
    }

    @Test
    void read_columnsNotUnderstood_areAllNamedWithTheNearest() {
        RefusedSheetException refused = catchThrowableOfType(
                RefusedSheetException.class, () -> sheet("deviceNmae,设备类形,额定功率(MW),colour,model,型号\nx,x,x,x,x,x\n"));
        assertThat(refused.violations())
                .extracting(v -> v.path() + " " + v.rule() + " " + v.hint().en())
                .containsExactly(
                        "deviceNmae sheet.unknown did you mean deviceName?",
                        "设备类形 sheet.unknown did you mean 设备类型?",
                        "额定功率(MW) sheet.unit ",
                        "colour sheet.unknown ",
                        "型号 sheet.doubled ");
    }

    @Test
    void answer_isTheSameTableWithWhatIsWrong_andCanBeSentAgainOnceMended(@TempDir Path folder) {
        try (RegistrarRoom room = new RegistrarRoom(folder)) {
            CsvTable sent = table(
                    "设备名称,设备类型,额定功率,所属企业\n1 号窑,窑炉,630,88.118.1/ENTERPRISE\n2 号窑,窑炉,15OkW,88.118.1/ENTERPRISE\n",
                    StandardCharsets.UTF_8);
            RegistrationReport first = register(room, sent);
            String answer = new String(SheetAnswer.write(sent, first, Locale.CHINESE), StandardCharsets.UTF_8);
            String[] lines = answer.split("\r?\n");
            assertThat(lines[0]).isEqualTo("\uFEFF设备名称,设备类型,额定功率,所属企业,登记结果,登记标识,问题说明");
            assertThat(lines[1]).matches("1 号窑,窑炉,630,88.118.1/ENTERPRISE,已登记,88\\.118\\.1/[0-9A-Z]{12},");
            assertThat(lines[2])
                    .startsWith("2 号窑,窑炉,15OkW,88.118.1/ENTERPRISE,未接受,,")
                    .contains("疑似字母 O");

            CsvTable mended = table(answer.replace("15OkW", "150"), StandardCharsets.UTF_8);
            RegistrationReport second = register(room, mended);
            assertThat(second.rows())
                    .extracting(RowReport::status)
                    .containsExactly(RowReport.Status.UNCHANGED, RowReport.Status.REGISTERED);
            String english = new String(SheetAnswer.write(mended, second, Locale.ENGLISH), StandardCharsets.UTF_8);
            assertThat(english.lines().findFirst().orElseThrow()).endsWith("所属企业,result,registered handle,problems");
        }
    }

    @Test
    void answer_keepsTheCharsetItCameIn(@TempDir Path folder) {
        Charset gb = Charset.forName("GB18030");
        try (RegistrarRoom room = new RegistrarRoom(folder)) {
            CsvTable sent = table("设备名称\n窑\n", gb);
            byte[] answer = SheetAnswer.write(sent, register(room, sent), Locale.CHINESE);
            assertThat(new String(answer, gb)).startsWith("设备名称,登记结果").contains("缺失");
        }
    }

    private static RegistrationReport register(RegistrarRoom room, CsvTable table) {
        MetadataTemplate device = room.catalog.get("device");
        return room.registrations.register(
                device, RegistrationSheet.read(table, device).rows(), RegistrationOptions.DEFAULT, CEMENT);
    }
}
