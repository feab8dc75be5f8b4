// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.key;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.net.tls.TlsFileException;
import org.tanma.resolver.net.tls.TlsIdentity;
import org.tanma.resolver.protocol.SiteKeyFile;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code tanma keys}: shows the keys of a node, renews its certificate, and makes keys for enterprises. */
@Command(name = "keys", mixinStandardHelpOptions = true)
public final class KeysCommand implements Runnable {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final JsonMapper JSON = new JsonMapper();

    /** The kinds of key that are made. */
    enum Kind {
        RSA,
        DSA,
        SECRET,
        /** Of a terminal that signs readings. */
        ED25519
    }

    /** What is made anew. */
    enum Renewable {
        TLS
    }

    private final Phrases phrases;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    private KeysCommand(Phrases phrases, Map<String, String> environment) {
        this.phrases = phrases;
        this.environment = environment;
    }

    /** Adds the command to a root command, in the language that the arguments or the environment ask for. */
    public static void addTo(CommandLine root, String[] arguments, Map<String, String> environment) {
        Phrases phrases = Phrases.choose(KeysCommand.class.getPackageName(), arguments, environment);
        CommandLine line = new CommandLine(new KeysCommand(phrases, environment));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setResourceBundle(phrases.bundle());
        line.getCommandSpec().usageMessage().description(phrases.text("description"));
        line.getCommandSpec().usageMessage().footer("", phrases.text("exits"));
        line.getSubcommands().forEach((name, sub) -> {
            sub.setResourceBundle(phrases.bundle());
            sub.getCommandSpec().usageMessage().description(phrases.text(name + ".description"));
        });
        root.addSubcommand("keys", line);
    }

    @Override
    public void run() {
        throw new ParameterException(line(), phrases.text("verb"));
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data") @Nullable Path data,
            @Option(names = "--show-secret", descriptionKey = "option.showSecret") boolean isSecretShown,
            @Option(names = "--json", descriptionKey = "option.json") boolean isJson,
            @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang") @Nullable String language) {
        Path directory = keys(data);
        try {
            List<Map<String, Object>> keys = KeptKeys.in(directory, isSecretShown, phrases);
            if (keys.isEmpty()) {
                return refuse(phrases.text("none", directory));
            }
            print(isJson, keys, keys);
            return DONE;
        } catch (IOException e) {
            return refuse(phrases.text("io", String.valueOf(e.getMessage())));
        }
    }

    @Command(name = "make", mixinStandardHelpOptions = true)
    int make(
            @Parameters(paramLabel = "rsa|dsa|secret|ed25519", descriptionKey = "make.kind") Kind kind,
            @Option(names = "--out", required = true, paramLabel = "PREFIX", descriptionKey = "option.out") Path out,
            @Option(names = "--json", descriptionKey = "option.json") boolean isJson,
            @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang") @Nullable String language) {
        try {
            MadeKey made = switch (kind) {
                case SECRET -> MadeKey.secret(out);
                case ED25519 -> MadeKey.terminal(out);
                case RSA, DSA -> MadeKey.pair(kind.name(), out);
            };
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("files", made.files().stream().map(Path::toString).toList());
            if (!made.value().isEmpty()) {
                result.put("value", made.value());
            }
            print(isJson, result, List.of(result));
            line().getErr().println(phrases.text("made." + kind.name().toLowerCase(Locale.ROOT), MadeKey.INDEX));
            return DONE;
        } catch (FileAlreadyExistsException e) {
            return refuse(phrases.text("exists", String.valueOf(e.getFile())));
        } catch (IOException e) {
            return refuse(phrases.text("io", String.valueOf(e.getMessage())));
        }
    }

    /** Takes effect at the next start, and says so. */
    @Command(name = "renew", mixinStandardHelpOptions = true)
    int renew(
            @Parameters(paramLabel = "tls", descriptionKey = "renew.kind") Renewable kind,
            @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data") @Nullable Path data,
            @Option(names = "--json", descriptionKey = "option.json") boolean isJson,
            @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang") @Nullable String language) {
        Path directory = keys(data);
        Path siteKey = directory.resolve(SiteKeyFile.NAME);
        if (!Files.isRegularFile(siteKey)) {
            return refuse(phrases.text("none", directory));
        }
        try {
            TlsConfig.SelfMade own = new TlsConfig.SelfMade(directory, Optional.of(SiteKeyFile.open(siteKey)));
            TlsIdentity.renew(own, InstantSource.system());
            Map<String, Object> result = KeptKeys.certificate(own.certificateFile());
            print(isJson, result, List.of(result));
            line().getErr().println(phrases.text("renewed"));
            return DONE;
        } catch (IOException | TlsFileException e) {
            return refuse(phrases.text("io", String.valueOf(e.getMessage())));
        }
    }

    private Path keys(@Nullable Path data) {
        return (data == null ? Path.of(environment.getOrDefault("TANMA_HOME", ""), "tanma-data") : data)
                .resolve("keys");
    }

    private void print(boolean isJson, Object whole, List<Map<String, Object>> parts) {
        PrintWriter out = line().getOut();
        if (isJson) {
            out.println(JSON.writeValueAsString(whole));
        } else {
            for (Map<String, Object> part : parts) {
                part.forEach((name, value) -> out.println(phrases.text("line." + name) + "  "
                        + (value instanceof String text ? text : JSON.writeValueAsString(value))));
                out.println();
            }
        }
        out.flush();
    }

    private int refuse(String sentence) {
        line().getErr().println("tanma: " + sentence);
        return REFUSED;
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
