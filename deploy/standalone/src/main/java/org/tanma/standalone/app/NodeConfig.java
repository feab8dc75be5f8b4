// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.resolver.oid.OidArc;
import org.tanma.standalone.config.EngineSettings;
import org.tanma.standalone.metrics.AccessLogMode;

/**
 * Everything the node was asked to be.
 *
 * @param dataDirectory where records, tables, keys and logs live
 * @param host address every port listens on
 * @param advertised address by which others reach the node; differs when it listens on all addresses
 * @param handlePort Handle protocol, UDP and TCP
 * @param httpPort Handle over HTTP
 * @param webPort web and API
 * @param dnsPort DNS, UDP and TCP; empty when it is not answered
 * @param publicUrl how a phone reaches the web port; printed into QR codes
 * @param nodePrefix the prefix this node answers for, with all derived from it
 * @param arc the arc of object identifiers it allots below
 * @param sql where the relational tables live
 * @param hasSampleData whether a first start loads the demonstration enterprises
 * @param bench records to be measured with, under a prefix of their own; none in a real node
 * @param naming its place among other servers
 * @param engines how its parts go about their work
 * @param accessLog of how many requests a line is written
 */
record NodeConfig(
        Path dataDirectory,
        InetAddress host,
        InetAddress advertised,
        int handlePort,
        int httpPort,
        int webPort,
        OptionalInt dnsPort,
        URI publicUrl,
        String nodePrefix,
        OidArc arc,
        SqlConfig sql,
        boolean hasSampleData,
        BenchLoad bench,
        NamingConfig naming,
        EngineSettings engines,
        AccessLogMode accessLog) {
    /** All prefixes this node answers for. */
    String[] prefixes() {
        return bench.records() == 0 ? new String[] {nodePrefix} : new String[] {nodePrefix, bench.prefix()};
    }

    /** Every face by name with its address. */
    Map<String, String> urls() {
        String literal = Ports.literal(advertised);
        String web = "http://" + literal + ":" + webPort;
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("handle", "handle://" + literal + ":" + handlePort);
        urls.put("http", "http://" + literal + ":" + httpPort);
        urls.put("web", web);
        urls.put("openapi", web + "/openapi.json");
        urls.put("status", web + "/api/v1/status");
        dnsPort.ifPresent(port -> urls.put("dns", "dns://" + literal + ":" + port + "/" + arc.apex()));
        return urls;
    }

    Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("handle", handlePort);
        ports.put("http", httpPort);
        ports.put("web", webPort);
        dnsPort.ifPresent(port -> ports.put("dns", port));
        return ports;
    }
}
