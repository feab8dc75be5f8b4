// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.enterprise;

import java.util.Set;

/** Who was given leave to see more of an enterprise's records. Safe between threads. */
public interface Leave {
    /** Nobody was given any. */
    Leave NONE = new Leave() {
        @Override
        public boolean isPartner(String ownerPrefix, Set<String> prefixes, String template) {
            return false;
        }

        @Override
        public boolean isVerifier(String ownerPrefix, String account, String template) {
            return false;
        }
    };

    /** True when one of these prefixes is a partner of the owner for records of this template. */
    boolean isPartner(String ownerPrefix, Set<String> prefixes, String template);

    /** True when this account was assigned to verify the owner's records of this template. */
    boolean isVerifier(String ownerPrefix, String account, String template);
}
