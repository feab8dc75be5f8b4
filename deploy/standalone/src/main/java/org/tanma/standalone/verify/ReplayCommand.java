// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.report.replay.Replayed;
import org.tanma.carbon.report.replay.Replayed.Difference;
import org.tanma.carbon.report.replay.ResultReplay;
import org.tanma.carbon.service.evaluate.EvaluationReplay;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tanma replay RESULT.json}: computes a kept result once more from its inputs and editions, and compares bytes. */
@Command(name = "replay")
final class ReplayCommand extends VerifierCommand {
    private static final JsonMapper MAPPER = new JsonMapper();

    ReplayCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] result) {
        Replayed replayed = EvaluationReplay.isEvaluation(result)
                ? new EvaluationReplay(catalog).replay(result)
                : new ResultReplay(catalog).replay(result);
        if (replayed instanceof Replayed.Unfit unfit) {
            err().phrase(0, "replay.unfit", place, err().word(unfit.why()));
            return MISUSED;
        }
        if (isJson()) {
            json(replayed);
        } else if (replayed instanceof Replayed.Same same) {
            out().phrase(0, "replay.same", same.digest());
        } else if (replayed instanceof Replayed.InPart part) {
            out().phrase(0, "replay.inPart", part.digest(), out().word(part.notCompared()));
        } else {
            print((Replayed.Differs) replayed);
        }
        return replayed instanceof Replayed.Differs ? REFUSED : DONE;
    }

    private void print(Replayed.Differs differs) {
        out().phrase(0, "replay.differs", differs.given(), differs.computed());
        differs.missingEditions().forEach(edition -> out().phrase(1, "replay.missingEdition", edition));
        if (differs.differences().isEmpty()) {
            out().phrase(1, "replay.formOnly");
        }
        for (Difference difference : differs.differences()) {
            out().phrase(
                            1,
                            "replay.difference",
                            difference.path(),
                            shown(difference.given()),
                            shown(difference.computed()));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private void json(Replayed replayed) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("agrees", !(replayed instanceof Replayed.Differs));
        if (replayed instanceof Replayed.Same same) {
            json.put("digest", same.digest());
        } else if (replayed instanceof Replayed.InPart part) {
            json.put("digest", part.digest());
            json.put("notCompared", out().word(part.notCompared()));
        } else if (replayed instanceof Replayed.Differs differs) {
            json.put("givenDigest", differs.given());
            json.put("computedDigest", differs.computed());
            ArrayNode editions = json.putArray("missingEditions");
            differs.missingEditions().forEach(editions::add);
            ArrayNode differences = json.putArray("differences");
            differs.differences()
                    .forEach(difference -> differences
                            .addObject()
                            .put("path", difference.path())
                            .put("given", difference.given())
                            .put("computed", difference.computed()));
        }
        out().plain(0, json.toString());
    }
}
