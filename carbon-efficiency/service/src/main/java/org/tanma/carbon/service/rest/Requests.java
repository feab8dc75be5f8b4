// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Reads what requests bring, and judges who may. */
final class Requests {
    /** What names an enterprise. */
    static final Wording ENTERPRISE =
            new Wording("企业标识，例如 88.118.1/ENTERPRISE", "a handle such as 88.118.1/ENTERPRISE");

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_REASON = 500;
    private static final int MOST_SHOWN = 80;

    private Requests() {}

    /** The registered enterprise, or a problem. */
    static EnterpriseProfile enterprise(IdentifierPlane identifiers, String handle) {
        prefix(handle);
        return identifiers
                .findEnterprise(handle)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("未注册的企业标识：" + handle + "。", "No enterprise is registered under " + handle + ".")));
    }

    /** The part of a handle before its solidus. */
    static String prefix(String handle) {
        int slash = handle.indexOf('/');
        if (slash <= 0 || slash == handle.length() - 1) {
            throw ProblemException.badRequest(
                    new Wording("“" + handle + "”不是企业标识。", "'" + handle + "' names no enterprise."),
                    new WordedViolation("enterprise", handle, ENTERPRISE, Wording.NONE));
        }
        return handle.substring(0, slash);
    }

    /** Why something is changed: free text within limits, or a problem. */
    static String reason(String given) {
        String reason = given.strip();
        if (reason.length() > MOST_REASON || reason.chars().anyMatch(c -> c < ' ')) {
            throw ProblemException.badRequest(
                    new Wording("原因不合要求。", "The reason cannot be taken."),
                    new WordedViolation(
                            "reason",
                            reason.length() > MOST_SHOWN ? reason.substring(0, MOST_SHOWN) + "…" : reason,
                            new Wording(
                                    "最多 " + MOST_REASON + " 个字符，不含控制字符",
                                    "at most " + MOST_REASON + " characters, no control characters"),
                            Wording.NONE));
        }
        return reason;
    }

    /** A year that can be reported on, or a problem. */
    static int year(int given) {
        if (given < FIRST_YEAR || given > LAST_YEAR) {
            throw ProblemException.badRequest(
                    new Wording(given + " 不是可报告的年度。", given + " is no year that is reported on."),
                    new WordedViolation(
                            "year",
                            Integer.toString(given),
                            new Wording(FIRST_YEAR + " 至 " + LAST_YEAR, FIRST_YEAR + " to " + LAST_YEAR),
                            Wording.NONE));
        }
        return given;
    }

    /** The enterprise's own people and the operator may change what is theirs; others get a problem. */
    static void requireWriter(Caller caller, String enterprise, Wording what) {
        caller.requireWriteUnder(prefix(enterprise), what);
    }

    /** Activity data and what is computed from them are read by their enterprise, its verifier, a regulator, the operator. */
    static void requireReader(Caller caller, String enterprise) {
        String prefix = prefix(enterprise);
        boolean isTrusted = caller.isRegulator()
                || caller.mayVerify(prefix)
                || caller.mayReadPrivateOf(prefix)
                || caller.mayWriteUnder(prefix);
        if (!isTrusted) {
            throw ProblemException.forbidden(new Wording(
                    enterprise + " 的活动数据与评价仅限本企业、其核查机构、监管部门和运营者查看。",
                    "The activity data and evaluations of " + enterprise
                            + " are read by the enterprise itself, its verifier, a regulator or the operator."));
        }
    }
}
