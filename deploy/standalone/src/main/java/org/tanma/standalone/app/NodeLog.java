// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/** The node's log file: {@code logs/tanma.log}, rolled daily or at 20 MB, kept for 14 days and 200 MB. */
final class NodeLog {
    static final String FILE = "tanma.log";
    /** Name in logback.xml of what writes warnings to standard error. */
    private static final String SCREEN = "stderr";

    private NodeLog() {}

    /** Runs {@code start} with nothing written to the screen: what goes wrong in it is told in one sentence instead. */
    static void keepOffTheScreen(Runnable start) {
        var root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
        Appender<ILoggingEvent> screen = root.getAppender(SCREEN);
        root.detachAppender(screen);
        try {
            start.run();
        } finally {
            root.addAppender(screen);
        }
    }

    /** From now on writes everything from INFO on to a file in {@code directory}, whatever Spring Boot would configure. */
    static void writeTo(Path directory) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger - %msg%n");
        encoder.start();
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(directory.resolve(FILE).toString());
        file.setEncoder(encoder);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(directory.resolve("tanma.%d.%i.log.gz").toString());
        policy.setMaxFileSize(FileSize.valueOf("20MB"));
        policy.setTotalSizeCap(FileSize.valueOf("200MB"));
        policy.setMaxHistory(14);
        policy.start();
        file.setRollingPolicy(policy);
        file.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
    }
}
