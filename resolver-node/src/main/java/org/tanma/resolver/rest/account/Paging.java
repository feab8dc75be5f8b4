// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.account;

import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Reads how long a page may be. */
public final class Paging {
    private static final int MOST = 1_000;

    private Paging() {}

    /** The limit that was asked for, from 1 to 1,000. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw ProblemException.badRequest(
                    new Wording("limit 超出范围。", "limit is out of range."),
                    new WordedViolation(
                            "limit", String.valueOf(asked), new Wording("1 至 " + MOST, "1 to " + MOST), Wording.NONE));
        }
        return asked;
    }

    /** A text that has to be there. */
    public static String required(String path, String given) {
        if (given.isBlank()) {
            throw ProblemException.badRequest(
                    new Wording("请求缺少 " + path + "。", "The request lacks " + path + "."),
                    new WordedViolation(path, "", new Wording("非空文本", "a text that is not empty"), Wording.NONE));
        }
        return given.strip();
    }
}
