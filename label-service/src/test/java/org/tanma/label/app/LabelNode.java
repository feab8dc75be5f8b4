// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.WebFilter;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.label.issue.CodeIssuer;
import org.tanma.label.issue.EvaluationResult;
import org.tanma.label.issue.GradedResult;
import org.tanma.label.issue.IdentifierPlane;
import org.tanma.label.issue.LabelRecord;
import org.tanma.label.issue.ResultSource;
import org.tanma.label.issue.Samples;

/** The whole label service in a Spring context, as whoever imports {@link LabelConfiguration} gets it. */
public final class LabelNode implements AutoCloseable {
    /** Its value is an account name and its authorities, parted by commas. */
    public static final String ACCOUNT = "X-Test-Account";

    public static final String CLERK = "clerk,ROLE_ENTERPRISE_ADMIN,PREFIX_88.118.1";
    public static final String STRANGER = "stranger,ROLE_ENTERPRISE_ADMIN,PREFIX_88.118.2";
    public static final String REGULATOR = "regulator,ROLE_REGULATOR";

    public final Map<String, EvaluationResult> evaluations = new ConcurrentHashMap<>();
    public final List<LabelRecord> published = new ArrayList<>();
    public volatile Instant now = Samples.NOW;
    public final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @Configuration
    @EnableWebFlux
    @Import({LabelConfiguration.class, ProblemAdvice.class})
    static class Wiring {}

    public LabelNode(Path directory, URI publicBaseUrl) {
        LabelConfig config = new LabelConfig(
                publicBaseUrl, directory.resolve("keys"), new SqlConfig.Embedded(directory), Samples.ISSUER);
        context.registerBean(LabelConfig.class, () -> config);
        context.registerBean(InstantSource.class, () -> () -> now);
        context.registerBean(ResultSource.class, () -> id -> Optional.ofNullable(evaluations.get(id)));
        context.registerBean(IdentifierPlane.class, () -> published::add);
        context.registerBean(WebFilter.class, LabelNode::signIn);
        context.register(Wiring.class);
        context.refresh();
    }

    private static WebFilter signIn() {
        return (exchange, chain) -> {
            String account = exchange.getRequest().getHeaders().getFirst(ACCOUNT);
            if (account == null) {
                return chain.filter(exchange);
            }
            String[] parts = account.split(",");
            String[] authorities = java.util.Arrays.copyOfRange(parts, 1, parts.length);
            return chain.filter(exchange)
                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                            new TestingAuthenticationToken(parts[0], "", authorities)));
        };
    }

    /** Issues the code of {@code result} for its own clerk. */
    public String issue(GradedResult result) {
        evaluations.put(result.evaluationId(), result);
        return context.getBean(CodeIssuer.class)
                .issue(result.evaluationId(), null, Samples.CLERK)
                .code()
                .token()
                .text();
    }

    /** The service's database, to be broken by a test. */
    public SqlDatabase database() {
        return context.getBean("labelDatabase", SqlDatabase.class);
    }

    public WebTestClient client() {
        return WebTestClient.bindToApplicationContext(context).build();
    }

    @Override
    public void close() {
        context.close();
    }
}
