// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

/** Where passwords lie that were made for accounts at the first start, until their owners change them. */
public interface FirstPasswords {
    /** The account has a password of its own now: what is kept for it is to be forgotten. Harmless when nothing is kept. */
    void forget(String account);
}
