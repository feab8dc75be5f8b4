// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportKind;
import org.tanma.carbon.report.content.ReportWords;

/**
 * Prints a report as PDF: A4, tagged, fonts embedded and cut down to what is used, page numbers and the result's digest on
 * every page, and on every page of demonstration data that they are such.
 *
 * <p>Contract: pure; the same report gives the same bytes; reaches no file and no network; thread-safe. A report of 200 sources
 * takes seconds and tens of megabytes, so call it off an event loop.
 */
public final class PdfWriter {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final String FAMILY = "Noto Sans SC";
    private static final Template TEMPLATE = template();

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfWriter() {}

    /** The octets of the PDF, in Chinese or English. */
    public static byte[] write(CarbonReport report, ReportKind kind, Locale language) {
        ReportWords words = ReportWords.in(language);
        String html = TEMPLATE.execute(new ReportView(report, kind, words).values());
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withHtmlContent(html, null)
                .withProducer("Tanma")
                .useFont(() -> resource("NotoSansSC-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> resource("NotoSansSC-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .usePdfUaAccessibility(true)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                stamp(document, report);
                ByteArrayOutputStream octets = new ByteArrayOutputStream();
                document.save(octets);
                return octets.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    /** Takes the time of the computation for that of the document, and the result's digest for its number. */
    private static void stamp(PDDocument document, CarbonReport report) {
        PDDocumentInformation information = document.getDocumentInformation();
        @Nullable Calendar computed = calendar(report.stamp().computedAt());
        information.setCreationDate(computed);
        information.setModificationDate(computed);
        information.setKeywords(report.stamp().resultDigest());
        document.setDocumentId((long) report.stamp().resultDigest().hashCode());
    }

    private static @Nullable Calendar calendar(@Nullable String instant) {
        if (instant == null) {
            return null;
        }
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(Instant.parse(instant).toEpochMilli());
        return calendar;
    }

    private static Template template() {
        try (InputStreamReader reader = new InputStreamReader(resource("report.mustache"), StandardCharsets.UTF_8)) {
            return Mustache.compiler().escapeHTML(true).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream(name), name);
    }
}
