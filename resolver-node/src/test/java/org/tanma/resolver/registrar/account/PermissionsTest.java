// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.Role;

class PermissionsTest {
    @ParameterizedTest
    @CsvSource({
        "REGISTER, OPERATOR ENTERPRISE_ADMIN ENTERPRISE_CLERK",
        "REPORT, OPERATOR ENTERPRISE_ADMIN ENTERPRISE_CLERK",
        "RETIRE, OPERATOR ENTERPRISE_ADMIN",
        "TRANSFER, OPERATOR ENTERPRISE_ADMIN",
        "KEEP_ACCOUNTS, OPERATOR ENTERPRISE_ADMIN",
        "KEEP_KEYS, OPERATOR ENTERPRISE_ADMIN",
        "SHARE, OPERATOR ENTERPRISE_ADMIN",
        "DRAFT_TEMPLATES, OPERATOR ENTERPRISE_ADMIN ENTERPRISE_CLERK",
        "SUBMIT_TEMPLATES, OPERATOR ENTERPRISE_ADMIN",
        "APPROVE_TEMPLATES, OPERATOR",
        "ADMIT, OPERATOR",
        "READ_APPLICATIONS, OPERATOR REGULATOR",
        "CHANGE_QUOTAS, OPERATOR",
        "SUSPEND, OPERATOR REGULATOR",
        "ASSIGN_VERIFIERS, OPERATOR ENTERPRISE_ADMIN",
        "READ_AUDIT_LOG, OPERATOR REGULATOR",
    })
    void table(Permission permission, String roles) {
        Set<Role> allowed = Arrays.stream(Role.values())
                .filter(role -> Permissions.of(role).contains(permission))
                .collect(Collectors.toSet());
        assertThat(allowed)
                .isEqualTo(Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet()));
    }

    @Test
    void table_coversEveryPermission() throws Exception {
        String[] rows = PermissionsTest.class
                .getDeclaredMethod("table", Permission.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();
        assertThat(rows).hasSize(Permission.values().length);
    }

    @Test
    void require_underAnothersPrefix_isRefused() {
        Caller admin = new Caller("cement", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.1"));
        Caller clerk = new Caller("clerk", Set.of("ENTERPRISE_CLERK"), Set.of("88.118.1"));
        assertThatCode(() -> Permissions.require(admin, Permission.KEEP_KEYS, "88.118.1"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Permissions.require(admin, Permission.KEEP_KEYS, "88.118.2"))
                .hasMessageContaining("88.118.2");
        assertThatThrownBy(() -> Permissions.require(clerk, Permission.KEEP_KEYS, "88.118.1"))
                .hasMessageContaining("keep API keys");
        assertThatThrownBy(() -> Permissions.require(Caller.PUBLIC, Permission.REGISTER))
                .hasMessageContaining("register records");
    }
}
