// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.sql.DatabaseUnavailableException;
import org.tanma.resolver.cache.CacheTooLargeException;
import org.tanma.resolver.net.AddressUnavailableException;
import org.tanma.resolver.net.tls.TlsFileException;
import org.tanma.resolver.store.StoreInUseException;

/** What an operator needs to know of a start that failed. */
final class FailedStart {
    private static final long MIB = 1L << 20;

    private FailedStart() {}

    static StartRefusedException refusal(RuntimeException failure, DataDirectory directory) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<StartPhrase> known = known(cause, directory);
            if (known.isPresent()) {
                return new StartRefusedException(known.get(), failure);
            }
        }
        return new StartRefusedException(
                StartPhrase.of(
                        "failed",
                        clause(mostTelling(failure).getMessage()),
                        directory.directory("logs").resolve(NodeLog.FILE)),
                failure);
    }

    private static Optional<StartPhrase> known(Throwable cause, DataDirectory directory) {
        if (cause instanceof StartRefusedException refused) {
            return Optional.of(refused.sentence());
        }
        if (cause instanceof TlsFileException file) {
            return Optional.of(new StartPhrase(key(file.fault()), List.copyOf(file.parts())));
        }
        if (cause instanceof AddressUnavailableException taken) {
            Throwable why = taken.getCause() == null ? taken : taken.getCause();
            return Optional.of(StartPhrase.of(
                    "listen",
                    taken.address().getAddress().getHostAddress(),
                    taken.address().getPort(),
                    Reasons.usual(clause(why.getMessage()))));
        }
        if (cause instanceof DatabaseUnavailableException database) {
            String reason = clause(database.reason());
            return Optional.of(database.service()
                    .map(service -> StartPhrase.of("database.tables", service, database.database(), reason))
                    .orElseGet(() -> StartPhrase.of("database.unreachable", database.database(), reason)));
        }
        if (cause instanceof CacheTooLargeException cache) {
            return Optional.of(StartPhrase.of("cache.tooLarge", cache.octets() / MIB, cache.most() / MIB));
        }
        return cause instanceof StoreInUseException
                ? Optional.of(StartPhrase.of("records.inUse", directory.path()))
                : Optional.empty();
    }

    static String key(TlsFileException.Fault fault) {
        return "tls." + fault.name().toLowerCase(Locale.ROOT);
    }

    /** The innermost cause that the node's own code threw, since it names what it is about; else the innermost of all. */
    private static Throwable mostTelling(Throwable failure) {
        Throwable innermost = failure;
        Optional<Throwable> ours = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StackTraceElement[] trace = cause.getStackTrace();
            if (trace.length > 0 && trace[0].getClassName().startsWith("org.tanma.")) {
                ours = Optional.of(cause);
            }
            innermost = cause;
        }
        return ours.orElse(innermost);
    }

    /** The first line of what was said, without its full stop. */
    private static String clause(@Nullable String said) {
        String line = String.valueOf(said).lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
