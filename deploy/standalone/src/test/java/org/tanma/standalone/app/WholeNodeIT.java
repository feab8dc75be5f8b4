// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.sdk.resolve.TanmaClient;
import tools.jackson.databind.JsonNode;

/** The packaged node, as its users meet it: only its ports, its command line and its pages. */
class WholeNodeIT {
    private static final String PREFIX = "88.118.77";

    @TempDir
    static Path directory;

    private static StandaloneProcess node;
    private static WebCalls operator;
    private static WebCalls regulator;

    @BeforeAll
    static void start() throws IOException {
        node = StandaloneProcess.up(directory.resolve("data"));
        operator = new WebCalls(node.url("web"), node.account("operator"));
        regulator = new WebCalls(node.url("web"), node.account("regulator"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        assertThat(node.stop()).as("exit code of SIGTERM").isEqualTo(143);
    }

    /** Sample file of the cement enterprise, moved under another prefix and made an enterprise like any other. */
    private static String moved(String file) {
        return new String(SampleFiles.find("cement/" + file).orElseThrow(), StandardCharsets.UTF_8)
                .replace("88.118.1/", PREFIX + "/");
    }

    @Test
    void enterprise_goesTheWholeWay_fromRegistrationToACodeOnAPhone() throws Exception {
        for (var file :
                List.of("enterprise.csv:enterprise", "devices.csv:cement-device", "products.csv:cement-product")) {
            String[] parts = file.split(":");
            var report = operator.post("/api/v1/registrations?template=" + parts[1], "text/csv", moved(parts[0]));
            assertThat(report.status()).as(report.text()).isEqualTo(201);
        }
        assertKilnResolvesEverywhere();

        var reported = operator.post(
                "/api/v1/activity-data?enterprise=" + PREFIX + "/ENTERPRISE", "text/csv", moved("activity-data.csv"));
        assertThat(reported.status()).as(reported.text()).isEqualTo(201);

        var evaluated = operator.post(
                "/api/v1/evaluations",
                "application/json",
                "{\"enterprise\":\"" + PREFIX + "/ENTERPRISE\",\"year\":2025}");
        assertThat(evaluated.status()).as(evaluated.text()).isEqualTo(201);
        String evaluation = evaluated.json().get("id").asString();
        var replay = operator.getSignedIn("/api/v1/evaluations/" + evaluation + "/replay");
        assertThat(replay.text()).contains(evaluation).contains("true");

        var issued = operator.post("/api/v1/codes", "application/json", "{\"evaluation\":\"" + evaluation + "\"}");
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        String token = issued.json().get("token").asString();
        assertCodeOpens(token);
        assertCodeResolves(PREFIX + "/C-" + token);
        assertThat(qrText(token)).isEqualTo(node.url("web").toUpperCase(java.util.Locale.ROOT) + "/C/" + token);

        var revoked = regulator.post(
                "/api/v1/codes/" + token + "/revocation", "application/json", "{\"reason\":\"meter found faulty\"}");
        assertThat(revoked.status()).as(revoked.text()).isBetween(200, 201);
        assertThat(operator.get("/c/" + token, "Accept-Language", "zh").text()).contains("已撤销");
    }

    private static void assertKilnResolvesEverywhere() {
        for (String face : List.of(node.url("handle"), node.url("handle") + "?transport=tcp", node.url("http"))) {
            try (TanmaClient client = TanmaClient.connect(face)) {
                HandleRecord record = client.resolve(PREFIX + "/KILN-1").orElseThrow();
                assertThat(record.findByType("deviceKind").map(HandleValue::dataAsText))
                        .as(face)
                        .hasValue("kiln");
                assertThat(client.resolve(PREFIX + "/NO-SUCH-THING")).isEmpty();
            }
        }
    }

    private static void assertCodeOpens(String token) throws Exception {
        var chinese = operator.get("/c/" + token, "Accept-Language", "zh-CN");
        assertThat(chinese.status()).isEqualTo(200);
        assertThat(chinese.text()).contains("lang=\"zh-CN\"", "有效").doesNotContain("<script");
        var english = operator.get("/C/" + token, "Accept-Language", "en");
        assertThat(english.text()).contains("lang=\"en\"", "Valid").doesNotContain("<script");
        assertThat(operator.get("/c/00000000000000000000").status()).isEqualTo(404);
    }

    private static void assertCodeResolves(String handle) {
        try (TanmaClient client = TanmaClient.connect(node.url("handle"))) {
            HandleRecord record = client.resolve(handle).orElseThrow();
            assertThat(record.findByType("efficiencyGrade").map(HandleValue::dataAsText))
                    .hasValueSatisfying(grade -> assertThat(grade).matches("[1-5]"));
        }
    }

    private static String qrText(String token) throws Exception {
        var png = operator.get("/api/v1/codes/" + token + "/qr.png");
        assertThat(png.status()).isEqualTo(200);
        var image = ImageIO.read(new ByteArrayInputStream(png.octets()));
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no QR symbol in the PNG", e);
        }
    }

    @Test
    void announcement_namesWhatAnswers() throws Exception {
        JsonNode said = node.announcement();
        assertThat(said.get("codes").size()).isPositive();
        assertThat(operator.get("/").status()).isEqualTo(200);
        assertThat(operator.get("/openapi.json").json().get("paths").size()).isGreaterThan(10);
        assertThat(operator.get("/api/v1/status").json().get("status").asString())
                .isEqualTo("up");
        for (String kind : List.of("enterprise", "device", "product", "label")) {
            try (TanmaClient client = TanmaClient.connect(node.url("handle"))) {
                assertThat(client.resolve(node.identifier(kind))).as(kind).isPresent();
            }
        }
    }

    @Test
    void apiDescription_saysOfEveryOperationWhatComesBack() throws Exception {
        JsonNode api = operator.get("/openapi.json").json();
        for (JsonNode path : api.get("paths")) {
            path.forEachEntry((method, operation) -> {
                String name = operation.path("operationId").asString();
                JsonNode responses = operation.get("responses");
                assertThat(operation.path("summary").asString("")).as(name).isNotEmpty();
                assertThat(responses.propertyNames()).as(name).anyMatch(code -> code.startsWith("2"));
                responses.forEachEntry((code, response) -> {
                    if (code.startsWith("4")) {
                        assertThat(response.get("content").propertyNames())
                                .as(name + " " + code)
                                .containsExactly("application/problem+json");
                    }
                });
                assertThat(operation.get("security").size()).as(name).isEqualTo(method.equals("post") ? 2 : 3);
            });
        }
        assertThat(api.get("components").get("schemas").has("Problem")).isTrue();
    }

    @Test
    void writing_asksForAnAccount_andOnlyUnderOwnPrefix() throws Exception {
        String row = "handle,deviceName,deviceKind,enterprise\n88.118.2/X-1,x,kiln,88.118.2/ENTERPRISE\n";
        String path = "/api/v1/registrations?template=device";
        var nobody = new WebCalls(node.url("web"), "nobody:wrong-password").post(path, "text/csv", row);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.json().get("type").asString()).isEqualTo("urn:tanma:problem:not-signed-in");
        var other = new WebCalls(node.url("web"), node.account("cement")).post(path, "text/csv", row);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.text()).contains("88.118.2");
    }

    @Test
    void metrics_areForThisMachine_andWhatAProxyPassesOnAsksForTheOperator() throws Exception {
        var here = operator.get("/metrics");
        assertThat(here.status()).as(here.text()).isEqualTo(200);
        assertThat(here.text()).contains("resolver_workers_queue_tasks", "resolver_answered_requests_total");
        var elsewhere = operator.get("/metrics", "X-Forwarded-For", "192.0.2.1");
        assertThat(elsewhere.status()).isEqualTo(401);
        assertThat(elsewhere.json().get("detail").asString()).contains("operator");
        assertThat(forwarded("operator").status()).isEqualTo(200);
        assertThat(forwarded("regulator").status()).isEqualTo(403);
    }

    private static WebCalls.Answer forwarded(String account) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString(node.account(account).getBytes(StandardCharsets.UTF_8));
        return operator.get("/metrics", "X-Forwarded-For", "192.0.2.1", "Authorization", "Basic " + credentials);
    }

    @Test
    void keptAliveConnections_areReadOn_howeverSoonTheNextRequestComes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<List<Integer>>> callers = Collections.nCopies(16, WholeNodeIT::askRefusedAndAgain);
            for (var answers : threads.invokeAll(callers)) {
                assertThat(answers.get()).hasSize(60).containsOnly(200, 401);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A refusal ends on the connection's own thread, an answer on another, so that the next request finds either. */
    private static List<Integer> askRefusedAndAgain() throws Exception {
        WebCalls caller = new WebCalls(node.url("web"), node.account("operator"));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(caller.get("/metrics").status());
            statuses.add(caller.get("/metrics", "X-Forwarded-For", "192.0.2.1").status());
            statuses.add(caller.get("/metrics").status());
        }
        return statuses;
    }

    @Test
    void garbage_byUdp_harmsNobody() throws Exception {
        int port = node.announcement().get("ports").get("handle").asInt();
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int length : new int[] {0, 1, 19, 20, 43, 44}) {
                socket.send(new DatagramPacket(new byte[length], length, InetAddress.getLoopbackAddress(), port));
            }
        }
        try (TanmaClient client = TanmaClient.connect(node.url("handle"))) {
            assertThat(client.resolve("0.NA/88.118")).isPresent();
        }
    }

    @Test
    void secondNode_onTheSameData_isRefusedInOneSentence() throws Exception {
        var second = StandaloneProcess.run(
                "up", "--data", directory.resolve("data").toString(), "--web-port", "0", "--http-port", "0");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
                .startsWith("tanma: Another node is running on the data directory")
                .hasLineCount(1);
    }

    @Test
    void refusal_isInTheLanguageOfTheEnvironment() throws Exception {
        var second = StandaloneProcess.runIn(
                "zh_CN.UTF-8", "up", "--data", directory.resolve("data").toString(), "--web-port", "0");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).startsWith("tanma: 数据目录 ").contains("上已有节点在运行").hasLineCount(1);
    }

    @Test
    void wrongSiteFile_isNamedInOneSentence_ofEitherLanguage() throws Exception {
        Path wrong = java.nio.file.Files.writeString(directory.resolve("siteinfo.bin"), "no site");
        String[] up = {
            "up",
            "--empty",
            "--no-dns",
            "--handle-port",
            "0",
            "--http-port",
            "0",
            "--web-port",
            "0",
            "--site",
            wrong.toString()
        };
        for (var language : List.of("zh:内容不是站点信息", "en:holds no site")) {
            String[] parts = language.split(":");
            List<String> arguments = new ArrayList<>(List.of(up));
            arguments.addAll(List.of(
                    "--lang", parts[0], "--data", directory.resolve(parts[0]).toString()));
            var refused = StandaloneProcess.run(arguments.toArray(String[]::new));
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("tanma: --site " + wrong)
                    .contains(parts[1])
                    .hasLineCount(1);
        }
    }

    @Test
    void takenPort_isNamedInOneSentence() throws Exception {
        int taken = node.announcement().get("ports").get("web").asInt();
        var second = StandaloneProcess.run(
                "up",
                "--data",
                directory.resolve("other").toString(),
                "--no-dns",
                "--web-port",
                Integer.toString(taken),
                "--handle-port",
                "0",
                "--http-port",
                "0");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("TCP port " + taken, "--web-port").hasLineCount(1);
    }

    @Test
    void onePortTwice_isRefusedInOneSentence() throws Exception {
        var refused = StandaloneProcess.run(
                "up",
                "--data",
                directory.resolve("one").toString(),
                "--http-port",
                "18000",
                "--web-port",
                "18000",
                "--no-dns");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("must be different ports").hasLineCount(1);
    }

    @Test
    void prefixThatIsNone_isRefusedInOneSentence() throws Exception {
        var refused = StandaloneProcess.run(
                "up", "--data", directory.resolve("none").toString(), "--empty", "--prefix", "a b");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("--prefix", "a b", "88.118").hasLineCount(1);
    }

    @Test
    void requestsThatMissTheApi_areAnsweredInItsWords() throws Exception {
        WebCalls web = new WebCalls(node.url("web"), node.account("cement"));
        assertThat(web.get("/api/v1/nope", "Accept-Language", "en")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("There is nothing at /api/v1/nope.");
        assertThat(web.get("/api/v1/nope").json().get("detail").asString()).isEqualTo("/api/v1/nope 处没有内容。");
        String path = "/api/v1/evaluations";
        var unknown = web.post(path, "application/json", "{\"enterprise\":\"88.118.1/ENTERPRISE\",\"yaer\":2025}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().get("violations").get(0).get("path").asString())
                .isEqualTo("yaer");
        var empty = web.post("/api/v1/activity-data?enterprise=88.118.1/ENTERPRISE", "text/csv", "");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().get("detail").asString()).contains("文件为空");
    }

    @Test
    void unreachableDatabase_isNamedInOneSentence() throws Exception {
        var refused = StandaloneProcess.run(
                "up",
                "--data",
                directory.resolve("pg").toString(),
                "--no-dns",
                "--web-port",
                "0",
                "--handle-port",
                "0",
                "--http-port",
                "0",
                "--database",
                "jdbc:postgresql://127.0.0.1:1/tanma");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("tanma: The database")
                .contains("127.0.0.1:1")
                .hasLineCount(1);
    }

    @Test
    void unusableDirectory_isNamedInOneSentence() throws Exception {
        Path file = java.nio.file.Files.writeString(directory.resolve("a-file"), "x");
        var refused = StandaloneProcess.run("up", "--data", file.resolve("data").toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).startsWith("tanma: The data directory").hasLineCount(1);
    }
}
