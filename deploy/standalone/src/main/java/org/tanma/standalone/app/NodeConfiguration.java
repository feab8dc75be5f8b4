// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import io.swagger.v3.oas.models.OpenAPI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.WebFilter;
import org.tanma.carbon.service.app.CarbonConfig;
import org.tanma.carbon.service.app.CarbonConfiguration;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.ingest.ActivityIngest;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.portrait.MonitorSettings;
import org.tanma.carbon.service.portrait.WarningService;
import org.tanma.carbon.service.reading.ReadingIntake;
import org.tanma.carbon.service.reading.ReadingStore;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.label.app.LabelConfig;
import org.tanma.label.app.LabelConfiguration;
import org.tanma.label.issue.BilingualText;
import org.tanma.label.issue.CodeIssuer;
import org.tanma.label.issue.CodeRegister;
import org.tanma.label.issue.LostKeys;
import org.tanma.resolver.app.OidConfig;
import org.tanma.resolver.app.ResolverConfig;
import org.tanma.resolver.app.ResolverConfiguration;
import org.tanma.resolver.identify.EquivalentRegistrar;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.registrar.RecordPublisher;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.store.HandleStore;
import org.tanma.standalone.metrics.NodeMetrics;
import org.tanma.standalone.page.EnterpriseDirectory;
import org.tanma.standalone.page.HomeController;
import org.tanma.standalone.rest.ApiDescription;
import org.tanma.standalone.rest.HealthController;
import org.tanma.standalone.rest.MetricsController;
import org.tanma.standalone.rest.NodeStatus;
import org.tanma.standalone.rest.StatusController;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import reactor.core.scheduler.Schedulers;

/** The three services of one node side by side, and what joins them: each port of one is answered by another. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
@Import({
    ResolverConfiguration.class,
    CarbonConfiguration.class,
    LabelConfiguration.class,
    SecurityConfiguration.class,
    ProblemAdvice.class
})
class NodeConfiguration {
    private static final String GRADING_SCHEME = "zhejiang-carbon-efficiency";

    @Bean
    ResolverConfig resolverConfig(NodeConfig node) {
        return new ResolverConfig(
                node.nodePrefix(),
                node.dataDirectory().resolve("keys"),
                node.dataDirectory().resolve("index"),
                node.sql(),
                node.engines().registrations(node.dataDirectory().resolve("registration-jobs")));
    }

    @Bean
    OidConfig oidConfig(NodeConfig node) {
        return new OidConfig(node.arc(), node.publicUrl(), node.advertised());
    }

    @Bean
    CarbonConfig carbonConfig(NodeConfig node) {
        return new CarbonConfig(node.sql(), GRADING_SCHEME);
    }

    @Bean
    LabelConfig labelConfig(NodeConfig node) {
        return new LabelConfig(
                node.publicUrl(),
                node.dataDirectory().resolve("keys"),
                node.sql(),
                new BilingualText("碳码节点 " + node.nodePrefix(), "Tanma node " + node.nodePrefix()));
    }

    @Bean
    InitialAccounts initialAccounts(NodeConfig node) {
        return new InitialAccounts(node.dataDirectory());
    }

    @Bean
    RecordEnterprises recordEnterprises(HandleStore store, RecordMapper mapper) {
        return new RecordEnterprises(store, mapper);
    }

    @Bean
    EvaluationResults evaluationResults(EvaluationService evaluations) {
        return new EvaluationResults(evaluations);
    }

    @Bean
    PublishedCodes publishedCodes(RecordPublisher publisher) {
        return new PublishedCodes(publisher);
    }

    @Bean
    SampleLoader sampleLoader(
            TemplateCatalog templates,
            RegistrationService registrations,
            ActivityIngest ingest,
            PeerSetStore peerSets,
            EvaluationService evaluations,
            CodeIssuer codes,
            EquivalentRegistrar equivalents,
            SampleMonitor sampleMonitor,
            InstantSource clock) {
        return new SampleLoader(
                templates, registrations, ingest, peerSets, evaluations, codes, equivalents, sampleMonitor, clock);
    }

    @Bean
    SampleMonitor sampleMonitor(
            ReadingIntake intake,
            ReadingStore readings,
            RecordEnterprises enterprises,
            MonitorSettings settings,
            WarningService warnings) {
        return new SampleMonitor(new SampleReadings(intake, readings), enterprises, settings, warnings);
    }

    @Bean
    EnterpriseDirectory enterpriseDirectory(RegistrationLog log, RecordEnterprises enterprises, CodeRegister codes) {
        return new NodeDirectory(log, enterprises, codes);
    }

    @Bean
    NodeChecks nodeChecks(
            NodeConfig node,
            HandleStore store,
            RecordIndex index,
            @Qualifier("registrarDatabase") SqlDatabase registrar,
            @Qualifier("carbonDatabase") SqlDatabase carbon,
            @Qualifier("labelDatabase") SqlDatabase label,
            LostKeys lostKeys,
            NodeFaces faces,
            InstantSource clock,
            Instant startedAt) {
        HandleName own = HandleName.parse("0.NA/" + node.nodePrefix());
        return new NodeChecks(
                node,
                FaceProbe.of(node.host(), node.handlePort(), node.httpPort(), own),
                DnsProbe.of(node),
                new MachineChecks(node.dataDirectory(), clock),
                store,
                index,
                Map.of("registrar", registrar, "carbon", carbon, "label", label),
                lostKeys,
                faces.certificates(),
                clock,
                startedAt);
    }

    @Bean
    OpenAPI openApi() {
        return ApiDescription.start(TanmaMain.Version.text());
    }

    @Bean
    ApiDescription apiDescription() {
        return new ApiDescription();
    }

    /** The first description of the API takes seconds to make; made on an event loop it would hold up other requests. */
    @Bean
    WebFilter apiDescriptionOffTheEventLoop() {
        return (exchange, chain) -> exchange.getRequest().getPath().value().startsWith(Node.API_DESCRIPTION)
                ? chain.filter(exchange).subscribeOn(Schedulers.boundedElastic())
                : chain.filter(exchange);
    }

    @Bean
    StatusController statusController(Supplier<NodeStatus> status) {
        return new StatusController(status);
    }

    @Bean
    HealthController healthController(Supplier<NodeStatus> status, BooleanSupplier isEnding) {
        return new HealthController(status, isEnding);
    }

    @Bean
    MetricsController metricsController(NodeMetrics metrics) {
        return new MetricsController(metrics);
    }

    @Bean
    HomeController homeController(EnterpriseDirectory directory, Supplier<NodeStatus> status) {
        return new HomeController(directory, status);
    }
}
