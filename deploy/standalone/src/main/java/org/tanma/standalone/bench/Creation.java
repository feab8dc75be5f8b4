// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.security.KeyPair;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** Creates of fresh records: over the Handle protocol each connection in a session of its own, by HTTP with a secret. */
final class Creation implements Workload {
    private final CreatedRecords records;
    private final Supplier<QuestionTemplate> questions;
    private final Optional<SslContext> tls;

    private Creation(CreatedRecords records, Supplier<QuestionTemplate> questions, Optional<SslContext> tls) {
        this.records = records;
        this.questions = questions;
        this.tls = tls;
    }

    /**
     * Sets up a session for each of the plan's connections; each begins by creating a record.
     *
     * @throws ServerRefusedException when the server lets this administrator create nothing
     */
    static Creation byTcp(LoadPlan plan, CreatedRecords records, AdminKey admin) throws IOException {
        KeyPair exchangeKey = NativeSession.exchangeKey();
        Queue<QuestionTemplate> sessions = new ArrayDeque<>();
        for (int connection = 0; connection < plan.connections(); connection++) {
            long number = records.next();
            NativeSession session = NativeSession.begin(plan, admin, exchangeKey, records.record(number));
            records.created(number);
            sessions.add(new NativeCreates(records, session));
        }
        return new Creation(records, sessions::remove, Optional.empty());
    }

    /**
     * @param isTls HTTPS, with whatever certificate the server shows
     */
    static Creation byHttp(LoadPlan plan, CreatedRecords records, AdminKey admin, boolean isTls) throws SSLException {
        QuestionTemplate questions = new HttpCreates(
                records, plan.target().getHostString() + ":" + plan.target().getPort(), admin);
        Optional<SslContext> tls = isTls
                ? Optional.of(SslContextBuilder.forClient()
                        .sslProvider(SslProvider.JDK)
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .endpointIdentificationAlgorithm(null)
                        .build())
                : Optional.empty();
        return new Creation(records, () -> questions, tls);
    }

    @Override
    public KeyChoice numbers(int thread) {
        return records::next;
    }

    @Override
    public QuestionTemplate questions() {
        return questions.get();
    }

    @Override
    public AnswerCheck check() {
        return AnswerCheck.created();
    }

    @Override
    public Optional<SslContext> tls() {
        return tls;
    }

    @Override
    public void answered(long number) {
        records.created(number);
    }
}
