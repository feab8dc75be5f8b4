// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.limit.PeerLimits;
import org.tanma.resolver.limit.RateLimit;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.FaceCounts;
import org.tanma.resolver.meter.Operation;
import org.tanma.resolver.net.dns.DnsResponder;
import org.tanma.resolver.oid.OidRequest;
import org.tanma.resolver.oid.OrsRoom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.HINFORecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** The DNS face over real sockets, asked by a client of others (dnsjava), by {@code dig} where there is one, and by hand. */
class DnsFaceTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String APEX = OrsRoom.APEX;
    private static final String KILN = OrsRoom.KILN;
    private static final int TIMEOUT_MILLIS = 20_000;

    @TempDir
    static Path folder;

    private static OrsRoom room;
    private static RunningFaces running;
    private static int port;

    @BeforeAll
    static void open() {
        room = new OrsRoom(folder);
        running = RunningFaces.start();
        port = running.faces.openDns(0, new DnsResponder(room.zone));
    }

    @AfterAll
    static void close() {
        running.close();
        room.close();
    }

    private static Message query(String name, int type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
    }

    private static Message ask(Message query, boolean isTcp) throws IOException {
        SimpleResolver client = new SimpleResolver(new InetSocketAddress(LOOPBACK, port));
        client.setTCP(isTcp);
        client.setTimeout(Duration.ofMillis(TIMEOUT_MILLIS));
        return client.send(query);
    }

    private static Message ask(String name, int type) throws IOException {
        return ask(query(name, type), false);
    }

    private static List<Record> answers(Message message) {
        return message.getSection(Section.ANSWER);
    }

    private static byte[] exchange(byte[] question, int on) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.send(new DatagramPacket(question, question.length, LOOPBACK, on));
            DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    @Nested
    class Answers {
        @ParameterizedTest
        @CsvSource({"false", "true"})
        void naptr_namesTheThreeServices(boolean isTcp) throws Exception {
            Message answer = ask(query(KILN, Type.NAPTR), isTcp);
            assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
            assertThat(answer.getHeader().getFlag(Flags.RA)).isFalse();
            assertThat(answer.getHeader().getFlag(Flags.TC)).isFalse();
            assertThat(answers(answer)).allSatisfy(record -> {
                NAPTRRecord naptr = (NAPTRRecord) record;
                assertThat(naptr.getFlags()).isEqualTo("u");
                assertThat(naptr.getOrder()).isEqualTo(100);
                assertThat(naptr.getReplacement()).isEqualTo(Name.root);
                assertThat(naptr.getName().toString(true)).isEqualTo(KILN);
            });
            assertThat(answers(answer))
                    .extracting(
                            record -> ((NAPTRRecord) record).getService() + " " + ((NAPTRRecord) record).getRegexp())
                    .containsExactly(
                            "ORS+COID !^.*$!/2/999/7/5/1!",
                            "ORS+CINF !^.*$!https://id.example.com/oid/2.999.7.5.1/cinf.xml!",
                            "ORS+RINF !^.*$!https://id.example.com/oid/2.999.7.5.1/rinf.xml!");
        }

        @Test
        void naptr_ofAnEnterprise_ofTheArc_andByALabel() throws Exception {
            assertThat(answers(ask("5." + APEX, Type.NAPTR))).hasSize(3);
            assertThat(answers(ask(APEX, Type.NAPTR))).hasSize(3);
            assertThat(answers(ask(java.net.IDN.toASCII("窑炉") + ".5." + APEX, Type.NAPTR)))
                    .extracting(record -> ((NAPTRRecord) record).getRegexp())
                    .contains("!^.*$!/2/999/7/5/1!");
        }

        @Test
        void txt_hasTheHandle() throws Exception {
            assertThat(((TXTRecord) answers(ask(KILN, Type.TXT)).get(0)).getStrings())
                    .containsExactly("hdl:88.118.5/KILN-1");
        }

        @Test
        void apex_hasItsAuthorityAndNameServer_whoseAddressIsKnown() throws Exception {
            SOARecord soa = (SOARecord) answers(ask(APEX, Type.SOA)).get(0);
            assertThat(soa.getHost().toString(true)).isEqualTo("ns." + APEX);
            assertThat(soa.getAdmin().toString(true)).isEqualTo("hostmaster." + APEX);
            Message servers = ask(APEX, Type.NS);
            assertThat(answers(servers).get(0).rdataToString()).isEqualTo("ns." + APEX + ".");
            assertThat(servers.getSection(Section.ADDITIONAL).get(0).rdataToString())
                    .isEqualTo("127.0.0.1");
            assertThat(answers(ask("ns." + APEX, Type.A)).get(0).rdataToString())
                    .isEqualTo("127.0.0.1");
            assertThat(answers(ask("ns." + APEX, Type.AAAA))).isEmpty();
        }

        /** RFC 8482, section 4.2. */
        @Test
        void any_isAnsweredWithOneSmallRecord() throws Exception {
            Message answer = ask(KILN, Type.ANY);
            assertThat(answers(answer)).hasSize(1);
            assertThat(((HINFORecord) answers(answer).get(0)).getCPU()).isEqualTo("RFC8482");
        }

        @Test
        void name_isRepeatedInTheCaseItWasAskedIn() throws Exception {
            String mixed = "1.5.7.999.2.OiD-rEs.oRG";
            Message answer = ask(mixed, Type.NAPTR);
            assertThat(answer.getQuestion().getName().toString(true)).isEqualTo(mixed);
            assertThat(answers(answer).get(0).getName().toString(true)).isEqualTo(mixed);
        }

        @Test
        void node_allottedJustNow_isThere() throws Exception {
            String name = "4711.5." + APEX;
            assertThat(ask(name, Type.NAPTR).getRcode()).isEqualTo(Rcode.NXDOMAIN);
            room.put("88.118.5/KILN-2");
            room.registrar.allot(OidRequest.ofHandle("88.118.5/KILN-2").withArc("4711"), OrsRoom.OPERATOR);
            assertThat(ask(name, Type.NAPTR).getRcode()).isEqualTo(Rcode.NOERROR);
        }
    }

    @Nested
    class NegativeAnswers {
        @ParameterizedTest
        @CsvSource({
            "77.5.7.999.2.oid-res.org, NAPTR, NXDOMAIN",
            "01.5.7.999.2.oid-res.org, NAPTR, NXDOMAIN",
            "kiln.5.7.999.2.oid-res.org, NAPTR, NXDOMAIN",
            "1.5.7.999.2.oid-res.org, A, NOERROR",
            "5.7.999.2.oid-res.org, TXT, NOERROR",
            "5.7.999.2.oid-res.org, SOA, NOERROR"
        })
        void nothingThere_carriesTheStartOfAuthority(String name, String type, String code) throws Exception {
            Message answer = ask(name, Type.value(type));
            assertThat(Rcode.string(answer.getRcode())).isEqualTo(code);
            assertThat(answers(answer)).isEmpty();
            assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
            Record authority = answer.getSection(Section.AUTHORITY).get(0);
            assertThat(authority.getName().toString(true)).isEqualTo(APEX);
            assertThat(((SOARecord) authority).getMinimum()).isEqualTo(authority.getTTL());
        }

        @ParameterizedTest
        @CsvSource({"999.2.oid-res.org", "oid-res.org", "example.com", "8.999.2.oid-res.org", "17.999.2.oid-res.org"})
        void outsideTheZone_isRefusedWithoutAuthority(String name) throws Exception {
            Message answer = ask(name, Type.NAPTR);
            assertThat(answer.getRcode()).isEqualTo(Rcode.REFUSED);
            assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
            assertThat(answer.getSection(Section.AUTHORITY)).isEmpty();
        }

        @Test
        void otherClasses_andTransfers_areRefused() throws Exception {
            Message chaos =
                    Message.newQuery(Record.newRecord(Name.fromString("version.bind."), Type.TXT, DClass.CHAOS));
            assertThat(ask(chaos, false).getRcode()).isEqualTo(Rcode.REFUSED);
            byte[] transfer = exchange(query(APEX, Type.AXFR).toWire(), port);
            assertThat(new Message(transfer).getRcode()).isEqualTo(Rcode.REFUSED);
        }

        @Test
        void otherOperations_areNotImplemented() throws Exception {
            Message update = query(KILN, Type.NAPTR);
            update.getHeader().setOpcode(Opcode.NOTIFY);
            byte[] answer = exchange(update.toWire(), port);
            assertThat(new Message(answer).getRcode()).isEqualTo(Rcode.NOTIMP);
        }

        /** No question, two, a cut name, a pointer, a name too long, octets behind the end. */
        @ParameterizedTest
        @CsvSource({
            "000100000000000000000000",
            "000100000002000000000000013107393939000023000101310739393900002300010",
            "0001000000010000000000000131",
            "000100000001000000000000c00c00230001",
            "0001000000010000000000000131003f",
            "00010000000100000000000001310000230001ff",
            "000100000001000000000001013100002300010000290200"
        })
        void malformedQuestions_areAFormatError(String hex) throws Exception {
            byte[] question = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
            byte[] answer = exchange(question, port);
            assertThat(new Message(answer).getRcode()).isEqualTo(Rcode.FORMERR);
            assertThat(new Message(answer).getHeader().getID()).isEqualTo(1);
        }

        /** An answer to an answer would go back and forth for ever. */
        @Test
        void answersAndScraps_areNotAnswered() throws Exception {
            byte[] answer = query(KILN, Type.NAPTR).toWire();
            answer[2] |= (byte) 0x80;
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.setSoTimeout(TIMEOUT_MILLIS);
                for (byte[] scrap : List.of(answer, new byte[11], new byte[0])) {
                    socket.send(new DatagramPacket(scrap, scrap.length, LOOPBACK, port));
                }
                byte[] good = query(KILN, Type.TXT).toWire();
                socket.send(new DatagramPacket(good, good.length, LOOPBACK, port));
                DatagramPacket first = new DatagramPacket(new byte[1_000], 1_000);
                socket.receive(first);
                assertThat(new Message(Arrays.copyOf(first.getData(), first.getLength()))
                                .getHeader()
                                .getID())
                        .isEqualTo(new Message(good).getHeader().getID());
            }
        }

        @Test
        void aLabelWithADotInIt_isNotTwoLabels() throws Exception {
            Name name = Name.fromString("1\\.5." + APEX + ".");
            Message answer = ask(Message.newQuery(Record.newRecord(name, Type.NAPTR, DClass.IN)), false);
            assertThat(answer.getRcode()).isEqualTo(Rcode.NXDOMAIN);
            assertThat(answer.getQuestion().getName()).isEqualTo(name);
        }
    }

    @Nested
    class Extended {
        @Test
        void edns_isAnsweredWithItsOwnSize_withoutOptions() throws Exception {
            Message query = query(KILN, Type.NAPTR);
            query.addRecord(
                    new OPTRecord(4_096, 0, 0, ExtendedFlags.DO, new org.xbill.DNS.CookieOption(new byte[8])),
                    Section.ADDITIONAL);
            OPTRecord opt = ask(query, false).getOPT();
            assertThat(opt.getPayloadSize()).isEqualTo(1_232);
            assertThat(opt.getVersion()).isZero();
            assertThat(opt.getFlags()).isEqualTo(ExtendedFlags.DO);
            assertThat(opt.getOptions()).isEmpty();
        }

        @Test
        void edns_ofALaterVersion_isRefusedByThatCode() throws Exception {
            Message query = query(KILN, Type.NAPTR);
            query.addRecord(new OPTRecord(1_232, 0, 1), Section.ADDITIONAL);
            Message answer = new Message(exchange(query.toWire(), port));
            assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
            assertThat(answer.getOPT().getVersion()).isZero();
        }

        @Test
        void edns_twice_isAFormatError() throws Exception {
            Message query = query(KILN, Type.NAPTR);
            query.addRecord(new OPTRecord(1_232, 0, 0), Section.ADDITIONAL);
            query.addRecord(new OPTRecord(1_232, 0, 0), Section.ADDITIONAL);
            assertThat(new Message(exchange(query.toWire(), port)).getHeader().getRcode())
                    .isEqualTo(Rcode.FORMERR);
        }

        @Test
        void withoutEdns_thereIsNone() throws Exception {
            Message answer = new Message(exchange(query(KILN, Type.NAPTR).toWire(), port));
            assertThat(answer.getOPT()).isNull();
        }

        /** A handle so long that its TXT record needs more than a datagram. */
        @Test
        void answerTooLong_isCutByUdp_andWholeByTcp() throws Exception {
            String handle = "88.118.5/" + "长".repeat(300);
            room.put(handle);
            String name = room.allot(handle, "").oid().lastArc() + ".5." + APEX;
            Message cut = new Message(exchange(query(name, Type.TXT).toWire(), port));
            assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
            assertThat(answers(cut)).isEmpty();
            Message whole = ask(query(name, Type.TXT), false);
            assertThat(String.join("", strings((TXTRecord) answers(whole).get(0))))
                    .isEqualTo("hdl:" + handle);
            Message large = query(name, Type.TXT);
            large.addRecord(new OPTRecord(4_096, 0, 0), Section.ADDITIONAL);
            assertThat(exchange(large.toWire(), port)).hasSizeBetween(513, 1_232);
        }

        private List<String> strings(TXTRecord txt) {
            return txt.getStringsAsByteArrays().stream()
                    .map(octets -> new String(octets, StandardCharsets.UTF_8))
                    .toList();
        }
    }

    @Nested
    class Connections {
        @Test
        void questionsOnOneConnection_areAllAnswered_inOrder() throws Exception {
            try (Socket socket = new Socket(LOOPBACK, port)) {
                socket.setSoTimeout(TIMEOUT_MILLIS);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                List<Integer> asked = new ArrayList<>();
                java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
                DataOutputStream piece = new DataOutputStream(all);
                for (int i = 0; i < 200; i++) {
                    Message query = query(i % 3 == 0 ? 1_000 + i + ".5." + APEX : KILN, Type.NAPTR);
                    asked.add(query.getHeader().getID());
                    byte[] octets = query.toWire();
                    piece.writeShort(octets.length);
                    piece.write(octets);
                }
                byte[] octets = all.toByteArray();
                out.write(octets, 0, 3_001);
                out.flush();
                out.write(octets, 3_001, octets.length - 3_001);
                out.flush();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                List<Integer> answered = new ArrayList<>();
                for (int i = 0; i < asked.size(); i++) {
                    byte[] answer = new byte[in.readUnsignedShort()];
                    in.readFully(answer);
                    answered.add(new Message(answer).getHeader().getID());
                }
                assertThat(answered).isEqualTo(asked);
            }
        }

        @Test
        void whatIsNoQuestion_endsTheConnection() throws Exception {
            for (byte[] junk :
                    List.of(new byte[] {0, 3, 1, 2, 3}, new byte[] {0, 0}, new byte[] {(byte) 0xFF, -1, 0})) {
                try (Socket socket = new Socket(LOOPBACK, port)) {
                    socket.setSoTimeout(TIMEOUT_MILLIS);
                    socket.getOutputStream().write(junk);
                    assertThat(isEnded(socket)).isTrue();
                }
            }
        }

        private boolean isEnded(Socket socket) throws IOException {
            try {
                return socket.getInputStream().read() < 0;
            } catch (java.net.SocketException e) {
                return true;
            }
        }
    }

    /** What is over a network's rate is told to come by TCP, with no more octets than it sent, or not answered. */
    @Test
    void overTheRate_isSentToTcp() throws Exception {
        PeerLimits one = PeerLimits.DEFAULT.withDatagrams(new RateLimit(1, 1), 1);
        try (RunningFaces strict = RunningFaces.start(NetLimits.DEFAULT.withPeers(one), NetworkLists.of("", ""))) {
            int strictPort = strict.faces.openDns(0, new DnsResponder(room.zone));
            byte[] question = query(KILN, Type.NAPTR).toWire();
            assertThat(answers(new Message(exchange(question, strictPort)))).hasSize(3);
            byte[] second = exchange(question, strictPort);
            assertThat(second).hasSizeLessThanOrEqualTo(question.length);
            assertThat(new Message(second).getHeader().getFlag(Flags.TC)).isTrue();
            SimpleResolver client = new SimpleResolver(new InetSocketAddress(LOOPBACK, strictPort));
            assertThat(answers(client.send(query(KILN, Type.NAPTR)))).hasSize(3);
        }
    }

    @Test
    void answers_areCountedByFaceAndCode() throws Exception {
        FaceCounts counts = running.faces.counts();
        FaceCounts.Kind refused = new FaceCounts.Kind(Face.DNS_UDP, Operation.RESOLUTION, Rcode.REFUSED);
        long before = counts.answered(refused);
        ask("example.com", Type.A);
        assertThat(counts.answered(refused)).isEqualTo(before + 1);
    }

    @Test
    void dig_getsWhatItAsksFor() throws Exception {
        assumeThat(Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .anyMatch(p -> Files.isExecutable(Path.of(p, "dig"))))
                .isTrue();
        assertThat(dig(KILN, "NAPTR")).contains("status: NOERROR", "flags: qr aa rd;", "\"ORS+RINF\"", "udp: 1232");
        assertThat(dig(KILN, "NAPTR", "+tcp")).contains("ANSWER: 3", "(TCP)");
        assertThat(dig(KILN, "NAPTR", "+noedns")).contains("ANSWER: 3").doesNotContain("OPT PSEUDOSECTION");
        assertThat(dig(KILN, "NAPTR", "+bufsize=512")).contains("ANSWER: 3");
        assertThat(dig("99." + KILN, "NAPTR")).contains("status: NXDOMAIN", "SOA");
        assertThat(dig(KILN, "A")).contains("status: NOERROR", "ANSWER: 0", "SOA");
        assertThat(dig(KILN, "ANY", "+notcp")).contains("HINFO", "RFC8482");
        assertThat(dig("example.com", "A")).contains("status: REFUSED");
        assertThat(dig(KILN, "NAPTR", "+edns=1", "+noednsneg")).contains("status: BADVERS");
    }

    private static String dig(String name, String type, String... more) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("dig", "@127.0.0.1", "-p", String.valueOf(port), "+tries=1", name, type));
        command.addAll(List.of(more));
        Process dig = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(dig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dig.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        return output;
    }
}
