// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

/** What asking what if came to. */
public sealed interface WhatIfOutcome permits WhatIf, Impossible {}
