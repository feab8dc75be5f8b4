// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void read_utf8WithBomAndQuotes_knowsLinesAsAPersonCountsThem() {
        CsvTable table = CsvTable.read("\uFEFFname, power\n\"回转窑\n二号\",4500\n\n磨机,\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.columns()).containsExactly("name", "power");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).line()).isEqualTo(2);
        assertThat(table.rows().get(0).cells()).containsEntry("name", "回转窑\n二号").containsEntry("power", "4500");
        assertThat(table.rows().get(1).line()).isEqualTo(5);
        assertThat(table.rows().get(1).cells()).containsEntry("power", "");
    }

    @Test
    void read_gb18030_fromAChineseSpreadsheet() {
        CsvTable table = CsvTable.read("名称;功率\n回转窑;4500\n".getBytes(Charset.forName("GB18030")));
        assertThat(table.charset()).isEqualTo(Charset.forName("GB18030"));
        assertThat(table.rows().get(0).cells()).containsEntry("名称", "回转窑");
    }

    @Test
    void read_rowWithSurplusCells_keepsThemForItsReaderToRefuse() {
        CsvTable table = CsvTable.read("a,b\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows().get(0).surplus()).containsExactly("3");
    }

    @Test
    void read_refusals_nameLineAndReason() {
        assertThatThrownBy(() -> CsvTable.read(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> CsvTable.read("a,a\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("line 1: column 'a' stands twice");
    }

    @Test
    void read_whatSpreadsheetsAdd_isPassedOver() {
        byte[] file = "sep=;\r\n;;\r\na;b;;\r\n1;2;;\r\n;;;\r\n".getBytes(StandardCharsets.UTF_8);
        CsvTable table = CsvTable.read(file);
        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).line()).isEqualTo(4);
        assertThat(table.rows().get(0).cells()).containsEntry("b", "2");
        assertThat(table.rows().get(0).surplus()).isEmpty();
    }

    @Test
    void read_cellUnderAColumnWithoutName_isSurplus() {
        CsvTable table = CsvTable.read("a,,\n1,,3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.rows().get(0).surplus()).containsExactly("3");
    }

    @Test
    void read_unicodeTextOfExcel_isUtf16WithTabs() {
        CsvTable table = CsvTable.read("\uFEFF名称\t功率\n回转窑\t4500\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(table.rows().get(0).cells()).containsEntry("名称", "回转窑").containsEntry("功率", "4500");
    }

    @Test
    void read_workbookOrOctets_saysWhatToSaveInstead() {
        assertThatThrownBy(() -> CsvTable.read(new byte[] {'P', 'K', 3, 4, 20, 0}))
                .hasMessageContaining("workbook; save it as CSV");
        assertThatThrownBy(() -> CsvTable.read(new byte[] {'a', 0, 'b'})).hasMessageContaining("no text");
    }
}
