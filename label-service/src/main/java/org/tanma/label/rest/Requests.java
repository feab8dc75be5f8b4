// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.label.issue.CodeToken;

/** Reads what requests bring. */
final class Requests {
    private Requests() {}

    static CodeToken token(String typed) {
        return CodeToken.parse(typed)
                .orElseThrow(() -> ProblemException.badRequest(
                        new Wording("未查询碳效码。", "No code was looked up."),
                        new WordedViolation(
                                "token",
                                typed,
                                new Wording(
                                        CodeToken.LENGTH + " 个字符：0-9 与 A-Z，不含 I、L、O、U",
                                        CodeToken.LENGTH + " characters of 0-9 and A-Z without I, L, O, U"),
                                new Wording("即二维码中网址的最后一段", "it is the last part of the address in the QR code"))));
    }

    static HandleName handle(@Nullable String typed) {
        String given = typed == null ? "" : typed;
        try {
            return HandleName.parse(given);
        } catch (InvalidHandleException e) {
            throw ProblemException.badRequest(
                    new Wording("未列出碳效码。", "No codes were listed."),
                    new WordedViolation(
                            "enterprise",
                            given,
                            new Wording("标识，例如 88.118.1/ENTERPRISE", "a handle such as 88.118.1/ENTERPRISE"),
                            new Wording("写作 前缀/后缀", "it is written PREFIX/SUFFIX")));
        }
    }

    /** Reads a whole number of pixels or millimetres. */
    static int between(int least, int most, String parameter, String given, Wording unit) {
        int number = given.matches("[0-9]{1,6}") ? Integer.parseInt(given) : -1;
        if (number < least || number > most) {
            throw ProblemException.badRequest(
                    new Wording("未绘制二维码。", "The symbol was not drawn."),
                    new WordedViolation(
                            parameter,
                            given,
                            new Wording(
                                    least + " 至 " + most + " " + unit.zh(), least + " to " + most + " " + unit.en()),
                            new Wording("更小的二维码不能可靠扫描", "smaller symbols do not scan reliably")));
        }
        return number;
    }
}
