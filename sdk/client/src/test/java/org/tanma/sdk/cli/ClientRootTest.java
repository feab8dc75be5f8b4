// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleValue;
import org.tanma.sdk.node.FakeNode;
import org.tanma.sdk.resolve.LoopbackNode;

class ClientRootTest {
    private static final String MIXED = """
            {"template":"device","accepted":2,"rejected":1,"rows":[
              {"row":1,"status":"registered","handle":"88.118.1/KILN-1","violations":[]},
              {"row":2,"status":"unchanged","handle":"88.118.1/KILN-2","violations":[]},
              {"row":3,"status":"rejected","violations":[
                {"path":"ratedPowerKw","given":"15OkW","allowed":"a decimal number in kW","hint":"A letter O?"},
                {"path":"name","given":"","allowed":"1 to 100 characters","hint":""}]}]}
            """;

    @TempDir
    private Path directory;

    private FakeNode web;
    private LoopbackNode handles;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws Exception {
        web = FakeNode.start();
        handles = LoopbackNode.start();
        handles.add(
                "88.118.1/KILN-1",
                HandleValue.text(2000, "NAME", "1号回转窑", 0),
                HandleValue.text(1, "URL", "https://example.invalid/\u001b[2J", 0));
    }

    private static final String EXPLAINED = """
            {"kind":"gtin","kindTitle":"GTIN (trade item)","canonical":"https://id.gs1.org/01/04006381333931",
             "state":"active","handle":"88.118.1/CEM","version":3,
             "template":{"title":"Product","version":"1.0.0","handle":"88.118/TEMPLATE.PRODUCT"},
             "equivalents":[{"kindTitle":"DID","text":"did:web:a.example"}],
             "described":[{"name":"Mass","value":"50","unit":"kg"},
                          {"name":"Cement kind","value":"P.O","meaning":"ordinary"}]}
            """;

    @AfterEach
    void stop() throws Exception {
        web.close();
        handles.close();
    }

    @Test
    void resolve_printsValues() {
        assertThat(run("resolve", "88.118.1/KILN-1", "--server", handles.url())).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "88.118.1/KILN-1", "   1  URL   https://example.invalid/\\u001b[2J", "2000  NAME  1号回转窑");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void resolve_json_isOneLine() {
        assertThat(run("resolve", "88.118.1/KILN-1", "--server", handles.url(), "--type", "NAME", "--json"))
                .isZero();
        assertThat(out.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"responseCode\":1,")
                        .contains("1号回转窑")
                        .doesNotContain("URL"));
    }

    @Test
    void resolve_unknown_isRefused() {
        assertThat(run("resolve", "88.118.1/NOTHING", "--server", handles.url()))
                .isEqualTo(1);
        assertThat(err).hasToString("88.118.1/NOTHING: there is no such handle at " + handles.url() + ".\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void resolve_noneOfTheWantedValues_saysSo() {
        assertThat(run("resolve", "88.118.1/KILN-1", "--server", handles.url(), "--index", "7"))
                .isZero();
        assertThat(err.toString()).contains("no value that was asked for");
    }

    @Test
    void resolve_noHandle_isMisuse() {
        assertThat(run("resolve", "KILN-1", "--server", handles.url())).isEqualTo(2);
        assertThat(err.toString()).startsWith("'KILN-1' is no identifier of a kind known");
        assertThat(run("resolve", "88.118.1")).isEqualTo(2);
        assertThat(err.toString()).contains("no slash stands between prefix and suffix", "0.NA/88.118.1");
    }

    @Test
    void resolve_wrongCheckDigit_isMisuse_withoutAskingAnybody() {
        assertThat(run("resolve", "4006381333932", "--url", web.url())).isEqualTo(2);
        assertThat(err.toString()).contains("the digits before it give 1", "4006381333931");
        assertThat(web.isUntouched()).isTrue();
    }

    @Test
    void resolve_otherKind_asksTheWebPort_andPrintsWhatItSays() {
        web.answer(200, "application/json", EXPLAINED);

        assertThat(run("resolve", "https://id.gs1.org/01/04006381333931?17=1", "--url", web.url()))
                .isZero();

        assertThat(web.received().target())
                .isEqualTo("/resolve?id=https%3A%2F%2Fid.gs1.org%2F01%2F04006381333931%3F17%3D1");
        assertThat(out.toString().lines())
                .containsExactly(
                        "Kind           GTIN (trade item)",
                        "Canonical key  https://id.gs1.org/01/04006381333931",
                        "Record         88.118.1/CEM (version 3)",
                        "Template       Product 1.0.0 (88.118/TEMPLATE.PRODUCT)",
                        "Same thing     DID: did:web:a.example",
                        "Mass           50 kg",
                        "Cement kind    ordinary (P.O)");
    }

    @Test
    void resolve_explainedHandle_inJson_isTheNodesAnswer() {
        web.answer(410, "application/json", "{\"kind\":\"handle\",\"state\":\"retired\"}");
        assertThat(run("resolve", "88.118.1/CEM", "--explain", "--json", "--url", web.url()))
                .isZero();
        assertThat(out).hasToString("{\"kind\":\"handle\",\"state\":\"retired\"}\n");
    }

    @Test
    void resolve_otherKindUnknown_isRefused() {
        web.answer(404, "application/problem+json", "{\"title\":\"Not registered here\",\"detail\":\"No record.\"}");
        assertThat(run("resolve", "did:web:a.example", "--url", web.url())).isEqualTo(1);
        assertThat(err.toString()).contains("No record.");
    }

    @Test
    void resolve_nodeNotRunning_isOneSentence() throws Exception {
        web.close();
        assertThat(run("resolve", "88.118.1/KILN-1", "--server", web.url())).isEqualTo(1);
        assertThat(err)
                .hasToString("No node answers at " + web.url() + "; start one with ./tanma up, or name another one"
                        + " (see ./tanma resolve --help).\n");
    }

    @Test
    void register_mixed_saysWhichRowsAndWhy() throws Exception {
        web.answer(207, "application/json", MIXED);
        assertThat(run("register", csv(), "--template", "device", "--url", web.url(), "--user", "cement:secret"))
                .isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "Row 3 was refused:",
                        "  ratedPowerKw: '15OkW' was given. Allowed: a decimal number in kW. A letter O?",
                        "  name: nothing was given. Allowed: 1 to 100 characters.",
                        "1 identifiers assigned, 1 rows already there, 1 rows refused.");
        assertThat(err.toString()).startsWith("Sending ").doesNotContain("secret");
        assertThat(web.received().authorization()).startsWith("Basic ");
    }

    @Test
    void register_accountWithoutPassword_isLookedUpInTheAccountsFile() throws Exception {
        Path accounts = Files.writeString(
                directory.resolve("accounts.json"), "[{\"name\":\"cement\",\"password\":\"secret\"}]");
        web.answer(207, "application/json", MIXED);
        assertThat(run(
                        "register",
                        csv(),
                        "--template",
                        "device",
                        "--url",
                        web.url(),
                        "--user",
                        "cement",
                        "--accounts",
                        accounts.toString()))
                .isEqualTo(1);
        assertThat(web.received().authorization()).isEqualTo("Basic Y2VtZW50OnNlY3JldA==");
        assertThat(run(
                        "register",
                        csv(),
                        "--template",
                        "device",
                        "--url",
                        web.url(),
                        "--user",
                        "steel",
                        "--accounts",
                        accounts.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--user steel: no password was given", accounts.toString());
    }

    @Test
    void issue_withoutAnEvaluation_needsEnterpriseAndYear() {
        assertThat(run("issue", "--url", web.url())).isEqualTo(2);
        assertThat(run("issue", "--enterprise", "88.118.1/ENTERPRISE", "--url", web.url()))
                .isEqualTo(2);
        assertThat(run("issue", "ev-1", "--year", "2025", "--url", web.url())).isEqualTo(2);
        assertThat(err.toString()).contains("Name either an evaluation by its id, or --enterprise and --year.");
    }

    @Test
    void register_inChinese() throws Exception {
        web.answer(207, "application/json", MIXED);
        assertThat(run("register", csv(), "--template", "device", "--url", web.url(), "--lang", "zh"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("第 3 行被拒绝：")
                .contains("ratedPowerKw：给出的是“15OkW”。应为：a decimal number in kW。A letter O?")
                .contains("分配了 1 个标识，1 行早已存在，1 行被拒绝。");
        assertThat(web.received().language()).isEqualTo("zh");
    }

    @Test
    void register_asJob_followsItToItsEnd() throws Exception {
        web.answer(202, "application/json", """
                {"id":"7","state":"done","message":"Done.","dryRun":false,
                 "rows":{"read":3,"registered":2,"unchanged":0,"refused":1}}
                """);
        assertThat(run("register", csv(), "--template", "device", "--job", "--url", web.url()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("Done.")
                .contains("2 identifiers assigned")
                .contains("1 rows refused");
        assertThat(err.toString()).contains("register --continue 7 --errors FILE");
    }

    @Test
    void register_withoutTemplate_isMisused() throws Exception {
        assertThat(run("register", csv(), "--url", web.url())).isEqualTo(2);
        assertThat(err.toString()).contains("--template NAME");
        assertThat(web.isUntouched()).isTrue();
    }

    @Test
    void register_json_isTheReport() throws Exception {
        web.answer(201, "application/json", "{\"accepted\":1,\"rejected\":0,\"rows\":[]}");
        assertThat(run("register", csv(), "--template", "device", "--url", web.url(), "--json", "--dry-run"))
                .isZero();
        assertThat(out).hasToString("{\"accepted\":1,\"rejected\":0,\"rows\":[]}\n");
        assertThat(web.received().target()).endsWith("template=device&atomic=false&dryRun=true");
    }

    @Test
    void register_atomic_saysThatNothingWasStored() throws Exception {
        web.answer(422, "application/json", MIXED);
        assertThat(run("register", csv(), "--template", "device", "--url", web.url(), "--atomic"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("Nothing was stored, because 1 rows were refused");
    }

    @Test
    void register_problem_isToldWithItsViolations() throws Exception {
        web.answer(404, "application/problem+json", """
                {"title":"Unknown template","detail":"There is no template 'devise'.","violations":[
                  {"path":"template","given":"devise","allowed":"enterprise, device","hint":""}]}
                """);
        assertThat(run("register", csv(), "--template", "devise", "--url", web.url()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .endsWith(
                        "The node refused: There is no template 'devise'.",
                        "  template: 'devise' was given. Allowed: enterprise, device.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void register_problemAsJson_isTheNodesOwnDocument() throws Exception {
        web.answer(400, "application/problem+json", "{\"title\":\"Bad request\",\"detail\":\"It is empty.\"}");
        assertThat(run("register", csv(), "--template", "device", "--url", web.url(), "--json"))
                .isEqualTo(1);
        assertThat(out.toString().strip()).isEqualTo("{\"title\":\"Bad request\",\"detail\":\"It is empty.\"}");
        assertThat(err.toString()).contains("The node refused: It is empty.");
    }

    @Test
    void register_fileMissing_isMisuseAndSendsNothing() {
        String missing = directory.resolve("none.csv").toString();
        assertThat(run("register", missing, "--template", "device", "--url", web.url()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no file " + missing);
        assertThat(web.isUntouched()).isTrue();
    }

    @Test
    void register_malformedOptions_areMisuse() throws Exception {
        assertThat(run("register", csv(), "--template", "d", "--url", "127.0.0.1"))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("'127.0.0.1' is no address of a node; write it like http://127.0.0.1:8080.");
        assertThat(run("register", csv(), "--template", "d", "--user", "cement"))
                .isEqualTo(2);
        assertThat(run("register", csv(), "--template", "d", "--lang", "fr")).isEqualTo(2);
        assertThat(run("register", csv())).isEqualTo(2);
        assertThat(web.isUntouched()).isTrue();
    }

    @Test
    void report_saysHowManyRows() throws Exception {
        web.answer(207, "application/json", MIXED);
        assertThat(run("report", csv(), "--enterprise", "88.118.1/ENTERPRISE", "--url", web.url(), "--token", "t"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("Row 3 was refused:").endsWith("2 rows accepted, 1 refused.\n");
        assertThat(web.received().authorization()).isEqualTo("Bearer t");
    }

    @Test
    void evaluate_graded_printsTotalGradeCausesAndTheNextStep() {
        web.answer(201, "application/json", """
                {"id":"ev-1","enterprise":{"handle":"88.118.1/ENTERPRISE","nameZh":"示范水泥","nameEn":"Demo Cement"},
                 "year":2025,
                 "totals":{"total":{"value":"1234567.891","unit":"tCO2e"},"scope1":{"value":"1200000","unit":"tCO2e"},
                           "scope2":{"value":"34567.891","unit":"tCO2e"}},
                 "sources":[
                   {"label":{"zh":"熟料","en":"clinker"},"emission":{"value":"700000.5","unit":"tCO2e"},"share":"0.56700"},
                   {"label":{"zh":"煤","en":"coal"},"emission":{"value":"3","unit":"tCO2e"},"share":"0.2"},
                   {"label":{"zh":"电","en":"power"},"emission":{"value":"2","unit":"tCO2e"},"share":"0.1"},
                   {"label":{"zh":"热","en":"heat"},"emission":{"value":"1","unit":"tCO2e"},"share":"0.05"}],
                 "grade":{"status":"graded","reasons":[],"graded":{
                   "grade":{"rank":2,"label":{"zh":"二级","en":"two"}},"level":{"rank":1,"label":{"zh":"低碳","en":"low carbon"}},
                   "intensity":{"value":"1.5","unit":"tCO2/10^4 CNY"},"average":{"value":"2","unit":"tCO2/10^4 CNY"},
                   "ratio":"0.75","toBetterGrade":{"value":"812.25","unit":"tCO2"}}},
                 "notices":[{"zh":"示范数据","en":"demonstration data"}]}
                """);
        assertThat(evaluate("--lang", "en")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "Evaluation ev-1: Demo Cement (88.118.1/ENTERPRISE), 2025",
                        "Emissions 1234570 tCO2e: direct 1200000 tCO2e, purchased energy 34567.9 tCO2e.",
                        "Largest sources:",
                        "  clinker: 700001 tCO2e (56.7 %)",
                        "  coal: 3 tCO2e (20.0 %)",
                        "  power: 2 tCO2e (10.0 %)",
                        "Grade 2 (two), level low carbon.",
                        "Intensity 1.5 tCO2/10^4 CNY; mean of the industry 2 tCO2/10^4 CNY; ratio 0.75.",
                        "The next better grade is 812.25 tCO2 away.",
                        "Note: demonstration data");
        assertThat(err.toString()).contains("./tanma issue ev-1");
        assertThat(evaluate("--lang", "zh")).isZero();
        assertThat(out.toString()).contains("评价 ev-1：示范水泥").contains("等级 2（二级），水平 低碳。");
    }

    @Test
    void evaluate_notGradable_saysWhyAndOffersNoCode() {
        web.answer(201, "application/json", """
                {"id":"ev-2","grade":{"status":"not-gradable","graded":null,"reasons":[
                  {"code":"no-peers","what":{"zh":"同行","en":"peers"},"given":"","allowed":"a peer set for 2025"}]}}
                """);
        assertThat(evaluate()).isZero();
        assertThat(out.toString())
                .contains("No grade can be given:", "  peers: nothing was given. Allowed: a peer set for 2025.")
                .contains("Emissions –: direct –");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void evaluate_incompleteWithNothingAllowed_saysOnlyWhatToDo() {
        web.answer(422, "application/problem+json", """
                {"title":"Incomplete","detail":"1 thing is missing.","status":422,"violations":[
                  {"path":"2025-03/electricity","given":"","allowed":"","hint":"no reading; report the month"}]}
                """);
        assertThat(evaluate()).isEqualTo(1);
        assertThat(err.toString()).contains("  2025-03/electricity: no reading; report the month");
    }

    @Test
    void evaluate_incomplete_saysWhatIsMissing() {
        web.answer(422, "application/problem+json", """
                {"title":"Incomplete","detail":"2 things are missing.","status":422,"violations":[
                  {"path":"2025-03/electricity","given":"","allowed":"a reading","hint":"The meter is M-1."}]}
                """);
        assertThat(evaluate()).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "The node refused: 2 things are missing.",
                        "  2025-03/electricity: nothing was given. Allowed: a reading. The meter is M-1.");
    }

    @Test
    void issue_printsTokenAndAddress() {
        web.answer(
                201,
                "application/json",
                "{\"token\":\"ABC\",\"version\":1,\"url\":\"HTTP://X/C/ABC\",\"handle\":\"88.118.1/C-ABC\"}");
        assertThat(run("issue", "ev-1", "--url", web.url())).isZero();
        assertThat(out).hasToString("Code ABC, version 1, published as 88.118.1/C-ABC:\nHTTP://X/C/ABC\n");
        assertThat(run("issue", "ev-1", "--valid-until", "tomorrow", "--url", web.url()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("'tomorrow' is no instant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "register", "report", "collect", "evaluate", "issue"})
    void help_hasTextForEverythingAndAnExample(String command) {
        for (String language : new String[] {"en", "zh"}) {
            out.getBuffer().setLength(0);
            assertThat(run(command, "--help", "--lang", language)).isZero();
            assertThat(out.toString())
                    .contains("./tanma " + command + " ")
                    .contains(Messages.choose(new String[] {"--lang", language}, Map.of())
                            .text(command + ".description"))
                    .doesNotContain("''")
                    .doesNotContain("${");
        }
    }

    @Test
    void help_ofTheRoot_listsCommandsInTheLanguageOfTheEnvironment() {
        assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), "--help")).isZero();
        assertThat(out.toString()).contains("resolve").contains("由文件注册标识。");
    }

    private String csv() throws Exception {
        return Files.writeString(directory.resolve("kilns.csv"), "name,ratedPowerKw\n窑,1500\n")
                .toString();
    }

    private int evaluate(String... more) {
        String[] arguments = {"evaluate", "--enterprise", "88.118.1/ENTERPRISE", "--year", "2025", "--url", web.url()};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    private int run(String... arguments) {
        return run(Map.of("LANG", "C.UTF-8"), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return ClientRoot.run(arguments, environment, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
