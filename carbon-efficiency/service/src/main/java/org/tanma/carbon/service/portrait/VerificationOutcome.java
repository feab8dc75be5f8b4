// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.Map;
import java.util.Optional;
import org.tanma.carbon.text.LocalText;

/** What a verifier may say of an evaluation. */
public enum VerificationOutcome {
    CONFIRMED("confirmed"),
    WITH_RESERVATIONS("confirmed-with-reservations"),
    REFUSED("refused");

    private static final Map<String, LocalText> LABELS = Map.of(
            "confirmed", new LocalText("核查通过", "confirmed"),
            "confirmed-with-reservations", new LocalText("有保留地通过", "confirmed with reservations"),
            "refused", new LocalText("核查不通过", "refused"),
            "not-verified", new LocalText("未经第三方核查", "not verified by a third party"));

    private final String code;

    VerificationOutcome(String code) {
        this.code = code;
    }

    public static Optional<VerificationOutcome> fromCode(String code) {
        return java.util.Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    static LocalText label(String state) {
        LocalText label = LABELS.get(state);
        if (label == null) {
            throw new IllegalStateException("an evaluation is verified as '" + state + "'");
        }
        return label;
    }
}
