// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import java.net.URI;
import java.nio.file.Files;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.tanma.label.app.LabelNode;
import org.tanma.label.issue.CodeRevoker;
import org.tanma.label.issue.GradedResult;
import org.tanma.label.issue.Samples;
import reactor.netty.http.server.HttpServer;

/** Serves the pages of a few sample codes on 127.0.0.1 and prints their addresses, to be looked at in a browser. */
final class PageServer {
    private PageServer() {}

    public static void main(String[] arguments) throws Exception {
        try (LabelNode node = new LabelNode(Files.createTempDirectory("label"), URI.create("http://127.0.0.1:8080"))) {
            var server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .handle(new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder.applicationContext(node.context)
                            .build()))
                    .bindNow();
            String base = "http://127.0.0.1:" + server.port() + "/c/";
            print(base, "superseded", node.issue(Samples.graded("e0")));
            print(base, "grade 3", node.issue(Samples.graded("e1")));
            print(base, "grade 1, real", node.issue(ofYear(2026, Samples.graded("e2", "0.3", 1, false))));
            String revoked = node.issue(ofYear(2027, Samples.graded("e3", "3.7", 5, true)));
            node.context
                    .getBean(CodeRevoker.class)
                    .revoke(
                            org.tanma.label.issue.CodeToken.parse(revoked).orElseThrow(),
                            "电表读数有误 (wrong meter reading)",
                            Samples.REGULATOR);
            print(base, "revoked, grade 5", revoked);
            print(base, "unknown", "00000000000000000000");
            server.onDispose().block();
        }
    }

    private static GradedResult ofYear(int year, GradedResult r) {
        return new GradedResult(
                r.evaluationId(),
                r.resultDigest(),
                r.enterprise(),
                year,
                r.emissions(),
                r.grading(),
                r.basis(),
                r.isDemonstration());
    }

    private static void print(String base, String what, String token) {
        System.out.println(what + "\t" + base + token);
    }
}
