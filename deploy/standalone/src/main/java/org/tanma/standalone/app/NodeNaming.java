// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.resolver.access.KeySource;
import org.tanma.resolver.net.NetLimits;
import org.tanma.resolver.net.SiteFiles;
import org.tanma.resolver.resolve.HandlesHere;
import org.tanma.resolver.resolve.ParentKeys;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.PatientParent;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.resolve.SiteShare;
import org.tanma.resolver.share.SharedAnswers;
import org.tanma.resolver.share.SharedParent;
import org.tanma.resolver.share.redis.RedisShareConfig;
import org.tanma.resolver.share.redis.RedisSharedAnswers;
import org.tanma.resolver.store.ChangeFeed;

/**
 * The node's place among other servers: the site it is one of, and the resolver it asks for handles of others.
 *
 * <p>Errors: {@link StartRefusedException} when the site does not name this node, or the resolver would be the node itself.
 */
final class NodeNaming implements AutoCloseable {
    private static final int HANDLE_PORT = 2641;
    /** Nodes that shall not share use another database of the Redis, by its number in the address. */
    private static final String GROUP = "nodes";

    private static final int MOST_KEYS_AT_ONCE = 8;
    private static final long KEY_OCTETS = 4L << 20;

    private final Optional<SiteRecord> site;
    private final SiteShare share;
    private final Optional<RemoteParent> remote;
    private final Optional<SharedAnswers> shared;
    private final ParentResolver parent;
    private final RecursionConfig recursion;
    private final Optional<ParentResolver> keyParent;

    private NodeNaming(
            Optional<SiteRecord> site,
            SiteShare share,
            Optional<RemoteParent> remote,
            Optional<SharedAnswers> shared,
            ParentResolver parent,
            RecursionConfig recursion,
            Optional<ParentResolver> keyParent) {
        this.site = site;
        this.share = share;
        this.remote = remote;
        this.shared = shared;
        this.parent = parent;
        this.recursion = recursion;
        this.keyParent = keyParent;
    }

    static NodeNaming of(NodeConfig config, int siteSerial, InstantSource clock) {
        Optional<SiteRecord> site = config.naming().siteFile().map(NodeNaming::read);
        SiteShare share = site.map(record -> SiteShare.of(record, numberIn(record, config)))
                .orElseGet(() -> SiteShare.whole(siteSerial));
        Optional<RemoteParent> remote = config.naming().parent().map(url -> connect(url, config));
        Optional<SharedAnswers> shared = config.naming().redis().map(url -> share(url, config));
        RecursionConfig recursion = config.engines().recursion();
        ParentResolver parent =
                remote.map(one -> patient(one, shared, recursion, clock)).orElse(ParentResolver.NONE);
        Optional<ParentResolver> keyParent = config.naming().hasParentKeys()
                ? remote.map(one -> new PatientParent(one, forKeys(recursion), clock))
                : Optional.empty();
        return new NodeNaming(site, share, remote, shared, parent, recursion, keyParent);
    }

    /** Keys have a small share of their own: whoever names made-up ones holds up nobody's questions. */
    private static RecursionConfig forKeys(RecursionConfig limits) {
        return new RecursionConfig(
                Math.min(MOST_KEYS_AT_ONCE, limits.concurrent()),
                limits.patience(),
                limits.negative(),
                limits.pause(),
                limits.longest(),
                Math.min(KEY_OCTETS, limits.rememberedOctets()));
    }

    private static ParentResolver patient(
            RemoteParent remote, Optional<SharedAnswers> shared, RecursionConfig limits, InstantSource clock) {
        if (shared.isEmpty()) {
            return new PatientParent(remote, limits, clock);
        }
        SharedAnswers answers = shared.get();
        PatientParent parent =
                new PatientParent(new SharedParent(remote, answers, limits, clock), limits, clock, answers::isLinked);
        answers.subscribe(parent);
        return parent;
    }

    /** A node without a parent tells of the changes of its own records; one with a parent only listens. */
    private static SharedAnswers share(URI redis, NodeConfig config) {
        try {
            String node = NodeName.in(config.dataDirectory());
            boolean isWriter = config.naming().parent().isEmpty();
            return RedisSharedAnswers.open(RedisShareConfig.of(redis, GROUP, node, isWriter), new SecureRandom());
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(StartPhrase.of("redis", String.valueOf(e.getMessage())), e);
        }
    }

    private static SiteRecord read(Path file) {
        try {
            return SiteFiles.read(file);
        } catch (IOException e) {
            StartPhrase reason = e instanceof FileSystemException
                    ? Reasons.of(e)
                    : StartPhrase.of("reason.noSite", String.valueOf(e.getMessage()));
            throw new StartRefusedException(StartPhrase.of("site", file, reason), e);
        }
    }

    private static int numberIn(SiteRecord site, NodeConfig config) {
        for (int i = 0; i < site.servers().size(); i++) {
            if (isAt(site.servers().get(i), config)) {
                return i;
            }
        }
        throw new StartRefusedException("site.notHere", config.urls().getOrDefault("handle", ""));
    }

    private static boolean isAt(SiteServer server, NodeConfig config) {
        return server.inetAddress().equals(config.advertised())
                && server.interfaces().stream()
                        .filter(one -> one.protocol() == SiteInterface.UDP || one.protocol() == SiteInterface.TCP)
                        .anyMatch(one -> one.port() == config.handlePort());
    }

    private static RemoteParent connect(URI url, NodeConfig config) {
        int port = url.getPort() < 0 ? HANDLE_PORT : url.getPort();
        try {
            RemoteParent remote = RemoteParent.at(url.toString());
            InetAddress address = InetAddress.getByName(url.getHost());
            boolean isHere = address.equals(config.advertised()) || address.equals(config.host());
            if (isHere && port == config.handlePort()) {
                remote.close();
                throw new StartRefusedException("parent.itself", url);
            }
            return remote;
        } catch (IllegalArgumentException | UnknownHostException e) {
            throw new StartRefusedException(StartPhrase.of("parent.address", url), e);
        }
    }

    SiteShare share() {
        return share;
    }

    Optional<SiteRecord> site() {
        return site;
    }

    ParentResolver parent() {
        return parent;
    }

    /**
     * Public keys of administrators whose handles lie elsewhere, as the parent says; empty unless the operator trusts it with
     * that. Never by way of other nodes.
     */
    Optional<KeySource> keys(HandlesHere here) {
        return keyParent.map(asked -> ParentKeys.of(asked, here));
    }

    /** Tells the other nodes of every change of this node's records from now on. */
    void tellOf(ChangeFeed changes) {
        if (remote.isEmpty()) {
            shared.ifPresent(changes::subscribe);
        }
    }

    /** Workers besides those for the node's own records, since a question to the parent keeps one waiting. */
    NetLimits widen(NetLimits limits) {
        int more = remote.isPresent() ? recursion.concurrent() : 0;
        return new NetLimits(
                limits.connections(), limits.idle(), limits.workers() + more, limits.waiting(), limits.peers());
    }

    @Override
    public void close() {
        shared.ifPresent(SharedAnswers::close);
        remote.ifPresent(RemoteParent::close);
    }
}
