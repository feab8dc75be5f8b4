// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

/** What is measured, before any ratio is formed; each kind has one coherent unit. */
public enum BaseKind {
    /** Mass of a material; t. */
    MASS("t"),
    /** Mass of the carbon in a material; tC. */
    CARBON("tC"),
    /** Mass of carbon dioxide; tCO2. */
    CO2("tCO2"),
    /** Mass of greenhouse gases weighted by a GWP set; tCO2e. */
    CO2E("tCO2e"),
    /** Heat or electricity; GJ. */
    ENERGY("GJ"),
    /** Gas volume at normal conditions (0 °C, 101.325 kPa); Nm3. */
    NORMAL_VOLUME("Nm3"),
    /** Volume at metering conditions; m3. */
    VOLUME("m3"),
    /** Renminbi; CNY. */
    MONEY("CNY"),
    /** Things counted; piece. */
    COUNT("piece"),
    /** Duration; h. */
    TIME("h"),
    /** Temperature on the Celsius scale; only differences of two are ever multiplied; °C. */
    TEMPERATURE("°C"),
    /** Amount of substance; mol. */
    SUBSTANCE("mol"),
    /** Minutes of anode effect per pot and day; AEmin/pot-d. */
    ANODE_EFFECT("AEmin/pot-d"),
    /** Surface; m2. */
    AREA("m2");

    private final String coherentSymbol;

    BaseKind(String coherentSymbol) {
        this.coherentSymbol = coherentSymbol;
    }

    /** The symbol of the unit that has factor 1, for example {@code GJ}. */
    public String coherentSymbol() {
        return coherentSymbol;
    }
}
