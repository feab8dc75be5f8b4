// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Takes in bodies of any length up to a limit, piece by piece, into files. */
public final class FileBodies {
    /** What is left free on the disk. */
    private static final long SPARED = 256L << 20;

    private FileBodies() {}

    /** Writes the body to a file and returns its digest, {@code sha256:} and hexadecimal; the file is gone when it fails. */
    public static Mono<String> receive(ServerHttpRequest request, Path file, long most) {
        MessageDigest digest = sha256();
        AtomicLong octets = new AtomicLong();
        return Mono.fromCallable(() -> requireRoom(file, request.getHeaders().getContentLength(), most))
                .flatMap(ready -> DataBufferUtils.write(
                        request.getBody().map(buffer -> take(buffer, digest, octets, most)),
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE))
                .then(Mono.fromCallable(() -> {
                    if (octets.get() == 0) {
                        throw ProblemException.badRequest(
                                new Wording("请求没有正文：文件为空。", "The request has no body: the file is empty."));
                    }
                    return "sha256:" + HexFormat.of().formatHex(digest.digest());
                }))
                .onErrorMap(IOException.class, e -> full(String.valueOf(e.getMessage())))
                .doOnError(e -> delete(file))
                .doOnCancel(() -> delete(file));
    }

    private static DataBuffer take(DataBuffer buffer, MessageDigest digest, AtomicLong octets, long most) {
        if (octets.addAndGet(buffer.readableByteCount()) > most) {
            DataBufferUtils.release(buffer);
            throw tooLarge(most);
        }
        try (DataBuffer.ByteBufferIterator pieces = buffer.readableByteBuffers()) {
            pieces.forEachRemaining(digest::update);
        }
        return buffer;
    }

    private static boolean requireRoom(Path file, long announced, long most) throws IOException {
        if (announced > most) {
            throw tooLarge(most);
        }
        Path directory = file.toAbsolutePath().getParent();
        long free = directory == null
                ? Long.MAX_VALUE
                : Files.getFileStore(directory).getUsableSpace();
        if (free < SPARED + Math.max(0, announced)) {
            throw full(free + " octets free");
        }
        return true;
    }

    private static ProblemException tooLarge(long most) {
        return new ProblemException(new WordedProblem(
                "too-large",
                413,
                new Wording("请求过大", "Too large"),
                new Wording(
                        "未受理任何内容：文件超过 " + (most >> 20) + " MiB，请分成几个文件。",
                        "Nothing was taken: the file is longer than " + (most >> 20) + " MiB; send it in parts."),
                List.of()));
    }

    private static ProblemException full(String why) {
        return new ProblemException(new WordedProblem(
                "disk-full",
                507,
                new Wording("磁盘空间不足", "Disk full"),
                new Wording(
                        "未受理任何内容：节点的磁盘放不下该文件（" + why + "）；请运营者腾出空间后再发送。",
                        "Nothing was taken: the node's disk cannot take the file (" + why
                                + "); send it again once its operator has made room."),
                List.of()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
