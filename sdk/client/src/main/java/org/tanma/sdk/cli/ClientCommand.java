// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.text.ValueText;
import org.tanma.sdk.node.NodeProblemException;
import org.tanma.sdk.node.NodeUnreachableException;
import org.tanma.sdk.node.UnreadableAnswerException;
import org.tanma.sdk.resolve.ResolutionRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: language, help, JSON, and one sentence for everything that can go wrong. */
@Command(sortOptions = false)
abstract class ClientCommand implements Callable<Integer> {
    static final int DONE = 0;
    static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final Messages messages;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean isJson;

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "option.lang")
    private @Nullable String language;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean isHelpWanted;

    ClientCommand(Messages messages) {
        this.messages = messages;
    }

    /** Does the work; {@link #DONE} or {@link #REFUSED}. */
    abstract int run() throws IOException;

    @Override
    public final Integer call() {
        try {
            if (language != null && !language.equals("zh") && !language.equals("en")) {
                throw misused("lang.unknown", language);
            }
            return run();
        } catch (MisuseException e) {
            tell(String.valueOf(e.getMessage()));
            return MISUSED;
        } catch (NodeProblemException e) {
            if (isJson) {
                out().println(e.document());
            }
            tell(messages.text("problem", ValueText.escape(String.valueOf(e.getMessage()))));
            ViolationLines.print(e.violations(), messages, err());
            if (e.status() == NodeProblemException.UNKNOWN_CALLER) {
                tell(messages.text("problem.caller"));
            }
        } catch (NodeUnreachableException e) {
            tell(messages.text("unreachable", e.address(), spec().name()));
        } catch (UnreadableAnswerException e) {
            tell(messages.text("unreadable", e.address(), ValueText.escape(String.valueOf(e.getMessage()))));
        } catch (ResolutionRefusedException e) {
            tell(messages.text("problem", ValueText.escape(String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            tell(messages.text("file.broken", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            tell(messages.text("defect", e));
        }
        return REFUSED;
    }

    final Messages messages() {
        return messages;
    }

    final boolean isJson() {
        return isJson;
    }

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    final PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** One line on standard error. */
    final void tell(String sentence) {
        err().println(sentence);
    }

    /** The command was given something it cannot work with: this sentence, exit 2. */
    final MisuseException misused(String key, Object... parts) {
        return new MisuseException(messages.text(key, parts));
    }

    /** The octets of a file the user named. */
    final byte[] read(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw misused("file.directory", file);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw misused("file.missing", file);
        } catch (AccessDeniedException e) {
            throw misused("file.denied", file);
        }
    }

    /** Refuses a file the user named that cannot be read. */
    final void readable(Path file) {
        if (Files.isDirectory(file)) {
            throw misused("file.directory", file);
        }
        if (!Files.exists(file)) {
            throw misused("file.missing", file);
        }
        if (!Files.isReadable(file)) {
            throw misused("file.denied", file);
        }
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it before the command runs");
    }
}
