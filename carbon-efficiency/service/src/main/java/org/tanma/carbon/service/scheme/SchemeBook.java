// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.scheme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.SchemeText;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.grading.SchemeCatalog;
import org.tanma.carbon.text.LocalText;

/**
 * All schemes that grades may name: those shipped, and those published on this node.
 *
 * <p>Contract: an edition never changes and is never taken away, so what was graded by it can be computed again; a shipped
 * edition is in force unless a published one of the same name has begun. Safe between threads, and between processes on one
 * database.
 */
public final class SchemeBook {
    private final EngineCatalog shipped;
    private final Supplier<List<PublishedScheme>> editions;
    private final IntSupplier count;
    private final InstantSource clock;
    private final SchemeText text;
    private volatile Kept kept;

    public SchemeBook(EngineCatalog shipped, SchemeStore store, InstantSource clock) {
        this(shipped, store::editions, store::countEditions, clock);
    }

    private SchemeBook(
            EngineCatalog shipped, Supplier<List<PublishedScheme>> editions, IntSupplier count, InstantSource clock) {
        this.shipped = shipped;
        this.editions = editions;
        this.count = count;
        this.clock = clock;
        this.text = new SchemeText(shipped.units(), shipped.factors());
        this.kept = new Kept(0, List.of(), shipped.schemes());
    }

    /** What was read of the database last. */
    private record Kept(int count, List<PublishedScheme> editions, SchemeCatalog catalog) {}

    /** A book of the shipped schemes alone, whatever day it is. */
    public static SchemeBook ofShipped(EngineCatalog shipped) {
        return new SchemeBook(shipped, List::of, () -> 0, InstantSource.fixed(Instant.EPOCH));
    }

    /** The scheme of an edition that compares with peers; the database is asked only for what is not shipped. */
    public Optional<GradingScheme> find(EditionRef ref) {
        Optional<GradingScheme> known = shipped.schemes().find(ref);
        return known.isPresent() ? known : catalog().find(ref);
    }

    /** Every scheme, shipped and published. */
    public SchemeCatalog catalog() {
        return current().catalog();
    }

    /** Every published edition, by id. */
    public List<PublishedScheme> published() {
        return current().editions();
    }

    /**
     * The scheme of a name and sort that evaluations are graded by today (UTC): the published edition that began last, else the
     * newest shipped.
     */
    public <T extends Scheme> Optional<T> inForce(String name, Class<T> sort) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Kept now = current();
        Optional<T> begun = now.editions().stream()
                .filter(each -> EditionRef.parse(each.id()).name().equals(name))
                .filter(each -> !each.inForceFrom().isAfter(today))
                .sorted(Comparator.comparing(PublishedScheme::inForceFrom)
                        .thenComparing(PublishedScheme::publishedAt)
                        .reversed())
                .flatMap(each -> now.catalog().find(EditionRef.parse(each.id()), sort).stream())
                .findFirst();
        return begun.isPresent() ? begun : shipped.schemes().findNewest(name, sort);
    }

    /** Whether an edition of this id is shipped. */
    public boolean isShipped(EditionRef ref) {
        return shipped.schemes().find(ref, Scheme.class).isPresent();
    }

    /** Reads the text of a scheme as the edition it is to become. */
    public SchemeText.Parsed read(EditionRef ref, String body, String publisher, String by, LocalDate day) {
        return text.read(source(ref, publisher, by, day), body.getBytes(StandardCharsets.UTF_8));
    }

    private Kept current() {
        Kept last = kept;
        if (count.getAsInt() == last.count()) {
            return last;
        }
        List<PublishedScheme> published = editions.get();
        List<Scheme> schemes = new ArrayList<>();
        published.forEach(each -> schemes.add(scheme(each)));
        Kept next = new Kept(published.size(), published, shipped.schemes().with(schemes));
        kept = next;
        return next;
    }

    private Scheme scheme(PublishedScheme edition) {
        SchemeText.Parsed parsed = read(
                EditionRef.parse(edition.id()),
                edition.body(),
                edition.publisher(),
                edition.publishedBy(),
                LocalDate.ofInstant(edition.publishedAt(), ZoneOffset.UTC));
        if (parsed instanceof SchemeText.Parsed.Read read) {
            return read.scheme();
        }
        throw new IllegalStateException("the published scheme " + edition.id() + " cannot be read: "
                + ((SchemeText.Parsed.Refused) parsed).missing());
    }

    private static EditionSource source(EditionRef ref, String publisher, String by, LocalDate day) {
        return new EditionSource(
                ref,
                ref.toString(),
                publisher,
                "/api/v1/schemes/" + ref,
                day,
                Map.of(),
                "as its publisher says",
                "published on this node from a draft",
                by,
                by,
                List.of(new LocalText(
                        "界值与规则由发布者给出，本节点未核对其出处",
                        "bounds and rules are the publisher's; this node did not check where they come from")));
    }
}
