// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.ingest.ActivityIngest;
import org.tanma.carbon.service.ingest.IngestReport;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.kit.csv.CsvTable;
import org.tanma.kit.rest.Caller;
import org.tanma.label.issue.CodeIssuer;
import org.tanma.resolver.identify.EquivalentRegistrar;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.registrar.RegistrationSheet;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/**
 * Loads the demonstration enterprises the way their clerks would: registers, reports, evaluates, issues.
 *
 * <p>Every step may be repeated without harm, so that a first start that was cut short is finished by the next; a mark in the
 * data directory says that all is loaded.
 */
final class SampleLoader {
    /** The year the sample data report. */
    static final int YEAR = 2025;

    private static final Logger LOG = LoggerFactory.getLogger(SampleLoader.class);
    private static final Caller LOADER = new Caller("sample-data", Set.of("OPERATOR"), Set.of());
    private static final Set<EquivalentRegistrar.Outcome> NAMED =
            Set.of(EquivalentRegistrar.Outcome.ADDED, EquivalentRegistrar.Outcome.UNCHANGED);
    /** Files of an enterprise in the order they depend on each other, with the public template each row follows. */
    static final Map<String, String> REGISTRATIONS = orderedRegistrations();

    private final TemplateCatalog templates;
    private final RegistrationService registrations;
    private final ActivityIngest ingest;
    private final PeerSetStore peerSets;
    private final EvaluationService evaluations;
    private final CodeIssuer codes;
    private final EquivalentRegistrar equivalents;
    private final SampleMonitor monitor;
    private final InstantSource clock;

    SampleLoader(
            TemplateCatalog templates,
            RegistrationService registrations,
            ActivityIngest ingest,
            PeerSetStore peerSets,
            EvaluationService evaluations,
            CodeIssuer codes,
            EquivalentRegistrar equivalents,
            SampleMonitor monitor,
            InstantSource clock) {
        this.templates = templates;
        this.registrations = registrations;
        this.ingest = ingest;
        this.peerSets = peerSets;
        this.evaluations = evaluations;
        this.codes = codes;
        this.equivalents = equivalents;
        this.monitor = monitor;
        this.clock = clock;
    }

    private static Map<String, String> orderedRegistrations() {
        Map<String, String> files = new java.util.LinkedHashMap<>();
        files.put("enterprise.csv", "enterprise");
        files.put("devices.csv", "device");
        files.put("products.csv", "product");
        files.put("batches.csv", "batch");
        return java.util.Collections.unmodifiableMap(files);
    }

    /** Loads what the mark in {@code dataDirectory} does not say is loaded. */
    void load(NodeConfig config) {
        Path mark = config.dataDirectory().resolve("sample-loaded");
        if (Files.exists(mark)) {
            return;
        }
        if (peerSets.list().isEmpty()) {
            SampleFiles.find("peer-sets.csv")
                    .ifPresent(octets -> peerSets.store(PeerSetTable.read(octets), LOADER.name()));
        }
        SampleEnterprise.all().forEach(this::load);
        try {
            Files.writeString(mark, TanmaMain.Version.text() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(SampleEnterprise enterprise) {
        REGISTRATIONS.forEach((file, template) -> SampleFiles.find(enterprise.account() + "/" + file)
                .ifPresent(octets ->
                        register(enterprise.account() + "/" + file, octets, ofIndustry(enterprise, template))));
        SampleFiles.find(enterprise.account() + "/equivalents.csv").ifPresent(this::name);
        SampleFiles.find(enterprise.account() + "/activity-data.csv").ifPresent(octets -> report(enterprise, octets));
        SampleFiles.find(enterprise.account() + "/readings.csv").ifPresent(octets -> send(enterprise, octets));
        if (evaluations.evaluate(enterprise.handle(), YEAR, LOADER) instanceof EvaluationOutcome.Evaluated done
                && done.evaluation().isGraded()) {
            codes.issue(done.evaluation().id(), inOneYear(), LOADER);
            LOG.info("sample enterprise {} has its code for {}", enterprise.handle(), YEAR);
        } else {
            LOG.info("sample enterprise {} has no grade for {}", enterprise.handle(), YEAR);
        }
        monitor.watch(enterprise, YEAR, LOADER);
    }

    /** The template of the enterprise's industry that extends {@code template}, where there is one. */
    private MetadataTemplate ofIndustry(SampleEnterprise enterprise, String template) {
        return templates.find(enterprise.account() + "-" + template).orElseGet(() -> templates.get(template));
    }

    /** Sample codes are valid from the first start on, whenever that is. */
    private String inOneYear() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1).toString();
    }

    private void register(String file, byte[] octets, MetadataTemplate template) {
        register(file, RegistrationSheet.read(CsvTable.read(octets), template), template, RegistrationOptions.DEFAULT);
    }

    private void register(
            String file, RegistrationSheet sheet, MetadataTemplate template, RegistrationOptions options) {
        RegistrationReport report = registrations.register(template, sheet.rows(), options, LOADER);
        if (report.rejected() > 0) {
            throw new IllegalStateException("sample file " + file + " was not taken whole: " + report.rows());
        }
    }

    /** Rows of a handle and an identifier of another kind that names the same thing. */
    private void name(byte[] octets) {
        for (CsvTable.Row row : CsvTable.read(octets).rows()) {
            ParsedIdentifier parsed = Identifiers.parse(row.cells().getOrDefault("identifier", ""));
            boolean isTaken = parsed instanceof ParsedIdentifier.Known known
                    && NAMED.contains(equivalents
                            .add(HandleName.parse(row.cells().getOrDefault("handle", "")), known.identifier(), LOADER)
                            .outcome());
            if (!isTaken) {
                throw new IllegalStateException("sample equivalent " + row.cells() + " was not taken: " + parsed);
            }
        }
    }

    /** Registers a terminal with a key made now, and sends the readings it signs. */
    private void send(SampleEnterprise enterprise, byte[] octets) {
        KeyPair key = SampleReadings.makeKey();
        String terminal = enterprise.prefix() + "/GW-1";
        String sheet = "handle,terminalName,terminalType,enterprise,device,publicKeyDigest,demonstration\n" + terminal
                + ",总降采集网关,gateway," + enterprise.handle() + "," + enterprise.prefix() + "/METER-GRID-1,"
                + SampleReadings.digest(key) + ",true\n";
        MetadataTemplate template = templates.get("terminal");
        register(
                "terminal of " + enterprise.account(),
                RegistrationSheet.read(CsvTable.read(sheet.getBytes(StandardCharsets.UTF_8)), template),
                template,
                new RegistrationOptions(false, false, true));
        monitor.readings().send(octets, terminal, enterprise.prefix() + "/METER-GRID-1", key, LOADER.name());
    }

    private void report(SampleEnterprise enterprise, byte[] octets) {
        IngestReport report =
                ingest.csv(enterprise.handle(), octets, new ActivityIngest.Mode(false, false), LOADER.name());
        if (report.rejected() > 0) {
            throw new IllegalStateException(
                    "sample activity data of " + enterprise.account() + " were not taken whole: " + report.rows());
        }
    }
}
