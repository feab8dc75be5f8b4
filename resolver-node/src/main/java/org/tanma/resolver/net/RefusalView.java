// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.resolver.proxy.NearHandles;
import org.tanma.resolver.proxy.PathText;
import org.tanma.resolver.proxy.WebAddress;
import org.tanma.resolver.resolve.Resolution;

/** What a page says of a handle it cannot show: why, and where to go from there. */
final class RefusalView {
    private static final String WORLD = "https://hdl.handle.net/";
    private final Messages messages;
    private final NearHandles near;

    RefusalView(Messages messages, NearHandles near) {
        this.messages = messages;
        this.near = near;
    }

    Map<String, Object> of(Resolution resolution, String handle, Language language) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("refusal", sentence(resolution, language));
        List<Map<String, Object>> ways = new ArrayList<>();
        if (resolution instanceof Resolution.Referral referral) {
            view.put("waysTitle", messages.text(language, "ways.elsewhere"));
            referral.values().decode().forEach(value -> addServers(value, handle, ways));
            if (ways.isEmpty()) {
                ways.add(way(WORLD + PathText.encode(handle), WORLD + handle));
            }
        } else if (resolution instanceof Resolution.HandleNotFound absent) {
            view.put("waysTitle", messages.text(language, "ways.near"));
            near.find(absent.name()).forEach(name -> ways.add(local(name)));
        } else if (resolution.responseCode().equals(ResponseCode.SERVER_NOT_RESPONSIBLE)) {
            view.put("waysTitle", messages.text(language, "ways.elsewhere"));
            ways.add(way(WORLD + PathText.encode(handle), WORLD + handle));
        }
        view.put("ways", ways);
        return view;
    }

    /** Of a text that would have made an address another one. */
    Map<String, Object> ofAppendix(WebAddress address, Language language) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("refusal", messages.text(language, "refusal.appendix"));
        view.put("waysTitle", messages.text(language, "ways.without"));
        view.put("ways", List.of(way(address.toString(), address.toString())));
        return view;
    }

    private String sentence(Resolution resolution, Language language) {
        if (resolution instanceof Resolution.HandleNotFound) {
            return messages.text(language, "refusal.absent");
        }
        if (resolution instanceof Resolution.ValuesNotFound) {
            return messages.text(language, "refusal.novalues");
        }
        if (resolution instanceof Resolution.Denied) {
            return messages.text(language, "refusal.denied");
        }
        if (resolution instanceof Resolution.Referral) {
            return messages.text(language, "refusal.elsewhere");
        }
        ResponseCode code = resolution.responseCode();
        if (code.equals(ResponseCode.INVALID_HANDLE)) {
            return messages.text(language, "refusal.nohandle");
        }
        if (code.equals(ResponseCode.RECURSION_TOO_DEEP)) {
            return messages.text(language, "refusal.circle");
        }
        if (code.equals(ResponseCode.SERVER_NOT_RESPONSIBLE)) {
            return messages.text(language, "refusal.elsewhere");
        }
        return messages.text(language, "refusal.other") + resolution.message();
    }

    private static void addServers(HandleValue value, String handle, List<Map<String, Object>> ways) {
        try {
            for (SiteServer server :
                    SiteRecord.decode(ByteBuffer.wrap(value.data())).servers()) {
                for (SiteInterface one : server.interfaces()) {
                    if (one.protocol() == SiteInterface.HTTP && one.isForResolution()) {
                        String place = "http://" + ValueRows.host(server.inetAddress()) + ":" + one.port() + "/";
                        ways.add(way(place + PathText.encode(handle) + "?noredirect", place + handle));
                    }
                }
            }
        } catch (WireFormatException e) {
            ways.add(way("/" + PathText.encode(value.dataAsText()) + "?noredirect", value.dataAsText()));
        }
    }

    private static Map<String, Object> local(HandleName name) {
        return way("/" + PathText.encode(name.toString()) + "?noredirect", name.toString());
    }

    private static Map<String, Object> way(String href, String text) {
        return Map.of("href", href, "text", text);
    }
}
