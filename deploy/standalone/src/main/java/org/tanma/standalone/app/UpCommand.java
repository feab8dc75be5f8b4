// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.PrintWriter;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.label.issue.CodeLinks;
import org.tanma.standalone.bench.BenchRecords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tanma up}: starts the whole node and keeps it running until it is interrupted. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Start the node: resolution, registration, carbon accounting and codes in one process.",
        footer = {
            "",
            "Example: a node beside another one, without the sample data:",
            "  ./tanma up --data other --empty --handle-port 2642 \\",
            "             --http-port 8001 --web-port 8081"
        })
final class UpCommand implements Callable<Integer> {
    private static final Pattern PREFIX = Pattern.compile("\\d{1,20}(\\.\\d{1,20}){0,9}");
    private static final int LONGEST_DRAIN_SECONDS = 600;
    private static final String DEFAULT_HOST = "127.0.0.1";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory, made when absent (default: tanma-data beside the launcher).")
    private @Nullable Path data;

    @Option(names = "--empty", description = "Start without the sample enterprises. Counts at the first start only.")
    private boolean isEmpty;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = DEFAULT_HOST,
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = DEFAULT_HOST;

    @Option(
            names = "--handle-port",
            paramLabel = "PORT",
            defaultValue = "2641",
            description = "Handle protocol, UDP and TCP (default: ${DEFAULT-VALUE}; 0 picks a free one).")
    private int handlePort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8000",
            description = "Handle over HTTP (default: ${DEFAULT-VALUE}; 0 picks a free one).")
    private int httpPort;

    @Option(
            names = "--web-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Web pages and API (default: ${DEFAULT-VALUE}; 0 picks a free one).")
    private int webPort;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How phones reach the web port; QR codes carry it (default: http://HOST:WEB-PORT).")
    private @Nullable URI publicUrl;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            defaultValue = "88.118",
            description = "The prefix this node answers for, with all derived from it (default: ${DEFAULT-VALUE}, for"
                    + " demonstration only).")
    private String prefix = "";

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "A PostgreSQL database instead of the embedded SQLite: jdbc:postgresql://HOST:PORT/NAME. User"
                    + " and password come from TANMA_DATABASE_USER and TANMA_DATABASE_PASSWORD.")
    private @Nullable String database;

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description =
                    "When told to stop: say so at /health/ready and go on answering so long, 0 to 600, before taking"
                            + " no more (default: ${DEFAULT-VALUE}).")
    private int drainSeconds;

    @Option(
            names = "--parent",
            paramLabel = "URL",
            description =
                    "Ask this resolver, handle://HOST:PORT, for handles that lie elsewhere, when the asker wants that"
                            + " (default: ask nobody).")
    private @Nullable URI parent;

    @Option(
            names = "--redis",
            paramLabel = "URL",
            description =
                    "Share the parent's answers with other nodes through this Redis, redis://[USER:PASSWORD@]HOST:PORT,"
                            + " and hear of changes there; given to the parent too, which tells of its changes (default: none). The"
                            + " address may come from TANMA_REDIS instead.")
    private @Nullable URI redis;

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "The siteinfo.bin of a site of several servers, made by ./tanma site --combine, of which this"
                    + " node is one (default: a site of its own).")
    private @Nullable Path site;

    @Option(
            names = "--country-header",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Believe this HTTP header, set by a proxy before the node, to name the asker's country"
                    + " (default: none).")
    private String countryHeader = "";

    @Option(
            names = "--bench-records",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Hold N records for ./tanma bench, made at the first start; leaves the sample enterprises out.")
    private long benchRecords;

    @Option(
            names = "--bench-prefix",
            paramLabel = "PREFIX",
            defaultValue = BenchRecords.PREFIX,
            description = "Prefix of these records (default: ${DEFAULT-VALUE}).")
    private String benchPrefix = "";

    @Option(names = "--json", description = "Print one JSON line once the node answers, instead of the screen.")
    private boolean isJson;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = java.util.Objects.requireNonNull(spec);
        PrintWriter err = command.commandLine().getErr();
        long startNanos = System.nanoTime();
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            DataDirectory directory = DataDirectory.hold(dataDirectory());
            Node node = Node.start(config(directory), directory, err::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                end(node);
                stopped.countDown();
            }));
            WelcomeScreen screen = new WelcomeScreen(node.announce((System.nanoTime() - startNanos) / 1_000_000));
            if (!Ports.address(host).isLoopbackAddress()) {
                err.println("tanma: everyone on the network of " + host
                        + " can reach this node, and it has no TLS; put a proxy in front of it.");
            }
            PrintWriter out = command.commandLine().getOut();
            out.println(isJson ? screen.json() : screen.text());
            out.flush();
            stopped.await();
            return 0;
        } catch (StartRefusedException e) {
            err.println("tanma: " + e.getMessage());
            return 1;
        }
    }

    private void end(Node node) {
        node.announceEnd();
        try {
            TimeUnit.SECONDS.sleep(drainSeconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        node.close();
    }

    private Path dataDirectory() {
        if (data != null) {
            return data;
        }
        String home = System.getenv("TANMA_HOME");
        return Path.of(home == null ? "" : home, "tanma-data");
    }

    private NodeConfig config(DataDirectory directory) {
        boolean hasSampleData = !isEmpty && benchRecords == 0;
        if (hasSampleData && !SampleEnterprise.NODE_PREFIX.equals(prefix)) {
            throw new StartRefusedException("The sample enterprises belong to prefix " + SampleEnterprise.NODE_PREFIX
                    + "; with --prefix " + prefix + " start with --empty.");
        }
        requirePrefix(prefix, "--prefix");
        requirePrefix(benchPrefix, "--bench-prefix");
        if (drainSeconds < 0 || drainSeconds > LONGEST_DRAIN_SECONDS) {
            throw new StartRefusedException(
                    "--drain " + drainSeconds + " is outside 0.." + LONGEST_DRAIN_SECONDS + " seconds.");
        }
        requirePort(handlePort, "--handle-port");
        requirePort(httpPort, "--http-port");
        requirePort(webPort, "--web-port");
        requireDistinctPorts();
        InetAddress address = Ports.address(host);
        InetAddress advertised = Ports.advertised(address);
        int handle = Ports.requireTcpAndUdp(address, handlePort, "--handle-port");
        int http = Ports.requireTcp(address, httpPort, "--http-port");
        int web = Ports.requireTcp(address, webPort, "--web-port");
        return new NodeConfig(
                directory.path(),
                address,
                advertised,
                handle,
                http,
                web,
                publicUrl(advertised, web),
                prefix,
                sql(directory),
                hasSampleData,
                new BenchLoad(benchPrefix, benchRecords),
                new NamingConfig(Optional.ofNullable(site), Optional.ofNullable(parent), redis(), countryHeader));
    }

    private Optional<URI> redis() {
        if (redis != null) {
            return Optional.of(redis);
        }
        try {
            return Optional.ofNullable(System.getenv("TANMA_REDIS")).map(URI::create);
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(
                    "TANMA_REDIS is no address; allowed: redis://[USER:PASSWORD@]HOST:PORT.", e);
        }
    }

    private static void requirePrefix(String given, String option) {
        if (!PREFIX.matcher(given).matches()) {
            throw new StartRefusedException(
                    option + " '" + given + "' is no prefix; allowed: numbers joined by dots, such as 88.118.");
        }
    }

    private void requireDistinctPorts() {
        List<Integer> chosen = Stream.of(handlePort, httpPort, webPort)
                .filter(port -> port != 0)
                .toList();
        if (Set.copyOf(chosen).size() < chosen.size()) {
            throw new StartRefusedException("--handle-port " + handlePort + ", --http-port " + httpPort
                    + " and --web-port " + webPort + " must be three different ports.");
        }
    }

    private void requirePort(int port, String option) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    option + " " + port + " is no port; allowed: 0 to 65535.");
        }
    }

    private URI publicUrl(InetAddress advertised, int web) {
        URI url = publicUrl == null
                ? URI.create("http://" + (advertised instanceof Inet4Address ? Ports.literal(advertised) : "localhost")
                        + ":" + web)
                : publicUrl;
        try {
            new CodeLinks(url);
            return url;
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("--public-url: " + e.getMessage() + ".", e);
        }
    }

    private SqlConfig sql(DataDirectory directory) {
        if (database == null) {
            return new SqlConfig.Embedded(directory.directory("sql"));
        }
        Map<String, String> environment = System.getenv();
        try {
            return new SqlConfig.PostgreSql(
                    database,
                    environment.getOrDefault("TANMA_DATABASE_USER", "tanma"),
                    environment.getOrDefault("TANMA_DATABASE_PASSWORD", ""),
                    "");
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("--database: " + e.getMessage() + ".", e);
        }
    }
}
