// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/**
 * Where the fixed fields of a message stand.
 *
 * <p>Offsets are in octets; envelope, header and body offsets count from the first octet of the message, value offsets
 * from the first octet of the value record. All integers are big-endian and unsigned. A string or an array is a 4-octet
 * length and that many octets.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><th>field</th><th>offset</th><th>width</th><th>source</th></tr>
 * <tr><td>major version</td><td>0</td><td>1</td><td rowspan="8">envelope, RFC 3652 section 2.2.1</td></tr>
 * <tr><td>minor version</td><td>1</td><td>1</td></tr>
 * <tr><td>message flags and suggested major version</td><td>2</td><td>1</td></tr>
 * <tr><td>suggested minor version</td><td>3</td><td>1</td></tr>
 * <tr><td>session id</td><td>4</td><td>4</td></tr>
 * <tr><td>request id</td><td>8</td><td>4</td></tr>
 * <tr><td>sequence number</td><td>12</td><td>4</td></tr>
 * <tr><td>message length (without this envelope)</td><td>16</td><td>4</td></tr>
 * <tr><td>op code</td><td>20</td><td>4</td><td rowspan="8">header, RFC 3652 section 2.2.2</td></tr>
 * <tr><td>response code</td><td>24</td><td>4</td></tr>
 * <tr><td>op flags</td><td>28</td><td>4</td></tr>
 * <tr><td>site information serial number</td><td>32</td><td>2</td></tr>
 * <tr><td>recursion count</td><td>34</td><td>1</td></tr>
 * <tr><td>reserved</td><td>35</td><td>1</td></tr>
 * <tr><td>expiration time, seconds since 1970</td><td>36</td><td>4</td></tr>
 * <tr><td>body length</td><td>40</td><td>4</td></tr>
 * <tr><td>body</td><td>44</td><td>body length</td><td>RFC 3652 section 2.2.3</td></tr>
 * <tr><td>credential length and credential</td><td>44 + body length</td><td>4 + length</td>
 *     <td>RFC 3652 section 2.2.4</td></tr>
 * <tr><td>value index</td><td>0</td><td>4</td><td rowspan="6">value record, RFC 3651 section 3.1</td></tr>
 * <tr><td>value timestamp, seconds since 1970</td><td>4</td><td>4</td></tr>
 * <tr><td>value TTL type, 0 relative, 1 absolute</td><td>8</td><td>1</td></tr>
 * <tr><td>value TTL, seconds</td><td>9</td><td>4</td></tr>
 * <tr><td>value permissions</td><td>13</td><td>1</td></tr>
 * <tr><td>value type (string), data (array), references</td><td>14</td><td>varies</td></tr>
 * </table>
 */
public final class WireLayout {
    /** Octets before every packet's share of the message. */
    public static final int ENVELOPE_OCTETS = 20;

    public static final int MAJOR_VERSION = 0;
    public static final int MINOR_VERSION = 1;
    public static final int MESSAGE_FLAGS = 2;
    public static final int SUGGESTED_MINOR_VERSION = 3;
    public static final int SESSION_ID = 4;
    public static final int REQUEST_ID = 8;
    public static final int SEQUENCE_NUMBER = 12;
    public static final int MESSAGE_LENGTH = 16;

    /** Bit of {@link #MESSAGE_FLAGS}: the message is compressed. */
    public static final int FLAG_COMPRESSED = 0x80;
    /** Bit of {@link #MESSAGE_FLAGS}: the message is encrypted. */
    public static final int FLAG_ENCRYPTED = 0x40;
    /** Bit of {@link #MESSAGE_FLAGS}: this packet carries a part of the message. */
    public static final int FLAG_TRUNCATED = 0x20;
    /** Bits of {@link #MESSAGE_FLAGS}: the major version the sender would rather speak; 0 says nothing. */
    public static final int SUGGESTED_MAJOR_MASK = 0x03;

    /** Octets of the header, which follows the envelope. */
    public static final int HEADER_OCTETS = 24;

    public static final int OP_CODE = 20;
    public static final int RESPONSE_CODE = 24;
    public static final int OP_FLAGS = 28;
    public static final int SITE_INFO_SERIAL = 32;
    public static final int RECURSION_COUNT = 34;
    public static final int HEADER_RESERVED = 35;
    public static final int EXPIRATION_TIME = 36;
    public static final int BODY_LENGTH = 40;
    public static final int BODY = 44;

    /** Octets of the length before a string, an array or a list, and of the credential's length. */
    public static final int LENGTH_OCTETS = 4;

    public static final int VALUE_INDEX = 0;
    public static final int VALUE_TIMESTAMP = 4;
    public static final int VALUE_TTL_TYPE = 8;
    public static final int VALUE_TTL = 9;
    public static final int VALUE_PERMISSIONS = 13;
    public static final int VALUE_TYPE = 14;
    /** Octets of a value record whose type, data and references are all empty. */
    public static final int VALUE_SMALLEST_OCTETS = VALUE_TYPE + 3 * LENGTH_OCTETS;

    private WireLayout() {}
}
