// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

class MetricsReadersTest {
    private static Authentication holder(String authority) {
        return UsernamePasswordAuthenticationToken.authenticated(
                "somebody", "", AuthorityUtils.createAuthorityList(authority));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
    void ownMachine_mayRead(String address) {
        assertThat(MetricsReaders.isOwnMachine(new InetSocketAddress(address, 1), new HttpHeaders()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "10.0.0.1", "2001:db8::1"})
    void otherMachine_mayNot(String address) {
        assertThat(MetricsReaders.isOwnMachine(new InetSocketAddress(address, 1), new HttpHeaders()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "Via", "X-Forwarded-For", "x-real-ip"})
    void whatAProxyHerePassesOn_mayNot(String header) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(header, "127.0.0.1");
        assertThat(MetricsReaders.isOwnMachine(new InetSocketAddress("127.0.0.1", 1), headers))
                .isFalse();
        assertThat(MetricsReaders.isOwnMachine(null, new HttpHeaders())).isFalse();
    }

    @Test
    void operatorAlone_mayReadFromElsewhere() {
        assertThat(MetricsReaders.isOperator(holder("ROLE_OPERATOR"))).isTrue();
        assertThat(MetricsReaders.isOperator(holder("ROLE_REGULATOR"))).isFalse();
        assertThat(MetricsReaders.isOperator(holder("PREFIX_OPERATOR"))).isFalse();
    }
}
