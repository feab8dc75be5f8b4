// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tanma template VERB}: alone it says which verbs there are. */
@Command(name = "template", sortOptions = false)
final class TemplateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "option.help")
    private boolean isHelpWanted;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec, "picocli sets it before the command runs")
                .commandLine();
        line.usage(line.getErr());
        return TemplateVerb.MISUSED;
    }
}
