// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The fixed columns of an activity-data table, with the headers they are known by. */
enum Column {
    SOURCE("source", "排放源", "源", "来源"),
    KIND("kind", "种类", "品种", "类别", "活动数据种类"),
    PERIOD("period", "期间", "月份", "年月", "month"),
    AMOUNT("amount", "数量", "用量", "消耗量", "quantity"),
    UNIT("unit", "单位", "计量单位"),
    METER("meter", "计量器具", "计量设备", "device"),
    EVIDENCE("evidence", "凭证", "凭证摘要"),
    NOTE("note", "备注", "说明"),
    /** Why a figure differs from the one recorded before. */
    REASON("reason", "更正原因", "原因", "correction reason");

    private final String code;
    private final List<String> otherHeaders;

    Column(String code, String... otherHeaders) {
        this.code = code;
        this.otherHeaders = List.of(otherHeaders);
    }

    String code() {
        return code;
    }

    /** Every header it is known by. */
    List<String> headers() {
        return Stream.concat(Stream.of(code), otherHeaders.stream()).toList();
    }

    static Optional<Column> find(String header) {
        String plain = header.strip().toLowerCase(Locale.ROOT);
        for (Column column : values()) {
            if (column.code.equals(plain) || column.otherHeaders.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
