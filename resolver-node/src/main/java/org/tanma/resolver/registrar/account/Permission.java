// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

import org.tanma.kit.rest.Wording;

/** Something that not everybody who is signed in may do. */
public enum Permission {
    REGISTER("登记标识", "register records"),
    REPORT("上报数据", "report activity data"),
    RETIRE("注销标识", "retire records"),
    TRANSFER("移交标识", "transfer records"),
    KEEP_ACCOUNTS("管理账户", "keep accounts"),
    KEEP_KEYS("管理接口密钥", "keep API keys"),
    SHARE("授权合作方查看", "let partners see more"),
    DRAFT_TEMPLATES("起草模板", "draft templates"),
    SUBMIT_TEMPLATES("提交模板", "submit templates"),
    APPROVE_TEMPLATES("审批模板", "approve templates"),
    ADMIT("受理企业申请", "decide on applications"),
    READ_APPLICATIONS("查看企业申请", "read applications"),
    CHANGE_QUOTAS("调整配额", "change quotas"),
    SUSPEND("暂停企业", "suspend enterprises"),
    ASSIGN_VERIFIERS("指派核查机构", "assign verifiers"),
    READ_AUDIT_LOG("查看审计日志", "read the audit log");

    private final Wording words;

    Permission(String zh, String en) {
        this.words = new Wording(zh, en);
    }

    /** What it is to do this, as a verb. */
    public Wording words() {
        return words;
    }
}
