// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.resolver.net.SiteFiles;
import org.tanma.sdk.cli.CommandLanguage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tanma site}: shows the site of a node as clients need it, writes its files, or makes one site of several. */
@Command(name = "site", sortOptions = false)
final class SiteCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final List<String> OPTIONS = List.of("data", "combine", "out", "json", "lang", "help");

    private final Messages messages = Messages.load(SiteCommand.class, "site");
    private final Language language;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--combine", paramLabel = "FILE", arity = "1..*")
    private List<Path> combined = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en")
    private @Nullable String wantedLanguage;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean isHelpWanted;

    private SiteCommand(Language language, Map<String, String> environment) {
        this.language = language;
        this.environment = environment;
    }

    /** Adds the command to a root command, in the language that the arguments or the environment ask for. */
    static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        boolean isChinese = CommandLanguage.choose(arguments, environment).equals(Locale.CHINESE);
        SiteCommand command = new SiteCommand(isChinese ? Language.ZH : Language.EN, environment);
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description(command.text("description"));
        OPTIONS.forEach(option -> describe(line, option, command.text("option." + option)));
        root.addSubcommand("site", line);
    }

    private static void describe(CommandLine line, String option, String text) {
        CommandSpec spec = line.getCommandSpec();
        CommandLine.Model.OptionSpec described = spec.findOption("--" + option);
        spec.remove(described);
        spec.addOption(described.toBuilder().description(text).build());
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try {
            SiteRecord site = site();
            if (out != null) {
                Files.createDirectories(out);
                SiteFiles.write(out, site);
            }
            print(line.getOut(), site);
            return DONE;
        } catch (IOException e) {
            line.getErr().println("tanma: " + text("refused", String.valueOf(e.getMessage())));
            return REFUSED;
        }
    }

    private SiteRecord site() throws IOException {
        if (combined.isEmpty()) {
            return read(dataDirectory().resolve(SiteFiles.BINARY));
        }
        List<SiteRecord> sites = new ArrayList<>();
        for (Path file : combined) {
            sites.add(read(file));
        }
        return SiteFiles.combine(sites);
    }

    private SiteRecord read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(text("absent", file));
        }
        try {
            return SiteFiles.read(file);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private void print(PrintWriter printer, SiteRecord site) {
        if (isJson) {
            printer.print(SiteFiles.json(site));
        } else {
            printer.println(text(site.isPrimary() ? "site.primary" : "site.mirror", Integer.toString(site.serial())));
            for (SiteServer server : site.servers()) {
                String ways = server.interfaces().stream()
                        .map(one -> one.protocolName() + " " + one.port())
                        .collect(Collectors.joining(", "));
                printer.println("  " + server.id() + "  " + server.inetAddress().getHostAddress() + "  " + ways);
            }
        }
        printer.flush();
    }

    private Path dataDirectory() {
        return data != null ? data : Path.of(environment.getOrDefault("TANMA_HOME", ""), "tanma-data");
    }

    private String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }
}
