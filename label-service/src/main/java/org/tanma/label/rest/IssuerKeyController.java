// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.label.credential.IssuerKeys;

/** The public keys codes are signed with. */
@RestController
@Tag(name = "Carbon-efficiency codes")
public final class IssuerKeyController {
    private final KeySet keys;

    public IssuerKeyController(IssuerKeys keys) {
        this.keys = new KeySet(keys.list());
    }

    @GetMapping("/api/v1/issuer-keys")
    @Operation(
            summary = "Public keys of the issuer as a JWK Set",
            description = "Ed25519 keys (OKP). kid is the key's RFC 7638 thumbprint; older keys stay listed.")
    public KeySet keys() {
        return keys;
    }
}
