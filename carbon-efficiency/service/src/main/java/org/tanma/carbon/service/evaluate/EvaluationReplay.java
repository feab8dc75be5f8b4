// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.report.replay.JsonDifferences;
import org.tanma.carbon.report.replay.Replayed;
import org.tanma.carbon.service.kind.IndustryCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.text.LocalText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes a kept evaluation once more from a file, without the node that kept it.
 *
 * <p>Shape of the file: {@link EvaluationDocument}. Contract: pure; thread-safe. A file that was formatted anew is compared in
 * canonical form; digests that do not fit their parts are differences, too.
 */
public final class EvaluationReplay {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final EvaluationComputation computation;

    public EvaluationReplay(EngineCatalog catalog) {
        this.computation = new EvaluationComputation(catalog, KindCatalog.load(catalog.methods(), catalog.units()), IndustryCatalog.load());
    }

    /** Whether these octets are an evaluation as a node gives it. */
    public static boolean isEvaluation(byte[] document) {
        try {
            return MAPPER.readTree(document).path("kind").asString("").equals(EvaluationDocument.KIND);
        } catch (JacksonException e) {
            return false;
        }
    }

    /** @param document a file for which {@link #isEvaluation} holds */
    public Replayed replay(byte[] document) {
        JsonNode given = MAPPER.readTree(document);
        EvaluationInputs inputs;
        try {
            inputs = CanonicalJson.read(given.path("inputs").toString(), EvaluationInputs.class);
        } catch (JacksonException e) {
            return unfit("输入不完整：" + e.getOriginalMessage(), "the inputs are not whole: " + e.getOriginalMessage());
        }
        Set<String> missing = new TreeSet<>(inputs.dataEditions());
        computation.dataEditions().forEach(missing::remove);
        ResultDocument result = ResultDocument.canonical(given.path("result"));
        EvaluationComputation.Computed computed;
        try {
            computed = computation.compute(inputs);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return unfit("输入无法计算：" + e.getMessage(), "the inputs cannot be computed: " + e.getMessage());
        }
        if (!(computed instanceof EvaluationComputation.Computed.Whole whole)) {
            return unfit("按现有版本，输入不完整", "by the editions here the inputs are incomplete");
        }
        String text = CanonicalJson.write(whole.result());
        String digest = CanonicalJson.digest(text);
        boolean isWhole = given.path("inputsDigest")
                        .asString("")
                        .equals(ResultDocument.canonical(given.path("inputs")).digest())
                && given.path("resultDigest").asString("").equals(result.digest());
        return isWhole && digest.equals(result.digest())
                ? new Replayed.Same(digest)
                : new Replayed.Differs(
                        given.path("resultDigest").asString(""),
                        digest,
                        JsonDifferences.between(given.path("result"), MAPPER.readTree(text)),
                        List.copyOf(missing));
    }

    private static Replayed unfit(String zh, String en) {
        return new Replayed.Unfit(new LocalText(zh, en));
    }
}
