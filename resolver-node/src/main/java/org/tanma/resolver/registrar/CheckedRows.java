// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.template.model.MetadataTemplate;

/**
 * Rows of one part of a larger registration, checked as far as that goes without writing. Made on any thread by {@link
 * RegistrationService#check}; to be written once, in the order of the parts.
 */
public final class CheckedRows {
    /**
     * Keeps what is about to be written, so that a part that was interrupted can be done again to the same end.
     *
     * <p>For one thread at a time.
     */
    public interface PartLog {
        /** The handle that was minted for a row before an interruption. */
        Optional<HandleName> minted(long row);

        /** True when this row was about to be written under this handle before an interruption. */
        boolean isBegun(long row, HandleName handle);

        /** Logs what is about to be written, on disk when it returns; returns the id of the batch it is. */
        String begin(MetadataTemplate template, List<Entry> entries);
    }

    /**
     * A record about to be written.
     *
     * @param action {@code create} or {@code replace}
     */
    public record Entry(long row, String action, HandleRecord record) {}

    private final MetadataTemplate template;
    private final RegistrationOptions options;
    private final List<RowDraft> drafts;
    private final long stampSeconds;

    CheckedRows(MetadataTemplate template, RegistrationOptions options, List<RowDraft> drafts, long stampSeconds) {
        this.template = template;
        this.options = options;
        this.drafts = List.copyOf(drafts);
        this.stampSeconds = stampSeconds;
    }

    MetadataTemplate template() {
        return template;
    }

    RegistrationOptions options() {
        return options;
    }

    List<RowDraft> drafts() {
        return drafts;
    }

    /** True when its rows may point at rows before them, or give prefixes: it is begun when the part before it is finished. */
    public boolean mustFollow() {
        return RegistrationService.mustFollow(template);
    }

    /** The time the records' values bear, in seconds since 1970. */
    long stampSeconds() {
        return stampSeconds;
    }

    /** What can be said before anything is written: {@code registered} stands for what would be. */
    public RegistrationReport report() {
        return report(true);
    }

    RegistrationReport report(boolean isTried) {
        return new RegistrationReport(
                template,
                options.isDryRun(),
                drafts.stream().map(d -> d.report(isTried)).toList());
    }

    /** Each row's items, in the order of the report. */
    public List<RegistrationRow> rows() {
        return drafts.stream().map(d -> d.row).toList();
    }
}
