// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/**
 * UCUM by the definitions that come with the library ({@code ucum-essence.xml}); what was asked is remembered, for at most {@value
 * #REMEMBERED} codes.
 */
final class UcumUnits implements UnitCodes {
    private static final int REMEMBERED = 4096;
    private static final String ESSENCE = "/ucum-essence.xml";
    /** The library's quotients are cut at some 28 digits; 24 of them are free of that. */
    private static final MathContext DIGITS = new MathContext(24, RoundingMode.HALF_EVEN);

    private static final class Shared {
        static final UnitCodes UNITS = new UcumUnits();
    }

    /** A code in base units: how many of which; no size for a scale with an offset. */
    private record BaseForm(String fault, String units, Optional<BigDecimal> size) {
        boolean isValid() {
            return fault.isEmpty();
        }
    }

    private final UcumService library;
    private final Map<String, BaseForm> seen = new ConcurrentHashMap<>();

    private UcumUnits() {
        try (InputStream essence = UcumEssenceService.class.getResourceAsStream(ESSENCE)) {
            if (essence == null) {
                throw new IllegalStateException("the UCUM library brings no " + ESSENCE);
            }
            this.library = new UcumEssenceService(essence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UcumException e) {
            throw new IllegalStateException("the UCUM library cannot read its units", e);
        }
    }

    static UnitCodes shared() {
        return Shared.UNITS;
    }

    @Override
    public Optional<String> findFault(String code) {
        return Optional.of(form(code).fault()).filter(f -> !f.isEmpty());
    }

    @Override
    public String canonical(String code) {
        return valid(code).units();
    }

    @Override
    public boolean isComparable(String code, String other) {
        BaseForm one = form(code);
        BaseForm two = form(other);
        return one.isValid() && two.isValid() && one.units().equals(two.units());
    }

    @Override
    public Optional<BigDecimal> factor(String from, String to) {
        BaseForm source = valid(from);
        BaseForm target = valid(to);
        if (!source.units().equals(target.units())) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return source.size()
                .flatMap(s -> target.size()
                        .map(t -> plain(s.divide(t, MathContext.DECIMAL128).round(DIGITS))));
    }

    @Override
    public BigDecimal convert(BigDecimal amount, String from, String to) {
        return factor(from, to)
                .map(factor -> plain(amount.multiply(factor)))
                .orElseThrow(() -> new IllegalArgumentException("'" + from + "' does not convert into '" + to + "'"));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private BaseForm valid(String code) {
        BaseForm form = form(code);
        if (!form.isValid()) {
            throw new IllegalArgumentException("'" + code + "' is no UCUM code: " + form.fault());
        }
        return form;
    }

    private BaseForm form(String code) {
        BaseForm known = seen.get(code);
        if (known != null) {
            return known;
        }
        BaseForm form = code.isEmpty() || code.length() > MAX_LENGTH
                ? new BaseForm("a code has 1 to " + MAX_LENGTH + " characters", "", Optional.empty())
                : ask(code);
        if (seen.size() < REMEMBERED) {
            seen.put(code, form);
        }
        return form;
    }

    /** The library keeps state while it parses; one caller at a time. */
    private synchronized BaseForm ask(String code) {
        if (code.matches(".*[./][./].*")) {
            return new BaseForm("two operators follow one another", "", Optional.empty());
        }
        String fault = library.validate(code);
        if (fault != null) {
            return new BaseForm(fault, "", Optional.empty());
        }
        try {
            Pair base = library.getCanonicalForm(new Pair(new Decimal("1"), code));
            BigDecimal size = new BigDecimal(base.getValue().asDecimal());
            return size.signum() == 0
                    ? new BaseForm("it has the size zero", "", Optional.empty())
                    : new BaseForm("", base.getCode(), Optional.of(size));
        } catch (UcumException | RuntimeException e) {
            return withOffset(code);
        }
    }

    private BaseForm withOffset(String code) {
        return code.equals("Cel") || code.equals("[degF]")
                ? new BaseForm("", "K", Optional.empty())
                : new BaseForm("the library cannot reduce it to base units", "", Optional.empty());
    }
}
