// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.kit.rest.Caller;
import org.tanma.label.issue.CodeRegister;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.identify.EquivalentRule;
import org.tanma.resolver.index.EquivalenceIndex;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeFacesConfig;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.net.SiteFiles;
import org.tanma.resolver.net.dns.DnsResponder;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.oid.OidRegistrar;
import org.tanma.resolver.oid.OidRequest;
import org.tanma.resolver.oid.OrsZone;
import org.tanma.resolver.protocol.SiteKeyFile;
import org.tanma.resolver.proxy.NearHandles;
import org.tanma.resolver.proxy.ProxyConfig;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordPublisher;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.TemplatedRecordRule;
import org.tanma.resolver.registrar.account.Sharing;
import org.tanma.resolver.registrar.admission.AdmittedRule;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.resolver.resolve.HandlesHere;
import org.tanma.resolver.resolve.PrefixServices;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.standalone.config.EngineSettings;
import org.tanma.standalone.metrics.AccessLogFile;
import org.tanma.standalone.metrics.NodeMetrics;
import org.tanma.standalone.records.ControlSocket;
import org.tanma.standalone.records.RecordTasks;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

/**
 * All parts of the node, running.
 *
 * <p>Started in this order: record store, Handle faces, web. It lets go of the data directory last. Closed in the reverse order, once; every acknowledged write is on
 * disk before that.
 */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    static final String API_DESCRIPTION = "/openapi.json";
    private static final String COMPRESSED =
            "text/html,text/csv,application/json,application/problem+json,image/svg+xml";

    /** Under whose name the sample data are allotted numbers. */
    private static final String SAMPLE_ACCOUNT = "operator";

    private static final int HIGHEST_SITE_SERIAL = 65_535;
    /** Kinds of interface in the site record; HTTPS is one more where the certificate is of the site's key. */
    private static final int WAYS_IN = 3;

    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final AtomicBoolean isEnding = new AtomicBoolean();
    private final NodeConfig config;
    private ConfigurableApplicationContext context = new GenericApplicationContext();
    private List<InitialAccount> accounts = List.of();

    private Node(NodeConfig config) {
        this.config = config;
    }

    /** Errors: {@link StartRefusedException} with the sentence its operator reads; {@code progress} is told what takes long. */
    static Node start(NodeConfig config, DataDirectory directory, Consumer<String> progress) {
        NodeLog.writeTo(directory.directory("logs"));
        Node node = new Node(config);
        node.closings.push(directory::close);
        try {
            NodeLog.keepOffTheScreen(() -> node.open(directory, progress));
            return node;
        } catch (RuntimeException e) {
            NodeLog.keepOffTheScreen(() -> LOG.error("the node could not start", e));
            node.close();
            throw FailedStart.refusal(e, directory);
        }
    }

    private void open(DataDirectory directory, Consumer<String> progress) {
        InstantSource clock = InstantSource.system();
        Instant startedAt = clock.instant();
        RocksHandleStore store = RocksHandleStore.open(config.engines().store(directory.directory("records")));
        closings.push(store::close);
        openControl(directory, new RecordTasks(store, clock));
        config.bench().load(store, progress);
        KeyPair siteKey = SiteKeyFile.open(directory.directory("keys").resolve(SiteKeyFile.NAME));
        int siteSerial = siteSerial(siteKey);
        NodeNaming naming = NodeNaming.of(config, siteSerial, clock);
        closings.push(naming::close);
        naming.tellOf(store);
        ResponsiblePrefixes prefixes = ResponsiblePrefixes.of(config.prefixes());
        // Both hear of changes before the answer cache does: what is kept there was made from what is remembered here.
        PrefixServices elsewhere = PrefixServices.watching(prefixes, store, store);
        HandlesHere here = new HandlesHere(prefixes, elsewhere, naming.share());
        NodeAdministration administration = new NodeAdministration(
                config.nodePrefix(), prefixes, here, naming.keys(here), store, directory.directory("keys"), clock);
        ResolutionPipeline pipeline = new ResolutionPipeline(
                prefixes, store, administration.rules(), elsewhere, naming.share(), naming.parent());
        EpochAnswerCache cache = EpochAnswerCache.of(config.engines().cache());
        store.subscribe(cache);
        prefixes.onChange(cache::everythingChanged);
        AccessLogFile accessLog = AccessLogFile.open(config.accessLog(), directory.directory("logs"), clock);
        closings.push(accessLog::close);
        NodeServices services = administration
                .addTo(NodeServices.of(pipeline, clock))
                .withNetworks(NetworkLists.in(directory.directory("networks")))
                .withCache(cache)
                .withSiteKey(siteKey)
                .withAccessLog(accessLog)
                .withProxy(new ProxyConfig(
                        config.urls().getOrDefault("web", ""), config.naming().countryHeader(), NearHandles.in(store)));
        NodeFaces faces = NodeFaces.open(
                faces(naming, siteKey, directory.directory("keys")),
                naming.site().map(services::withSite).orElse(services));
        closings.push(faces::close);
        NodeMetrics metrics = NodeMetrics.of(faces, cache, store, accessLog);
        closings.push(metrics::close);
        writeSiteFiles(faces.site());
        LOG.info("Handle faces open");
        context = new SpringApplicationBuilder(NodeConfiguration.class)
                .web(WebApplicationType.REACTIVE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties())
                .initializers(c -> {
                    var beans = c.getBeanFactory();
                    beans.registerSingleton("nodeConfig", config);
                    beans.registerSingleton("clock", clock);
                    beans.registerSingleton("handleStore", store);
                    beans.registerSingleton("startedAt", startedAt);
                    beans.registerSingleton("nodeMetrics", metrics);
                    beans.registerSingleton("nodeFaces", faces);
                    beans.registerSingleton("isEnding", (BooleanSupplier) isEnding::get);
                })
                .run();
        closings.push(context::close);
        metrics.add(bean(RecordIndex.class));
        LOG.info("web open");
        config.dnsPort().ifPresent(port -> faces.openDns(port, new DnsResponder(bean(OrsZone.class))));
        administration.publish(faces.site());
        bean(RecordPublisher.class).publishTemplates();
        accounts = bean(InitialAccounts.class)
                .open(bean(AccountStore.class), bean(PasswordHasher.class), sampleEnterprises());
        if (config.hasSampleData()) {
            bean(Sharing.class)
                    .assignSample(
                            sampleEnterprises().stream()
                                    .map(SampleEnterprise::prefix)
                                    .toList(),
                            "verifier");
            bean(SampleLoader.class).load(config);
            allotToSamples();
        }
        RecordRule templated = new TemplatedRecordRule(
                bean(RecordMapper.class), bean(RecordValidator.class), bean(RecordDirectory.class));
        RecordRule equivalents = new EquivalentRule(
                bean(RecordDirectory.class),
                bean(EquivalenceIndex.class),
                config.arc().oid());
        administration.follow(
                new AdmittedRule(
                        bean(EnterpriseStore.class),
                        (name, before, after) -> templated
                                .objection(name, before, after)
                                .or(() -> equivalents.objection(name, before, after))),
                bean(RegistrationLog.class));
        LOG.info("node up: {}", config);
    }

    /** Each sample enterprise has its arc, and the first device of the first one a number, so that there is something to ask. */
    private void allotToSamples() {
        OidRegistrar oids = bean(OidRegistrar.class);
        sampleEnterprises().forEach(enterprise -> oids.allotTo(enterprise.prefix(), SAMPLE_ACCOUNT));
        String device = new NodeIdentifiers(bean(CodeRegister.class))
                .identifiers(sampleEnterprises())
                .getOrDefault("device", "");
        if (!device.isEmpty()) {
            oids.allot(OidRequest.ofHandle(device), new Caller(SAMPLE_ACCOUNT, Set.of("OPERATOR"), Set.of()));
        }
    }

    /** What clients need to find the node without asking anybody. */
    private void writeSiteFiles(SiteRecord site) {
        try {
            SiteFiles.write(config.dataDirectory(), site);
        } catch (IOException e) {
            throw new StartRefusedException(StartPhrase.of("siteFiles", config.dataDirectory(), Reasons.of(e)), e);
        }
    }

    /** Without it the node does its work; only commands on this machine cannot reach it. */
    private void openControl(DataDirectory directory, RecordTasks tasks) {
        try {
            closings.push(ControlSocket.open(directory.path(), tasks)::close);
        } catch (IOException e) {
            LOG.warn("no control socket in {}; backup, import and export need the node stopped", directory.path(), e);
        }
    }

    private NodeFacesConfig faces(NodeNaming naming, KeyPair siteKey, Path keys) {
        EngineSettings engines = config.engines();
        return new NodeFacesConfig(
                config.host(),
                config.advertised(),
                config.handlePort(),
                config.httpPort(),
                siteSerial(siteKey),
                sampleEnterprises().stream().map(SampleEnterprise::prefix).toList(),
                naming.widen(engines.limits()),
                engines.transport(),
                engines.tls().or(() -> Optional.of(new TlsConfig.SelfMade(keys, Optional.of(siteKey)))),
                engines.isPlainAdministration());
    }

    /** Another number whenever addresses, key or ways in of the site record are others, so that clients drop what they knew. */
    private int siteSerial(KeyPair siteKey) {
        int key = Arrays.hashCode(siteKey.getPublic().getEncoded());
        int waysIn = config.engines().tls().isPresent() ? WAYS_IN : WAYS_IN + 1;
        return 1 + Math.floorMod(31 * (31 * config.urls().hashCode() + key) + waysIn, HIGHEST_SITE_SERIAL);
    }

    private List<SampleEnterprise> sampleEnterprises() {
        return config.hasSampleData() ? SampleEnterprise.all() : List.of();
    }

    private Map<String, Object> properties() {
        return Map.ofEntries(
                entry("server.address", config.host().getHostAddress()),
                entry("server.port", config.webPort()),
                entry("server.shutdown", "graceful"),
                entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
                entry("spring.http.codecs.max-in-memory-size", "16MB"),
                entry("springdoc.api-docs.path", API_DESCRIPTION),
                entry("springdoc.swagger-ui.enabled", "false"),
                entry("server.compression.enabled", "true"),
                entry("server.compression.mime-types", COMPRESSED),
                entry("server.error.include-stacktrace", "never"),
                entry("spring.jackson.deserialization.fail-on-unknown-properties", "true"));
    }

    /** What the node says of itself, {@code startMillis} after it was asked to start. */
    Announcement announce(long startMillis) {
        NodeIdentifiers found = new NodeIdentifiers(bean(CodeRegister.class));
        return new Announcement(
                TanmaMain.Version.text(),
                config.dataDirectory().toString(),
                startMillis,
                config.nodePrefix(),
                config.urls(),
                config.ports(),
                found.identifiers(sampleEnterprises()),
                found.codes(sampleEnterprises(), config.urls().getOrDefault("web", "")),
                accounts);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** From now on the node says that it should not be sent questions; it goes on answering them. */
    void announceEnd() {
        isEnding.set(true);
        LOG.info("node is ending");
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            closings.forEach(Runnable::run);
        }
    }
}
