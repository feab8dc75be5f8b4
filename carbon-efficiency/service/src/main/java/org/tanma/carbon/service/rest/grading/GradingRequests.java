// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.text.LocalText;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Reads what requests about grading bring, and judges who may. */
final class GradingRequests {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");
    private static final Pattern INDUSTRY = Pattern.compile("\\d{2,4}");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final int LONGEST = 200;

    private GradingRequests() {}

    static void requireRegulator(Caller caller) {
        if (!caller.isRegulator() && !caller.isOperator()) {
            throw ProblemException.forbidden(new Wording(
                    "评价方案由监管部门或运营者制定。", "Grading schemes are the business of a regulator or the operator."));
        }
    }

    static EditionRef edition(String text) {
        try {
            return EditionRef.parse(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    new Wording("“" + cut(text) + "”不是方案版本的名称。", "'" + cut(text) + "' is no name of a scheme edition."),
                    new WordedViolation(
                            "scheme",
                            cut(text),
                            new Wording(
                                    "名称/版本，小写字母、数字、连字符，例如 city-scheme/2027",
                                    "name/edition in lower-case letters, digits and hyphens, such as city-scheme/2027"),
                            Wording.NONE));
        }
    }

    static String industry(String code) {
        if (!INDUSTRY.matcher(code).matches()) {
            throw ProblemException.badRequest(
                    new Wording("行业代码有误。", "That is no code of an industry."),
                    new WordedViolation(
                            "industry",
                            cut(code),
                            new Wording("GB/T 4754 代码的 2 至 4 位数字", "2 to 4 digits of GB/T 4754"),
                            Wording.NONE));
        }
        return code;
    }

    static int year(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw ProblemException.badRequest(
                    new Wording("年度有误。", "That is no year that is reported on."),
                    new WordedViolation(
                            "year",
                            Integer.toString(year),
                            new Wording("年度，例如 2025", "a calendar year such as 2025"),
                            Wording.NONE));
        }
        return year;
    }

    /** The version that an {@code If-Match} names; 428 without one. */
    static int version(@Nullable String ifMatch) {
        Wording allowed = new Wording(
                "读取时得到的 ETag，例如 \"3\"；新建为 \"0\"", "the ETag it was read with, such as \"3\"; \"0\" for a new one");
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(new WordedProblem(
                    "precondition-required",
                    428,
                    new Wording("缺少 If-Match", "If-Match is needed"),
                    new Wording(
                            "请以 If-Match 指明所读到的版本，以免覆盖他人的改动。",
                            "Say by If-Match which version you read, so that nobody else's change is written over."),
                    List.of(new WordedViolation("If-Match", "", allowed, Wording.NONE))));
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ProblemException.badRequest(
                    new Wording("If-Match 不是本节点的 ETag。", "If-Match is no ETag of this node."),
                    new WordedViolation("If-Match", cut(ifMatch), allowed, Wording.NONE));
        }
        return Integer.parseInt(tag.group(1));
    }

    static ProblemException stale(String what) {
        return new ProblemException(new WordedProblem(
                "precondition-failed",
                412,
                new Wording("版本已变", "Another version"),
                new Wording(
                        what + " 已有更新的版本，或已发布；请重新读取。", what + " has a newer version, or is published; read it again."),
                List.of()));
    }

    static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.badRequest(new Wording("正文不是 UTF-8 文本。", "The body is not text in UTF-8."));
        }
    }

    static WordedViolation violation(Missing missing) {
        return new WordedViolation(
                missing.path(),
                missing.given(),
                Wording.same(missing.allowed()),
                new Wording(
                        missing.what().zh() + "；" + missing.hint().zh(),
                        missing.what().en() + "; " + missing.hint().en()));
    }

    static WordedViolation violation(NotGradable.Refusal refusal) {
        return new WordedViolation(
                "figures", refusal.given(), Wording.same(refusal.allowed()), wording(refusal.what()));
    }

    static Wording wording(LocalText text) {
        return new Wording(text.zh(), text.en());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
