// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.GsonUtility;
import net.handle.hdllib.HandleException;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;

/**
 * A record in the JSON of the Handle REST interface, version 9.
 *
 * <p>Every data format of that interface is read and written (string, base64, hex, admin, vlist, site, key), by the
 * reference client library's own mapping.
 */
public final class HandleRecordJson {
    private static final Gson GSON = GsonUtility.getGson();

    private HandleRecordJson() {}

    /** {@code {"responseCode":1,"handle":…,"values":[…]}} on one line. */
    public static String format(HandleRecord record) {
        JsonObject answer = new JsonObject();
        answer.addProperty("responseCode", ResponseCode.SUCCESS.code());
        answer.addProperty("handle", record.name().toString());
        JsonArray values = new JsonArray();
        for (HandleValue value : record.values()) {
            values.add(GSON.toJsonTree(toTheirs(value)));
        }
        answer.add("values", values);
        return GSON.toJson(answer);
    }

    /** The record whose values are this JSON array; throws {@link IllegalArgumentException} when it is not one. */
    static HandleRecord parse(HandleName handle, String values) {
        List<HandleValue> read = new ArrayList<>();
        try {
            for (JsonElement one : GSON.fromJson(values, JsonArray.class)) {
                net.handle.hdllib.HandleValue theirs = GSON.fromJson(one, net.handle.hdllib.HandleValue.class);
                read.add(HandleValueCodec.decode(ByteBuffer.wrap(Encoder.encodeHandleValue(theirs))));
            }
        } catch (RuntimeException | WireFormatException e) {
            throw new IllegalArgumentException("values that cannot be read (" + e.getMessage() + ")", e);
        }
        return new HandleRecord(handle, read);
    }

    private static net.handle.hdllib.HandleValue toTheirs(HandleValue value) {
        try {
            net.handle.hdllib.HandleValue theirs = new net.handle.hdllib.HandleValue();
            Encoder.decodeHandleValue(HandleValueCodec.encode(value), 0, theirs);
            return theirs;
        } catch (HandleException | WireFormatException e) {
            throw new IllegalArgumentException(value + " cannot be written", e);
        }
    }
}
