// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.label.qr.QrEncoder;
import org.tanma.label.qr.QrSymbol;

class QrArtworkTest {
    private static final String URL = "HTTP://127.0.0.1:8080/C/0123456789ABCDEFGHJK";
    private static final IndependentDecoders DECODERS = new IndependentDecoders();
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    private final QrSymbol symbol = new QrEncoder().encode(URL);
    private final SvgQrRenderer svg = new SvgQrRenderer();
    private final PngQrRenderer png = new PngQrRenderer();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"3,false", "3,true", "10,true", "40,false"})
    void png_isReadByEveryDecoder(int scale, boolean isDemonstration) throws Exception {
        Path file = directory.resolve("code.png");
        Files.write(file, png.render(symbol, scale, isDemonstration));
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(37 * scale);
        assertThat(image.getHeight()).isEqualTo((isDemonstration ? 46 : 37) * scale);
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(DECODERS.read(file))
                .allSatisfy((decoder, text) -> assertThat(text).isEqualTo(URL));
    }

    @Test
    void png_demonstration_bearsLettersOutsideTheQuietZone() throws Exception {
        Path file = directory.resolve("code.png");
        Files.write(file, png.render(symbol, 3, true));
        BufferedImage image = ImageIO.read(file.toFile());
        StringBuilder word = new StringBuilder();
        for (int y = 37; y < 44; y++) {
            for (int x = 7; x < 30; x++) {
                word.append(image.getRGB(x * 3 + 1, y * 3 + 1) == 0xFF000000 ? '#' : '.');
            }
            word.append('\n');
        }
        assertThat(word.toString()).startsWith("####..#####.#...#..###.\n#...#.#.....##.##.#...#\n");
        for (int x = 0; x < 37; x++) {
            for (int y = 33; y < 37; y++) {
                assertThat(image.getRGB(x * 3 + 1, y * 3 + 1)).isEqualTo(0xFFFFFFFF);
            }
        }
    }

    @Test
    void svg_hasItsExactSize_oneSymbolPath_andIsReadByEveryDecoder() throws Exception {
        String file = svg.render(symbol, 30, "01234 56789", "a < b & c", false);
        assertThat(file)
                .contains(
                        "width=\"30mm\" height=\"33.2432mm\" viewBox=\"0 0 37 41\"",
                        "<title id=\"t\">a &lt; b &amp; c");
        assertThat(file)
                .contains("<desc id=\"d\">" + URL, ">01234 56789</text>")
                .doesNotContain("DEMO");
        assertThat(file.split("<path")).hasSize(2);
        Path picture = directory.resolve("code.png");
        ImageIO.write(drawn(file, 37, 6), "png", picture.toFile());
        assertThat(DECODERS.read(picture))
                .allSatisfy((decoder, text) -> assertThat(text).isEqualTo(URL));
    }

    @Test
    void svg_demonstration_saysSoBelow() {
        assertThat(svg.render(symbol, 37, "01234 56789", "t", true))
                .contains("width=\"37mm\" height=\"47mm\" viewBox=\"0 0 37 47\"", ">演示 DEMO</text>");
    }

    @Test
    void sizes_scannersWouldNotRead_areRefused() {
        assertThat(SvgQrRenderer.minSizeMm(symbol)).isEqualTo(15);
        assertThatThrownBy(() -> svg.render(symbol, 14, "01234 56789", "t", false))
                .hasMessageContaining("15 to 500");
        assertThatThrownBy(() -> svg.render(symbol, 501, "01234 56789", "t", false))
                .hasMessageContaining("15 to 500");
        assertThatThrownBy(() -> png.render(symbol, 2, false)).hasMessageContaining("3 to 40");
        assertThatThrownBy(() -> png.render(symbol, 41, false)).hasMessageContaining("3 to 40");
    }

    /** Draws the runs of the one path, as an SVG viewer would. */
    private static BufferedImage drawn(String file, int modules, int scale) {
        BufferedImage image = new BufferedImage(modules * scale, modules * scale, BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, modules * scale, modules * scale);
        pen.setColor(java.awt.Color.BLACK);
        Matcher run = RUN.matcher(file);
        while (run.find()) {
            assertThat(run.group(3)).isEqualTo(run.group(4));
            pen.fillRect(number(run, 1) * scale, number(run, 2) * scale, number(run, 3) * scale, scale);
        }
        pen.dispose();
        return image;
    }

    private static int number(Matcher run, int group) {
        return Integer.parseInt(run.group(group));
    }
}
