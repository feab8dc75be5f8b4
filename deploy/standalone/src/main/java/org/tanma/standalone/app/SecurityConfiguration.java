// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.AskedLanguage;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.TokenService;
import org.tanma.resolver.registrar.audit.LoginFailures;
import org.tanma.resolver.registrar.enterprise.Enterprise;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.resolver.registrar.enterprise.Grants;
import org.tanma.resolver.registrar.issuer.IssuerFile;
import org.tanma.resolver.registrar.issuer.TrustedIssuers;
import org.tanma.resolver.registrar.key.ApiKeys;
import org.tanma.standalone.access.RouteRules;
import org.tanma.standalone.rest.MetricsController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may come in: whoever signs in does so by HTTP Basic, with a bearer token of {@code POST /api/v1/tokens} or of an issuer
 * the node trusts, or with an API key; which routes are open to whom says {@link RouteAccess}. What an account may then do to
 * whose things is each service's own business. No session, no cookie.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    private static final String BEARER = "Bearer ";
    private static final String API_KEY = "X-API-Key";
    private static final Wording WRONG =
            new Wording("用户名、密码或令牌有误，或令牌已失效。", "The name, password or token given is wrong or has ended.");
    private static final Wording SIGN_IN = new Wording(
            "此处需要登录：请用 HTTP Basic、API 密钥，或用 POST /api/v1/tokens 取得的令牌。",
            "This is for those who sign in: by HTTP Basic, an API key, or a bearer token of POST /api/v1/tokens.");

    private static final Wording METRICS = new Wording(
            "运行指标只供节点所在机器读取；从别处读取请以 operator 账号登录。",
            "Metrics are read on the node's own machine; from elsewhere sign in as its operator.");
    private static final WordedProblem FORBIDDEN =
            new WordedProblem("not-allowed", 403, new Wording("无权读取", "Not allowed"), METRICS, List.of());

    private static final WordedProblem TOO_MANY = new WordedProblem(
            "too-many-failures",
            429,
            new Wording("失败次数过多", "Too many failures"),
            new Wording(
                    "该网络出示的密钥或令牌多次有误，请稍后再试。", "Too many wrong keys or tokens came from this network; try again later."),
            List.of());

    @Bean
    TrustedIssuers trustedIssuers(NodeConfig node, InstantSource clock) {
        Path file = node.dataDirectory().resolve("issuers.json");
        try {
            return new TrustedIssuers(node.nodePrefix(), IssuerFile.read(file), clock);
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(StartPhrase.of("issuers", file, String.valueOf(e.getMessage())), e);
        }
    }

    @Bean
    SignIns signIns(
            AccountVerifier verifier,
            AccountStore accounts,
            TokenService tokens,
            TrustedIssuers issuers,
            ApiKeys keys,
            Grants grants,
            LoginFailures failures) {
        return new SignIns(verifier, accounts, tokens, issuers, keys, grants, failures);
    }

    @Bean
    ServerWebExchangeFirewall identifierFirewall() {
        return new IdentifierFirewall();
    }

    @Bean
    SecurityWebFilterChain securityChain(
            ServerHttpSecurity http, SignIns signIns, EnterpriseStore enterprises, JsonMapper json) {
        ServerAuthenticationEntryPoint refusal = (exchange, reason) -> refuse(exchange, reason, json);
        RouteAccess routes = new RouteAccess(
                RouteRules.load(),
                prefix -> enterprises
                        .find(prefix)
                        .filter(e -> e.state() == Enterprise.State.SUSPENDED)
                        .map(Enterprise::reason));
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .httpBasic(
                        basic -> basic.authenticationManager(passwords(signIns)).authenticationEntryPoint(refusal))
                .addFilterAt(bearer(signIns, refusal), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal)
                        .accessDeniedHandler((exchange, reason) -> answer(
                                exchange,
                                json,
                                reason instanceof RouteAccess.RefusedException said ? said.problem() : FORBIDDEN)))
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(MetricsController.PATH)
                        .access(new MetricsReaders())
                        .anyExchange()
                        .access(routes))
                .build();
    }

    private static ReactiveAuthenticationManager passwords(SignIns signIns) {
        return given -> admit(() -> signIns.byPassword(given.getName(), String.valueOf(given.getCredentials())));
    }

    private static AuthenticationWebFilter bearer(SignIns signIns, ServerAuthenticationEntryPoint refusal) {
        ReactiveAuthenticationManager manager =
                given -> admit(() -> signIns.byBearer(String.valueOf(given.getCredentials()), given.getName()));
        AuthenticationWebFilter filter = new AuthenticationWebFilter(manager);
        filter.setServerAuthenticationConverter(SecurityConfiguration::token);
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(refusal));
        return filter;
    }

    /** A bearer token or key with the address it comes from, where a name would stand. */
    private static Mono<Authentication> token(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        String key = headers.getFirst(API_KEY);
        String given = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : key;
        return given == null
                ? Mono.empty()
                : Mono.just(UsernamePasswordAuthenticationToken.unauthenticated(peer(exchange), given));
    }

    private static String peer(ServerWebExchange exchange) {
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        return peer == null || peer.getAddress() == null
                ? ""
                : peer.getAddress().getHostAddress();
    }

    private static Mono<Authentication> admit(Supplier<SignIns.Outcome> check) {
        return Mono.fromSupplier(check)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(outcome -> outcome.signedIn()
                        .map(SecurityConfiguration::signedIn)
                        .map(Mono::just)
                        .orElseGet(() -> Mono.error(
                                outcome.isTooMany()
                                        ? new LockedException("too many failures")
                                        : new BadCredentialsException("wrong name, password or token"))));
    }

    private static Authentication signedIn(SignIns.SignedIn who) {
        return UsernamePasswordAuthenticationToken.authenticated(
                who.name(),
                "",
                AuthorityUtils.createAuthorityList(who.authorities().toArray(new String[0])));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, AuthenticationException reason, JsonMapper json) {
        if (reason instanceof LockedException) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
            return answer(exchange, json, TOO_MANY);
        }
        HttpHeaders sent = exchange.getRequest().getHeaders();
        boolean hasTried = sent.containsHeader(HttpHeaders.AUTHORIZATION) || sent.containsHeader(API_KEY);
        boolean isForMetrics = exchange.getRequest().getPath().value().equals(MetricsController.PATH);
        Wording signIn = isForMetrics ? METRICS : SIGN_IN;
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tanma\", charset=\"UTF-8\"");
        return answer(
                exchange,
                json,
                new WordedProblem(
                        "not-signed-in",
                        401,
                        new Wording("未登录", "Not signed in"),
                        hasTried ? WRONG : signIn,
                        List.of()));
    }

    private static Mono<Void> answer(ServerWebExchange exchange, JsonMapper json, WordedProblem problem) {
        Language language = AskedLanguage.of(exchange.getRequest());
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        byte[] body = json.writeValueAsString(problem.in(language)).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
