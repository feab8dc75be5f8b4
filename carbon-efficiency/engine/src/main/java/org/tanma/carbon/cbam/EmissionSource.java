// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

/** Something that emits, or a transfer that keeps CO2 from being emitted. */
public sealed interface EmissionSource permits SourceStream, MeasuredSource, AnodeEffects {
    /** The installation's name for it, unique among its sources. */
    String source();

    /** Where its emissions belong. */
    Attribution attribution();
}
