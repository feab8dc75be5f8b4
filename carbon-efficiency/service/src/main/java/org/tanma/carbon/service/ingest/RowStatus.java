// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import com.fasterxml.jackson.annotation.JsonValue;
import org.tanma.kit.rest.Wording;

/** What became of a row. */
public enum RowStatus {
    /** Stored as a new version. */
    RECORDED("recorded", "已记录", "recorded"),
    /** Taken back; it counts no more. */
    WITHDRAWN("withdrawn", "已撤回", "withdrawn"),
    /** The newest version already says this. */
    UNCHANGED("unchanged", "无变化", "unchanged"),
    /** Faulty; its violations say why. */
    REJECTED("rejected", "未受理", "refused"),
    /** Sound, but not stored: a dry run, or an atomic report with a faulty row. */
    NOT_TRIED("not-tried", "未写入", "not written");

    private final String code;
    private final Wording wording;

    RowStatus(String code, String zh, String en) {
        this.code = code;
        this.wording = new Wording(zh, en);
    }

    /** In words. */
    Wording wording() {
        return wording;
    }

    @JsonValue
    public String code() {
        return code;
    }
}
