// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.resolver.store.exchange.Fault.Kind;

/**
 * The operations of a batch file of the Handle.Net tools.
 *
 * <p>Shape: sections that end at an empty line. {@code CREATE}, {@code ADD} and {@code MODIFY} are followed by the handle,
 * and by one {@linkplain BatchValues line a value}; {@code DELETE} by the handle; {@code REMOVE} by {@code
 * index,index:handle}. {@code HOME}, {@code UNHOME}, {@code AUTHENTICATE} and {@code SESSIONSETUP} are read past: who
 * imports is signed in already. Text is UTF-8. A bad line spoils its section alone; every one of its faults is told.
 * Source: the Handle.Net technical manual, chapter on batch operation.
 */
final class BatchReader implements FileOperations {
    private static final Set<String> LEFT_OUT = Set.of("HOME", "UNHOME", "AUTHENTICATE", "SESSIONSETUP");
    private static final Pattern REMOVAL = Pattern.compile("(\\d+(?:,\\d+)*):(.+)");

    private final LineReader lines;
    private final BatchValues values;
    private final List<FileOperation> ready = new ArrayList<>();

    /** Files that values name are looked for in {@code directory}; values get the timestamp, which the format has not. */
    BatchReader(InputStream in, Path directory, long timestampSeconds) {
        this.lines = new LineReader(in);
        this.values = new BatchValues(directory, timestampSeconds);
    }

    @Override
    public Optional<FileOperation> next() throws IOException {
        while (ready.isEmpty()) {
            Optional<String> head = line();
            if (head.isEmpty()) {
                return Optional.empty();
            }
            if (!head.get().isBlank()) {
                section(head.get().strip(), lines.number());
            }
        }
        return Optional.of(ready.remove(0));
    }

    private Optional<String> line() throws IOException {
        return lines.next().map(octets -> new String(octets, UTF_8));
    }

    private void section(String head, long begin) throws IOException {
        int space = head.indexOf(' ');
        String word = space < 0 ? head : head.substring(0, space);
        String rest = space < 0 ? "" : head.substring(space + 1).strip();
        switch (word) {
            case "CREATE", "ADD", "MODIFY" -> withValues(word, rest, begin);
            case "DELETE" -> {
                handle(rest, begin).ifPresent(name -> ready.add(new FileOperation.Delete(begin, name)));
                skip();
            }
            case "REMOVE" -> {
                removal(rest, begin);
                skip();
            }
            default -> {
                if (LEFT_OUT.contains(word)) {
                    ready.add(new FileOperation.LeftOut(begin, word));
                } else {
                    fault(Fault.of(begin, Kind.UNKNOWN_SECTION, shown(head)));
                }
                skip();
            }
        }
    }

    /** Reads to the end of the section. */
    private void skip() throws IOException {
        for (Optional<String> line = line(); line.isPresent() && !line.get().isBlank(); line = line()) {
            continue;
        }
    }

    private void fault(Fault fault) {
        ready.add(new FileOperation.Unreadable(fault));
    }

    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private Optional<HandleName> handle(String text, long line) {
        try {
            return Optional.of(HandleName.parse(text));
        } catch (InvalidHandleException e) {
            fault(Fault.of(line, Kind.BAD_HANDLE, shown(text), e.getMessage()));
            return Optional.empty();
        }
    }

    private void removal(String text, long line) {
        Matcher matcher = REMOVAL.matcher(text);
        if (!matcher.matches()) {
            fault(Fault.of(line, Kind.BAD_VALUE_LINE, shown("REMOVE " + text)));
            return;
        }
        List<Integer> indexes = new ArrayList<>();
        for (String index : matcher.group(1).split(",", -1)) {
            try {
                indexes.add(Integer.parseInt(index));
            } catch (NumberFormatException e) {
                fault(Fault.of(line, Kind.BAD_INDEX, index, "1..2147483647"));
                return;
            }
        }
        handle(matcher.group(2), line)
                .ifPresent(name -> ready.add(new FileOperation.Remove(line, name, List.copyOf(indexes))));
    }

    private void withValues(String word, String rest, long begin) throws IOException {
        Optional<HandleName> name = handle(rest, begin);
        List<HandleValue> read = new ArrayList<>();
        boolean isWhole = name.isPresent();
        for (Optional<String> line = line(); line.isPresent() && !line.get().isBlank(); line = line()) {
            if (lines.isCut()) {
                fault(Fault.of(lines.number(), Kind.LINE_TOO_LONG, LineReader.MAX_LINE_OCTETS));
                isWhole = false;
                continue;
            }
            try {
                read.add(values.parse(line.get(), lines.number()));
            } catch (FaultException e) {
                fault(e.fault());
                isWhole = false;
            }
        }
        if (isWhole) {
            operation(word, name.orElseThrow(), read, begin);
        }
    }

    private void operation(String word, HandleName name, List<HandleValue> read, long begin) {
        if (read.isEmpty()) {
            fault(Fault.of(begin, Kind.NO_VALUES));
            return;
        }
        try {
            HandleRecord record = new HandleRecord(name, read);
            ready.add(
                    switch (word) {
                        case "CREATE" -> new FileOperation.Create(begin, record);
                        case "ADD" -> new FileOperation.Add(begin, name, record.values());
                        default -> new FileOperation.Modify(begin, name, record.values());
                    });
        } catch (IllegalArgumentException e) {
            fault(Fault.of(begin, Kind.BAD_RECORD, name, e.getMessage()));
        }
    }
}
