// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.artwork;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Reads picture files with every decoder found here: ZXing in this JVM always, zbarimg and ZXingReader where installed. */
final class IndependentDecoders {
    private final Map<String, List<String>> commands = new LinkedHashMap<>();

    IndependentDecoders() {
        addWhereInstalled("zbarimg", "-q", "--nodbus", "--raw");
        addWhereInstalled("ZXingReader", "-1");
        System.out.println("QR decoders under test: ZXing (JVM)"
                + (commands.isEmpty() ? " only; zbarimg and ZXingReader are not installed" : ", " + commands.keySet()));
    }

    private void addWhereInstalled(String program, String... options) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, program))) {
                List<String> command = new ArrayList<>(List.of(program));
                command.addAll(List.of(options));
                commands.putIfAbsent(program, command);
            }
        }
    }

    /** What each decoder read, by its name. */
    Map<String, String> read(Path picture) throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("ZXing", readInJvm(ImageIO.read(picture.toFile())));
        for (var program : commands.entrySet()) {
            texts.put(program.getKey(), run(program.getValue(), picture));
        }
        return texts;
    }

    private static String readInJvm(BufferedImage image) throws ReaderException {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        Result result = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
        if (!"]Q1".equals(result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER))) {
            throw new AssertionError("the symbol carries a character set marker (ECI)");
        }
        return result.getText();
    }

    private static String run(List<String> command, Path picture) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.add(picture.toString());
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command.get(0) + " does not end");
        }
        int at = said.indexOf("HTTP");
        return at < 0 ? "nothing" : said.substring(at).split("[\\s\"]")[0];
    }
}
