// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.issuer;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.registrar.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code issuers.json}: a list of issuers whose tokens are taken; see docs/api/registrar.md. */
public final class IssuerFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final long DEFAULT_SKEW = 30;

    private record Line(
            @Nullable String name,
            @Nullable URI issuer,
            @Nullable URI jwks,
            @Nullable String audience,
            @Nullable List<String> algorithms,
            @Nullable String rolesClaim,
            @Nullable Map<String, String> roles,
            @Nullable String prefixClaim,
            @Nullable Long skewSeconds) {}

    private IssuerFile() {}

    /**
     * The issuers of the file; none when there is no such file.
     *
     * @throws IllegalArgumentException saying what is wrong with which
     */
    public static List<IssuerConfig> read(Path file) {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            List<IssuerConfig> issuers = new ArrayList<>();
            for (Line line : JSON.readValue(file.toFile(), Line[].class)) {
                issuers.add(config(line));
            }
            if (issuers.stream().map(IssuerConfig::issuer).distinct().count() < issuers.size()) {
                throw new IllegalArgumentException("an issuer is named twice");
            }
            return issuers;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static IssuerConfig config(Line line) {
        Map<String, Role> roles = new TreeMap<>();
        Objects.requireNonNullElse(line.roles(), Map.<String, String>of())
                .forEach((theirs, ours) -> roles.put(theirs, Role.valueOf(ours)));
        if (line.issuer() == null) {
            throw new IllegalArgumentException("issuer is missing");
        }
        return new IssuerConfig(
                Objects.requireNonNullElse(line.name(), ""),
                line.issuer(),
                Optional.ofNullable(line.jwks()),
                Objects.requireNonNullElse(line.audience(), ""),
                Objects.requireNonNullElse(line.algorithms(), List.of("RS256", "PS256", "ES256")),
                Objects.requireNonNullElse(line.rolesClaim(), "roles"),
                roles,
                Objects.requireNonNullElse(line.prefixClaim(), "prefix"),
                Duration.ofSeconds(Objects.requireNonNullElse(line.skewSeconds(), DEFAULT_SKEW)));
    }
}
