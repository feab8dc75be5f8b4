// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.tanma.kit.rest.Wording;

/** Kinds of findings, each with the method by which it is found. */
public enum FindingKind {
    OVERLAP(
            "期间重叠",
            "periods overlap",
            "同一排放源、同一种类既有全年数又有月度数。",
            "One source has figures of one kind for the whole year and for months of it."),
    METER_TWICE(
            "同一计量器具重复计入",
            "a meter is counted twice",
            "同一计量器具、同一种类在重叠的期间出现于两个排放源。",
            "One meter stands for two sources, with the same kind, in periods that overlap."),
    EVIDENCE_TWICE(
            "同一凭证重复计入",
            "a bill is counted twice",
            "同一凭证摘要、同一种类、同一期间、同一数值出现于两个排放源。",
            "One digest of evidence stands for two sources, with the same kind, period and figure."),
    GAP(
            "缺月",
            "months are missing",
            "排放源当年按月填报过该种类，而已结束的某些月份没有数值。缺失不等于零。",
            "A source reports a kind by month, and months that are over have no figure. What is missing is not zero."),
    ZERO(
            "个别月份为零",
            "zero in single months",
            "其他至少 3 个月不为零，本月为零。",
            "At least 3 other months of the year are not zero, and this one is."),
    JUMP(
            "与本年其他月份差距大",
            "far from the other months",
            "与当年其他不为零的月份（至少 3 个）的中位数相比，相差 5 倍以上。",
            "At least 5 times more or less than the median of the other months of the year that are not zero (at least 3)."),
    JUMP_LAST_YEAR(
            "与上年同月差距大",
            "far from the year before",
            "与上年同月相比相差 3 倍以上，而且与当年其他月份之比与上年不同。",
            "At least 3 times more or less than the same month of the year before, and the year as a whole did not move as much."),
    UNIT_SLIP(
            "疑似单位错误",
            "probably a slip of unit",
            "与当年其他月份的中位数或上年同月相比，约为 1000 倍、10⁴ 倍或其倒数（2.5 倍以内）。",
            "About 1000 or 10⁴ times more or less (within a factor of 2.5) than the median of the other months or the same"
                    + " month of the year before."),
    IDENTICAL(
            "多个月份数值相同",
            "the same figure in several months",
            "同一数值（不为零）出现于当年至少 3 个月（至少 4 位有效数字）或至少 6 个月（至少 3 位有效数字）。",
            "The same figure, not zero, in at least 3 months of the year where it has at least 4 significant digits, or in"
                    + " at least 6 where it has 3."),
    STOCK_NEGATIVE(
            "库存为负",
            "more used than there was",
            "期初库存 + 购入 − 消耗 − 外售 < 0，各排放源合计。",
            "Opening stock + bought − used − sold is below zero, over all sources."),
    STOCK_DIFFERENCE(
            "库存不平衡",
            "the stock does not balance",
            "|期初库存 + 购入 − 消耗 − 外售 − 期末库存| 超过期初库存与购入之和的 1 %。",
            "Opening stock + bought − used − sold − closing stock is more than 1 % of opening stock and bought."),
    STOCK_BREAK(
            "库存前后不接",
            "stocks do not follow one another",
            "上月期末库存不等于本月期初库存。",
            "The closing stock of a month is not the opening stock of the next."),
    METER_FOREIGN(
            "计量器具不属于本企业",
            "a meter of another enterprise",
            "计量器具的记录所写的企业不是填报企业。",
            "The record of the meter names another enterprise."),
    METER_UNKNOWN(
            "计量器具已无登记",
            "a meter that is not registered",
            "填报所写的标识现在不是已登记的设备。",
            "No device is registered under the handle any more.");

    private final Wording title;
    private final Wording method;

    FindingKind(String titleZh, String titleEn, String methodZh, String methodEn) {
        this.title = new Wording(titleZh, titleEn);
        this.method = new Wording(methodZh, methodEn);
    }

    /** {@code unit-slip}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is called. */
    public Wording title() {
        return title;
    }

    /** How it is found. */
    public Wording method() {
        return method;
    }
}
