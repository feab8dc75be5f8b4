// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.ArrayList;
import java.util.List;
import org.tanma.handle.model.HandleName;

/**
 * Handles that were asked for, or some of them: a long list comes in several messages, all but the last with {@link
 * OpFlags#CONTINUOUS}.
 *
 * <p>Shape: u32 count, handles; at most {@value WireLimits#LISTED_HANDLES} a message. Answers operations 105, 106, 302.
 */
public record HandleList(List<HandleName> handles) implements MessageBody {
    public HandleList {
        handles = List.copyOf(handles);
    }

    static HandleList decode(WireReader in) throws WireFormatException {
        int count = in.readCount(WireLimits.LISTED_HANDLES, WireLayout.LENGTH_OCTETS, "number of handles");
        List<HandleName> handles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            handles.add(in.readHandle("listed handle"));
        }
        return new HandleList(handles);
    }

    @Override
    public void encode(WireWriter out) throws WireFormatException {
        out.writeCount(handles.size(), WireLimits.LISTED_HANDLES, "number of handles");
        for (HandleName handle : handles) {
            out.writeHandle(handle, "listed handle");
        }
    }
}
