// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.label.issue.CodeLinks;
import org.tanma.standalone.config.Catalogue;
import org.tanma.standalone.config.ConfigCommand;
import org.tanma.standalone.config.DatabaseSettings;
import org.tanma.standalone.config.FaultySettingsException;
import org.tanma.standalone.config.Knob;
import org.tanma.standalone.config.NodeSettings;
import org.tanma.standalone.config.OidSettings;
import org.tanma.standalone.config.Settings;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code tanma up}: starts the whole node and keeps it running until it is interrupted. */
@Command(name = "up", mixinStandardHelpOptions = true, sortOptions = false)
final class UpCommand implements Callable<Integer> {
    private final Phrases phrases;
    private final Catalogue catalogue = Catalogue.load();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "up.config")
    private @Nullable Path configFile;

    @Option(names = "--json", descriptionKey = "up.json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    private UpCommand(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Adds the command to a root command, with an option for each knob of the catalogue that has one. */
    static void addTo(CommandLine root, String[] arguments) {
        UpCommand command = new UpCommand(ConfigCommand.phrases(arguments, System.getenv()));
        CommandLine line = new CommandLine(command);
        command.describe(line.getCommandSpec());
        line.setResourceBundle(command.phrases.bundle());
        root.addSubcommand("up", line);
    }

    private void describe(CommandSpec up) {
        up.usageMessage().description(phrases.text("up.description"));
        up.usageMessage()
                .footer(
                        "",
                        phrases.text("up.footer"),
                        "  ./tanma up --data other --empty --handle-port 2642 \\",
                        "             --http-port 8001 --web-port 8081");
        for (Knob knob : catalogue.knobs()) {
            if (!knob.option().isEmpty()) {
                up.addOption(option(knob));
            }
        }
    }

    private OptionSpec option(Knob knob) {
        OptionSpec.Builder option = OptionSpec.builder(knob.option()).description(knob.help(phrases));
        return knob.isFlag()
                ? option.type(boolean.class).arity("0").build()
                : option.type(String.class)
                        .arity("1")
                        .paramLabel(knob.parameter())
                        .build();
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter err = command.commandLine().getErr();
        long startNanos = System.nanoTime();
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            NodeSettings settings = settings(command.commandLine().getParseResult());
            DataDirectory directory = DataDirectory.hold(settings.data());
            Node node = Node.start(config(settings, directory, port -> tellOfPort(port, err)), directory, err::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                end(node, settings.drainSeconds());
                stopped.countDown();
            }));
            WelcomeScreen screen = new WelcomeScreen(node.announce((System.nanoTime() - startNanos) / 1_000_000));
            if (!Ports.address(settings.host()).isLoopbackAddress()) {
                err.println("tanma: " + StartPhrase.of("open", settings.host()).in(language()));
            }
            PrintWriter out = command.commandLine().getOut();
            out.println(isJson ? screen.json() : screen.text());
            out.flush();
            stopped.await();
            return 0;
        } catch (FaultySettingsException e) {
            e.sentences().forEach(sentence -> err.println("tanma: " + sentence));
            return 1;
        } catch (StartRefusedException e) {
            err.println("tanma: " + e.sentence().in(language()));
            return 1;
        }
    }

    private Locale language() {
        return phrases.isChinese() ? Locale.CHINESE : Locale.ENGLISH;
    }

    private NodeSettings settings(ParseResult options) {
        Settings settings = new Settings(catalogue, phrases);
        if (configFile != null) {
            settings.read(configFile);
        }
        for (Knob knob : catalogue.knobs()) {
            if (!knob.option().isEmpty() && options.hasMatchedOption(knob.option())) {
                settings.give(knob, knob.isFlag() ? knob.flipped() : options.matchedOptionValue(knob.option(), ""));
            }
        }
        return NodeSettings.of(settings, System.getenv());
    }

    private static void end(Node node, int drainSeconds) {
        node.announceEnd();
        try {
            TimeUnit.SECONDS.sleep(drainSeconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        node.close();
    }

    static NodeConfig config(NodeSettings given, DataDirectory directory) {
        return config(given, directory, moved -> {});
    }

    /** {@code moved} is told where DNS answers when that is not where it usually does. */
    private static NodeConfig config(NodeSettings given, DataDirectory directory, IntConsumer moved) {
        boolean hasSampleData = given.isSampled() && given.benchRecords() == 0;
        if (hasSampleData && !SampleEnterprise.NODE_PREFIX.equals(given.prefix())) {
            throw new StartRefusedException("sample", SampleEnterprise.NODE_PREFIX, given.prefix());
        }
        requireDistinctPorts(given);
        InetAddress address = Ports.address(given.host());
        InetAddress advertised = Ports.advertised(address);
        int handle = Ports.requireTcpAndUdp(address, given.handlePort(), "--handle-port");
        int http = Ports.requireTcp(address, given.httpPort(), "--http-port");
        int web = Ports.requireTcp(address, given.webPort(), "--web-port");
        OptionalInt dns = dnsPort(given.oid(), address, moved);
        return new NodeConfig(
                directory.path(),
                address,
                advertised,
                handle,
                http,
                web,
                dns,
                publicUrl(given, advertised, web),
                given.prefix(),
                given.oid().arc(),
                sql(given.database(), directory),
                hasSampleData,
                new BenchLoad(given.benchPrefix(), given.benchRecords()),
                new NamingConfig(
                        given.site(), given.parent(), given.hasParentKeys(), given.redis(), given.countryHeader()),
                given.engines(),
                given.accessLog());
    }

    private void tellOfPort(int dns, PrintWriter err) {
        err.println("tanma: "
                + StartPhrase.of("dns.moved", String.valueOf(OidSettings.USUAL_PORT), String.valueOf(dns))
                        .in(language()));
    }

    /** The port asked for; where that is the usual one and it is taken, a free one. */
    private static OptionalInt dnsPort(OidSettings given, InetAddress address, IntConsumer moved) {
        if (!given.isAnswered()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Ports.requireTcpAndUdp(address, given.dnsPort(), "--dns-port"));
        } catch (StartRefusedException e) {
            if (given.dnsPort() != OidSettings.USUAL_PORT) {
                throw e;
            }
            int free = Ports.requireTcpAndUdp(address, 0, "--dns-port");
            moved.accept(free);
            return OptionalInt.of(free);
        }
    }

    private static void requireDistinctPorts(NodeSettings given) {
        int dns = given.oid().isAnswered() ? given.oid().dnsPort() : 0;
        List<Integer> chosen = Stream.of(given.handlePort(), given.httpPort(), given.webPort(), dns)
                .filter(port -> port != 0)
                .toList();
        if (Set.copyOf(chosen).size() < chosen.size()) {
            throw new StartRefusedException(
                    "ports.same",
                    given.handlePort(),
                    given.httpPort(),
                    given.webPort(),
                    given.oid().dnsPort());
        }
    }

    private static URI publicUrl(NodeSettings given, InetAddress advertised, int web) {
        URI url = given.publicUrl()
                .orElseGet(() -> URI.create("http://"
                        + (advertised instanceof Inet4Address ? Ports.literal(advertised) : "localhost") + ":" + web));
        try {
            new CodeLinks(url);
            return url;
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(StartPhrase.of("publicUrl", url), e);
        }
    }

    private static SqlConfig sql(DatabaseSettings database, DataDirectory directory) {
        return database.url()
                .<SqlConfig>map(url -> new SqlConfig.PostgreSql(url, database.user(), database.password(), ""))
                .orElseGet(() -> new SqlConfig.Embedded(directory.directory("sql")));
    }
}
