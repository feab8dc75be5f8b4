// SPDX-License-Identifier: Apache-2.0
/**
 * The carbon service over HTTP, under {@code /api/v1}. Entry types: the controllers; only {@code app} makes them.
 */
@NullMarked
package org.tanma.carbon.service.rest;

import org.jspecify.annotations.NullMarked;
