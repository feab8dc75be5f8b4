// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetAddress;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.SiteInfo;

/** The site of a running node as the reference client knows it. */
final class RunningSite {
    private RunningSite() {}

    static SiteInfo of(RunningFaces running) {
        ServerInfo server = new ServerInfo();
        server.serverId = 1;
        server.ipAddress = new byte[16];
        System.arraycopy(InetAddress.getLoopbackAddress().getAddress(), 0, server.ipAddress, 12, 4);
        server.interfaces = new Interface[] {
            new Interface(Interface.ST_ADMIN_AND_QUERY, Interface.SP_HDL_UDP, running.faces.handlePort()),
            new Interface(Interface.ST_ADMIN_AND_QUERY, Interface.SP_HDL_TCP, running.faces.handlePort()),
            new Interface(Interface.ST_ADMIN_AND_QUERY, Interface.SP_HDL_HTTP, running.faces.httpPort())
        };
        SiteInfo site = new SiteInfo();
        site.serialNumber = 1;
        site.servers = new ServerInfo[] {server};
        return site;
    }
}
