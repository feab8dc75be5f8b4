// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
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
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.TokenService;
import org.tanma.standalone.rest.MetricsController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may come in: anyone may read, whoever writes signs in by HTTP Basic or with a bearer token of {@code POST
 * /api/v1/tokens}. What an account may then do is each service's own business. No session, no cookie.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    private static final String BEARER = "Bearer ";
    private static final Wording WRONG =
            new Wording("用户名、密码或令牌有误，或令牌已失效。", "The name, password or token given is wrong or has ended.");
    private static final Wording SIGN_IN = new Wording(
            "该请求会改动数据：请用 HTTP Basic 登录，或用 POST /api/v1/tokens 取得的令牌。",
            "This request changes something: sign in with HTTP Basic or a bearer token of POST /api/v1/tokens.");

    private static final Wording METRICS = new Wording(
            "运行指标只供节点所在机器读取；从别处读取请以 operator 账号登录。",
            "Metrics are read on the node's own machine; from elsewhere sign in as its operator.");
    private static final WordedProblem FORBIDDEN =
            new WordedProblem("not-allowed", 403, new Wording("无权读取", "Not allowed"), METRICS, List.of());

    @Bean
    ServerWebExchangeFirewall identifierFirewall() {
        return new IdentifierFirewall();
    }

    @Bean
    SecurityWebFilterChain securityChain(
            ServerHttpSecurity http, AccountVerifier accounts, TokenService tokens, JsonMapper json) {
        ServerAuthenticationEntryPoint refusal = (exchange, reason) -> refuse(exchange, json);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .httpBasic(basic ->
                        basic.authenticationManager(passwords(accounts)).authenticationEntryPoint(refusal))
                .addFilterAt(bearer(tokens, refusal), SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal)
                        .accessDeniedHandler((exchange, reason) -> answer(exchange, json, FORBIDDEN)))
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(MetricsController.PATH)
                        .access(new MetricsReaders())
                        .pathMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.OPTIONS, "/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, "/api/v1/tokens")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .build();
    }

    private static ReactiveAuthenticationManager passwords(AccountVerifier accounts) {
        return given -> admit(() -> accounts.verify(given.getName(), String.valueOf(given.getCredentials())));
    }

    private static AuthenticationWebFilter bearer(TokenService tokens, ServerAuthenticationEntryPoint refusal) {
        ReactiveAuthenticationManager manager =
                given -> admit(() -> tokens.verify(String.valueOf(given.getCredentials())));
        AuthenticationWebFilter filter = new AuthenticationWebFilter(manager);
        filter.setServerAuthenticationConverter(SecurityConfiguration::token);
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(refusal));
        return filter;
    }

    private static Mono<Authentication> token(ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header == null || !header.startsWith(BEARER)
                ? Mono.empty()
                : Mono.just(UsernamePasswordAuthenticationToken.unauthenticated(
                        "", header.substring(BEARER.length()).strip()));
    }

    private static Mono<Authentication> admit(Supplier<Optional<Account>> check) {
        return Mono.fromSupplier(check)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(found -> found.map(SecurityConfiguration::signedIn)
                        .map(Mono::just)
                        .orElseGet(() -> Mono.error(new BadCredentialsException("wrong name, password or token"))));
    }

    private static Authentication signedIn(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                account.name(),
                "",
                AuthorityUtils.createAuthorityList(account.authorities().toArray(new String[0])));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, JsonMapper json) {
        boolean hasTried = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
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
