// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/** What a message carries after its header, and after the digest of the request it answers if it has one. */
public sealed interface MessageBody
        permits ResolutionRequest,
                ResolutionResponse,
                SiteInfoRequest,
                SiteInfoResponse,
                ErrorResponse,
                Challenge,
                ChallengeAnswer,
                VerifyRequest,
                VerifyResponse,
                RecordRequest,
                HandleRequest,
                RemovalRequest,
                CreatedResponse,
                HandleList,
                Referral,
                SessionSetupRequest,
                SessionSetupResponse,
                SessionKeyRequest,
                LoginRequest,
                PasswordLoginRequest,
                RawBody {
    /** Writes the body's octets. */
    void encode(WireWriter out) throws WireFormatException;
}
