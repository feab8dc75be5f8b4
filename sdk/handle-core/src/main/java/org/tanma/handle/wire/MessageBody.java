// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** What a message carries after its header. */
public sealed interface MessageBody
        permits ResolutionRequest,
                ResolutionResponse,
                SiteInfoRequest,
                SiteInfoResponse,
                ErrorResponse,
                Challenge,
                ChallengeAnswer,
                RawBody {}
