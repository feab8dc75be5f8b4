// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** {@code PUT /api/handles/…} of HTTP 1.1 with a record as JSON, by an administrator who says the secret each time. */
final class HttpCreates implements QuestionTemplate {
    private static final String VERB = "PUT /api/handles/";

    private final NumberedOctets request;
    private final int headOctets;

    HttpCreates(CreatedRecords records, String host, AdminKey admin) {
        String name = records.record(NumberedOctets.PLACE).name().toString();
        byte[] body = RecordJson.of(records.record(NumberedOctets.PLACE));
        String head = VERB + name + "?overwrite=false HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: " + admin.basic()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        octets.writeBytes(body);
        this.request = new NumberedOctets(octets.toByteArray());
        this.headOctets = request.length() - HttpQuestions.handleAt() - name.length();
    }

    @Override
    public ByteBuf newBuffer(ByteBufAllocator allocator) {
        return request.into(allocator.directBuffer(request.length(), request.length()));
    }

    @Override
    public AnswerReader newReader(LoadConnection connection) {
        return new HttpAnswerReader(connection, headOctets);
    }

    @Override
    public void write(ByteBuf question, int requestId, long number) {
        request.number(question, number);
    }
}
