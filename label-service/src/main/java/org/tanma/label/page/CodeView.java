// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tanma.label.artwork.QrPath;
import org.tanma.label.issue.BilingualText;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.Edition;
import org.tanma.label.issue.EmissionPart;
import org.tanma.label.issue.EvaluationBasis;
import org.tanma.label.issue.GradedResult;
import org.tanma.label.issue.Grading;
import org.tanma.label.issue.LabelContent;
import org.tanma.label.qr.QrSymbol;

/** Says what a verified code shows, in one language. */
final class CodeView {
    private final Words words;

    CodeView(Words words) {
        this.words = words;
    }

    Map<String, Object> of(CheckedCode.Verified code) {
        LabelContent content = code.content();
        GradedResult result = content.result();
        Grading grading = result.grading();
        Map<String, Object> view = new HashMap<>();
        view.put("enterprise", words.of(result.enterprise().name()));
        view.put("about", about(result));
        view.put("verifier", verifier(result.basis()));
        view.put("totalBefore", words.text("total-before", Integer.toString(result.year())));
        String total = result.emissions().total().value();
        view.put("intensity", Words.number(grading.intensity().value()));
        view.put("total", Words.number(total));
        if (!content.counted().value().equals(total)) {
            view.put("counted", Words.number(content.counted().value()));
        }
        view.put("scale", new ScaleDrawing(words).draw(grading));
        view.put("meaning", meaning(grading));
        view.put(
                "scheme",
                words.text(
                        "scheme",
                        words.of(grading.scheme().name()),
                        grading.scheme().edition()));
        view.put("badges", new Badges(words).of(grading));
        view.put("parts", parts(result.emissions().parts()));
        view.put("facts", facts(code));
        List<String> notes = notes(result.basis());
        view.put("notes", notes);
        view.put("hasNotes", !notes.isEmpty());
        view.put("handle", content.handle());
        view.put("proof", code.proof());
        return view;
    }

    private String about(GradedResult result) {
        return String.join(
                " · ",
                words.of(result.enterprise().region()),
                words.of(result.enterprise().industry()),
                words.text("year", Integer.toString(result.year())));
    }

    private String verifier(EvaluationBasis basis) {
        BilingualText verifier = basis.verifier();
        return verifier == null ? words.text("verifier.none") : words.text("verifier.by", words.of(verifier));
    }

    private String meaning(Grading grading) {
        BigDecimal ratio = new BigDecimal(grading.ratio());
        int percent = Words.percentFromOne(ratio);
        String distance = percent == 0 ? "same" : ratio.compareTo(BigDecimal.ONE) < 0 ? "below" : "above";
        return words.text(
                "meaning." + distance,
                Integer.toString(grading.efficiencyGrade()),
                words.text("grade" + grading.efficiencyGrade()),
                Words.number(Integer.toString(percent)),
                Words.number(Integer.toString(grading.peerCount())),
                Integer.toString(grading.peerYear()),
                Words.number(grading.peerMean().value()));
    }

    private List<Map<String, String>> parts(List<EmissionPart> parts) {
        return parts.stream()
                .map(part -> Map.of(
                        "name",
                        words.of(part.name()),
                        "scope",
                        words.text("scope" + part.scope()),
                        "amount",
                        Words.number(part.amount().value())))
                .toList();
    }

    private List<Map<String, String>> facts(CheckedCode.Verified code) {
        LabelContent content = code.content();
        GradedResult result = content.result();
        EvaluationBasis basis = result.basis();
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("period", words.text("fact.period-days", Integer.toString(result.year()))));
        facts.add(fact(
                "value-added",
                words.text(
                        "fact.value-added-unit",
                        Words.number(result.grading().valueAdded().value()))));
        facts.add(fact("method", name(basis.method())));
        facts.add(fact(
                "factors",
                String.join(
                        ", ", basis.factorSets().stream().map(CodeView::name).toList())));
        facts.add(fact("gwp", basis.gwpSet()));
        facts.add(fact(
                "scheme",
                result.grading().scheme().id() + " " + result.grading().scheme().edition()));
        facts.add(fact("evaluation", result.evaluationId()));
        facts.add(fact("digest", "sha256:" + result.resultDigest()));
        facts.add(fact("version", Integer.toString(content.version())));
        facts.add(fact("issued", Words.minute(content.issuedAt())));
        facts.add(fact("until", words.text("fact.until-day", Words.lastDay(content.validUntil()))));
        return facts;
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("name", words.text("fact." + key), "value", value);
    }

    private static String name(Edition edition) {
        return edition.id() + " " + edition.edition();
    }

    private List<String> notes(EvaluationBasis basis) {
        List<String> notes = new ArrayList<>();
        basis.unverifiedNotes().forEach(note -> notes.add(words.text("note.unverified", words.of(note))));
        basis.notCoveredNotes().forEach(note -> notes.add(words.text("note.not-covered", words.of(note))));
        return notes;
    }

    /** The symbol to be scanned from the page. */
    static Map<String, Object> symbol(QrSymbol symbol) {
        return Map.of("text", symbol.text(), "side", symbol.sizeWithQuietZone(), "path", QrPath.of(symbol));
    }
}
