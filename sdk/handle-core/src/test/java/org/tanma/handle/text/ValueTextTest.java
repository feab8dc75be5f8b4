// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;

class ValueTextTest {
    @Test
    void of_text_isTheText() {
        assertThat(ValueText.of(HandleValue.text(1, "NAME", "1号回转窑", 0))).isEqualTo("1号回转窑");
    }

    @Test
    void of_controlCharacters_areEscaped() {
        assertThat(ValueText.of(HandleValue.text(1, "NAME", "a\u001b[2Jb\n\u202ec", 0)))
                .isEqualTo("a\\u001b[2Jb\\u000a\\u202ec");
    }

    @Test
    void of_octetsThatAreNoText_isHexadecimal() {
        assertThat(ValueText.of(value("HS_SECKEY", new byte[] {(byte) 0xFF, 0x10})))
                .isEqualTo("0xff10");
    }

    @Test
    void of_administrator_isSpelledOut() throws Exception {
        AdminRecord admin = new AdminRecord(AdminRecord.ADD_VALUE, HandleName.parse("0.NA/20.500.12345"), 300);
        assertThat(ValueText.of(value("HS_ADMIN", admin.encode()))).isEqualTo("300:0.NA/20.500.12345 000001000000");
        assertThat(ValueText.of(value("HS_ADMIN", new byte[] {1}))).isEqualTo("0x01");
    }

    @Test
    void of_site_namesItsInterfaces() throws Exception {
        SiteServer server = SiteServer.of(
                1,
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                List.of(SiteInterface.forResolution(SiteInterface.UDP, 2641), new SiteInterface(true, true, 9, 1)));
        SiteRecord site = new SiteRecord(
                1, 2, 11, 1, true, false, SiteRecord.HashOption.PREFIX, Octets.EMPTY, List.of(), List.of(server));
        assertThat(ValueText.of(value("HS_SITE", site.encode())))
                .isEqualTo("UDP 127.0.0.1 2641, protocol 9 127.0.0.1 1");
    }

    private static HandleValue value(String type, byte[] data) {
        return new HandleValue(1, type, data, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
    }
}
