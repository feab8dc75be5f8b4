// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.handler.ssl.SslContext;
import java.util.Optional;

/** What a run asks: which numbers, in what form, and what answers are right. Safe between threads. */
interface Workload {
    /** The numbers that one event loop asks with. */
    KeyChoice numbers(int thread);

    /** What one more connection asks. */
    QuestionTemplate questions();

    AnswerCheck check();

    /** With what connections are encrypted, if they are. */
    default Optional<SslContext> tls() {
        return Optional.empty();
    }

    /** The question of this number was answered rightly, in measured time or not. */
    default void answered(long number) {}

    /** Resolutions, as the plan has them. */
    static Workload resolutions(LoadPlan plan, AnswerCheck check) {
        QuestionTemplate questions = plan.questions();
        return new Workload() {
            @Override
            public KeyChoice numbers(int thread) {
                return plan.choice(thread);
            }

            @Override
            public QuestionTemplate questions() {
                return questions;
            }

            @Override
            public AnswerCheck check() {
                return check;
            }
        };
    }
}
