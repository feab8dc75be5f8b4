// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A node with the REST interface, started for each test, and ways to ask it. */
abstract class RestCalls {
    static final String KILN = "/api/handles/20.500.12345/kiln";
    static final String ADMIN =
            "{'index':100,'type':'HS_ADMIN','data':{'format':'admin','value':{'handle':'0.NA/20.500.12345',"
                    + "'index':300,'permissions':'011111111111'}}}";
    static final String RECORD =
            ("[{'index':1,'type':'URL','data':'https://a.example/'}," + ADMIN + "]").replace('\'', '"');

    @TempDir
    Path directory;

    RestNode node;

    @BeforeEach
    void start() {
        node = new RestNode(directory);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    HttpResponse<String> as(String authorization, String method, String path, String body) throws Exception {
        return node.send(method, node.plain(path), body, "authorization", authorization);
    }

    HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return as(RestNode.basic(), method, path, body);
    }

    HttpResponse<String> stranger(String method, String path, String body) throws Exception {
        return node.send(method, node.plain(path), body);
    }

    static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
