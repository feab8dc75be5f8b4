// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The check of {@link CreatedCheck} by REST: types and texts of all values, and that there is an administrator. */
final class HttpCreatedCheck {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int HTTP_OK = 200;

    private HttpCreatedCheck() {}

    static CreatedCheck run(LoadPlan plan, boolean isTls, CreatedRecords records, LongStream numbers)
            throws IOException, InterruptedException {
        HttpClient client = client(isTls);
        String root = (isTls ? "https://" : "http://") + plan.target().getHostString() + ":"
                + plan.target().getPort() + "/api/handles/";
        CreatedCheck sum = new CreatedCheck(0, 0, 0);
        for (PrimitiveIterator.OfLong rest = numbers.iterator(); rest.hasNext(); ) {
            HandleRecord record = records.record(rest.nextLong());
            HttpRequest asked = HttpRequest.newBuilder(URI.create(root + record.name()))
                    .timeout(plan.timeout())
                    .build();
            HttpResponse<String> answer = client.send(asked, HttpResponse.BodyHandlers.ofString());
            boolean isThere = answer.statusCode() == HTTP_OK;
            sum = sum.plus(isThere, isThere && isSame(record, JSON.readTree(answer.body())));
        }
        return sum;
    }

    private static HttpClient client(boolean isTls) {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (isTls) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
                client.sslContext(context);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has TLS", e);
            }
        }
        return client.build();
    }

    private static boolean isSame(HandleRecord sent, JsonNode found) {
        Map<Integer, String> expected = new TreeMap<>();
        for (HandleValue value : sent.values()) {
            boolean isText = !value.type().equals(AdminRecord.TYPE);
            expected.put(value.index(), value.type() + (isText ? value.dataAsText() : ""));
        }
        Map<Integer, String> given = new TreeMap<>();
        for (JsonNode value : found.path("values")) {
            String type = value.path("type").asString("");
            JsonNode data = value.path("data").path("value");
            given.put(value.path("index").asInt(0), type + (data.isString() ? data.asString("") : ""));
        }
        return expected.equals(given);
    }
}
