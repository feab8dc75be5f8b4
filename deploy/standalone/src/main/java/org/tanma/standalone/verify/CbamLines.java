// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.cbam.CbamResult.SourceResult;
import org.tanma.carbon.cbam.CbamResult.Totals;
import org.tanma.carbon.cbam.certificate.CertificateResult;
import org.tanma.carbon.quantity.Quantity;

/**
 * Embedded emissions under CBAM, for people: the installation, its goods, certificates, what to know, digest.
 *
 * <p>Sums are rounded to {@value Figures#DIGITS} significant digits, euros to cents, emissions per tonne are
 * not; the page says so.
 */
final class CbamLines {
    private static final int CENTS = 2;

    private final Lines lines;

    CbamLines(Lines lines) {
        this.lines = lines;
    }

    void print(CbamResult result, String digest) {
        lines.phrase(0, "figures.rounded", Figures.DIGITS);
        if (!result.goods().isEmpty()) {
            lines.phrase(
                    0,
                    "cbam.title",
                    result.request().installation(),
                    result.request().country(),
                    result.request().period(),
                    result.request().method());
            print(result.totals());
            lines.phrase(0, "cbam.sources");
            result.sources().forEach(this::print);
            result.goods().forEach(this::print);
        }
        result.certificates().forEach(this::print);
        if (!result.factors().isEmpty()) {
            lines.phrase(
                    0,
                    "inventory.factors",
                    result.factors().size(),
                    lines.word(result.quality().label()));
        }
        list("inventory.notices", result.notices().stream().map(lines::word).toList());
        lines.phrase(0, "inventory.digest", digest);
    }

    private void print(Totals totals) {
        lines.phrase(0, "cbam.direct", Figures.rounded(totals.direct()));
        unlessZero("cbam.n2o", totals.n2o());
        unlessZero("cbam.pfc", totals.pfc());
        unlessZero("inventory.biogenicCo2", totals.biogenic());
        lines.phrase(1, "cbam.attributed", Figures.rounded(totals.attributedDirect()));
        lines.phrase(1, "cbam.rest", Figures.rounded(totals.rest()));
        lines.phrase(0, "cbam.indirect", Figures.rounded(totals.indirect()));
    }

    private void unlessZero(String key, Quantity figure) {
        if (figure.signum() != 0) {
            lines.phrase(1, key, Figures.rounded(figure));
        }
    }

    private void print(SourceResult source) {
        lines.phrase(1, "cbam.source", source.source(), Figures.rounded(source.emission()));
    }

    private void print(GoodResult good) {
        lines.phrase(0, "cbam.good", good.process(), good.name(), good.cn(), good.category(), good.produced());
        lines.phrase(1, "cbam.own", good.ownDirect(), good.ownIndirect());
        good.precursors()
                .forEach(share -> lines.phrase(
                        1,
                        "cbam.precursor",
                        share.of(),
                        Figures.exact(share.massShare()),
                        share.direct(),
                        share.indirect()));
        lines.phrase(1, "cbam.embedded", good.direct(), good.indirect(), good.total());
        lines.phrase(1, good.isDirectOnly() ? "cbam.countedDirect" : "cbam.counted", good.counted());
        @Nullable Quantity electricity = good.electricity();
        if (electricity == null) {
            lines.phrase(1, "cbam.electricityUnknown");
        } else {
            lines.phrase(1, "cbam.electricity", electricity);
        }
        good.compositions()
                .forEach(each -> lines.phrase(1, "cbam.composition", each.name(), each.content(), each.counted()));
    }

    private void print(CertificateResult certificate) {
        lines.phrase(
                0,
                "cbam.certificates",
                certificate.id(),
                certificate.perTonne(),
                certificate.embedded(),
                certificate.freeAllocation());
        if (certificate.isExempt()) {
            lines.phrase(1, "cbam.exempt");
        }
        @Nullable Quantity total = certificate.total();
        if (total != null) {
            lines.phrase(1, "cbam.certificatesTotal", Figures.rounded(total));
        }
        euro("cbam.costPerTonne", certificate.costPerTonne());
        euro("cbam.cost", certificate.cost());
    }

    private void euro(String key, @Nullable BigDecimal euro) {
        if (euro != null) {
            lines.phrase(1, key, euro.setScale(CENTS, RoundingMode.HALF_UP).toPlainString());
        }
    }

    private void list(String key, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.phrase(0, key);
            texts.forEach(text -> lines.plain(1, "- " + text));
        }
    }
}
