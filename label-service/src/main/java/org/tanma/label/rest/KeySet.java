// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import java.util.List;
import org.tanma.label.credential.Jwk;

/** A JWK Set (RFC 7517): every key codes were ever signed with, the present one first. */
public record KeySet(List<Jwk> keys) {}
