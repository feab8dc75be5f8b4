// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.tanma.carbon.report.CanonicalJson.figure;
import static org.tanma.carbon.report.CanonicalJson.object;
import static org.tanma.carbon.report.CanonicalJson.putIfKnown;

import java.util.List;
import java.util.SortedMap;
import org.tanma.carbon.analysis.Breakdown;
import org.tanma.carbon.analysis.GroupTotal;

/** The JSON of a total by site, process and device. */
final class BreakdownJson {
    private BreakdownJson() {}

    static SortedMap<String, Object> breakdown(Breakdown breakdown) {
        SortedMap<String, Object> json = object();
        put(json, "sites", breakdown.sites());
        put(json, "processes", breakdown.processes());
        put(json, "devices", breakdown.devices());
        return json;
    }

    private static void put(SortedMap<String, Object> json, String key, List<GroupTotal> groups) {
        if (!groups.isEmpty()) {
            json.put(key, groups.stream().map(BreakdownJson::group).toList());
        }
    }

    private static SortedMap<String, Object> group(GroupTotal group) {
        SortedMap<String, Object> json = object();
        putIfKnown(json, "name", group.name());
        json.put("sources", group.sources());
        json.put("scope1", figure(group.scope1()));
        json.put("scope2", figure(group.scope2()));
        json.put("total", figure(group.total()));
        json.put("share", figure(group.share()));
        return json;
    }
}
