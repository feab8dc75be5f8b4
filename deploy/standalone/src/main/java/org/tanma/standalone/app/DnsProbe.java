// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the node's own DNS sockets for its arc, by UDP and by TCP, as a stranger would; waits five seconds at most for each. */
record DnsProbe(InetAddress address, int port, String apex) {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MOST_OCTETS = 512;
    private static final int HEADER = 12;
    private static final int ANSWERS = 6;
    private static final int ID = 0x7A6E;
    private static final int SOA = 6;
    private static final int INTERNET = 1;
    /** Response, authoritative, no error. */
    private static final int GOOD = 0x8400;

    private static final int LOOKED_AT = 0xFE0F;

    /** Of a node that answers by DNS; one that listens everywhere is asked on the loopback address. */
    static Optional<DnsProbe> of(NodeConfig node) {
        InetAddress asked = node.host().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : node.host();
        return node.dnsPort().isPresent()
                ? Optional.of(new DnsProbe(
                        asked, node.dnsPort().getAsInt(), node.arc().apex()))
                : Optional.empty();
    }

    /** Empty when both ways answer; else what happened instead. */
    Optional<String> fault() {
        return udp().map(fault -> "by UDP " + fault).or(() -> tcp().map(fault -> "by TCP " + fault));
    }

    private Optional<String> udp() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(address, port));
            byte[] question = question();
            socket.send(new DatagramPacket(question, question.length));
            DatagramPacket answer = new DatagramPacket(new byte[MOST_OCTETS], MOST_OCTETS);
            socket.receive(answer);
            return judge(answer.getData(), answer.getLength());
        } catch (IOException e) {
            return Optional.of("gives no answer: " + e.getMessage());
        }
    }

    private Optional<String> tcp() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            byte[] question = question();
            ByteBuffer framed = ByteBuffer.allocate(Short.BYTES + question.length);
            framed.putShort((short) question.length).put(question);
            socket.getOutputStream().write(framed.array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return judge(answer, answer.length);
        } catch (IOException e) {
            return Optional.of("gives no answer: " + e.getMessage());
        }
    }

    private byte[] question() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        out.writeShort(ID);
        out.writeShort(0);
        out.writeShort(1);
        out.writeShort(0);
        out.writeInt(0);
        for (String label : apex.split("\\.")) {
            byte[] text = label.getBytes(StandardCharsets.US_ASCII);
            out.writeByte(text.length);
            out.write(text);
        }
        out.writeByte(0);
        out.writeShort(SOA);
        out.writeShort(INTERNET);
        return octets.toByteArray();
    }

    private static Optional<String> judge(byte[] answer, int length) {
        ByteBuffer fields = ByteBuffer.wrap(answer, 0, length);
        if (length < HEADER || fields.getShort(0) != (short) ID) {
            return Optional.of("answers what was not asked");
        }
        int flags = fields.getShort(2) & LOOKED_AT;
        return flags == GOOD && fields.getShort(ANSWERS) == 1
                ? Optional.empty()
                : Optional.of("answers without authority, with flags " + Integer.toHexString(flags));
    }
}
