// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import java.util.Arrays;
import java.util.Optional;

/**
 * Check characters over what stands before them; anything but ASCII letters and digits is passed over, and letters count
 * as upper case.
 */
enum CheckSystem {
    /** The GS1 check digit: weights 3 and 1 from the right, digits only. Source: GS1 General Specifications, 7.9. */
    MOD10("mod10") {
        @Override
        String check(String text) {
            int sum = 0;
            int weight = 3;
            for (int i = text.length() - 1; i >= 0; i--) {
                int value = Character.digit(text.charAt(i), 36);
                if (text.charAt(i) < 128 && value >= 0 && value < 10) {
                    sum += weight * value;
                    weight = 4 - weight;
                }
            }
            return String.valueOf((10 - sum % 10) % 10);
        }
    },
    /** Two digits of the pure system MOD 97-10; letters stand for 10 to 35. Source: ISO/IEC 7064. */
    MOD97("mod97") {
        @Override
        String check(String text) {
            int rest = 0;
            for (int i = 0; i < text.length(); i++) {
                int value = value(text.charAt(i));
                if (value >= 0) {
                    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
                }
            }
            int check = (98 - rest * 100 % 97) % 97;
            return (check < 10 ? "0" : "") + check;
        }
    },
    /** One letter or digit of the hybrid system MOD 37,36. Source: ISO/IEC 7064. */
    ISO7064("iso7064") {
        @Override
        String check(String text) {
            int product = 36;
            for (int i = 0; i < text.length(); i++) {
                int value = value(text.charAt(i));
                if (value >= 0) {
                    int sum = (product + value) % 36;
                    product = (sum == 0 ? 36 : sum) * 2 % 37;
                }
            }
            return String.valueOf("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt((37 - product) % 36));
        }
    };

    private final String code;

    CheckSystem(String code) {
        this.code = code;
    }

    /** The check characters that belong behind {@code text}. */
    abstract String check(String text);

    static Optional<CheckSystem> find(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }

    private static int value(char c) {
        return c < 128 ? Character.digit(c, 36) : -1;
    }
}
