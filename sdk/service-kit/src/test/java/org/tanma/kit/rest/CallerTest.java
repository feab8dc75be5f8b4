// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

class CallerTest {
    @Test
    void of_readsRolesAndPrefixes() {
        Caller caller =
                Caller.of(new TestingAuthenticationToken("clerk", "x", "ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1"));
        assertThat(caller.roles()).containsExactly("ENTERPRISE_ADMIN");
        assertThatCode(() -> caller.requireWriteUnder("88.118.1", Wording.same("88.118.1/KILN-1")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> caller.requireWriteUnder("88.118.2", Wording.same("88.118.2/KILN-1")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("88.118.2/KILN-1")
                .hasMessageContaining("writes under 88.118.1");
    }

    @Test
    void of_nobodyAndAnonymous_isThePublic() {
        var anonymous = new AnonymousAuthenticationToken(
                "k", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        assertThat(Caller.of(null)).isEqualTo(Caller.PUBLIC);
        assertThat(Caller.of(anonymous)).isEqualTo(Caller.PUBLIC);
        assertThat(Caller.PUBLIC.mayWriteUnder("88.118.1")).isFalse();
    }
}
