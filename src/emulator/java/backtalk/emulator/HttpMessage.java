package backtalk.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Holds an HTTP/1.1 request or response. */
final class HttpMessage {
  private static final String END_OF_LINE = "\r\n";

  private final String head;
  private final byte[] body;

  /**
   * Creates a message.
   *
   * @param head the first line and the headers
   */
  HttpMessage(String head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  static HttpMessage response(int status, String contentType, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return new HttpMessage("HTTP/1.1 " + status + " -" + headers(contentType, bytes), bytes);
  }

  /** Creates a POST of JSON with further header lines, each of which begins with a line break. */
  static HttpMessage post(String path, String headers, byte[] json) {
    String first = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1" + headers;
    return new HttpMessage(first + headers("application/json", json), json);
  }

  private static String headers(String contentType, byte[] body) {
    return "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length;
  }

  byte[] body() {
    return body;
  }

  /** Returns the second word of the first line: a request's path or a response's status. */
  String target() {
    int from = head.indexOf(' ') + 1;
    int to = head.indexOf(' ', from);
    return head.substring(from, to < 0 ? head.length() : to);
  }

  /** Returns a header's value, or "" where there is none. */
  String header(String name) {
    String start = END_OF_LINE + name + ":";
    int at = head.indexOf(END_OF_LINE);
    while (at >= 0 && !head.regionMatches(true, at, start, 0, start.length())) {
      at = head.indexOf(END_OF_LINE, at + 1);
    }
    if (at < 0) {
      return "";
    }
    int to = head.indexOf(END_OF_LINE, at + 1);
    return head.substring(at + start.length(), to < 0 ? head.length() : to).strip();
  }

  /** Returns the bytes to send, with only a part of the body. */
  byte[] bytes(int bodyLength) {
    byte[] start = (head + END_OF_LINE + END_OF_LINE).getBytes(ISO_8859_1);
    byte[] all = new byte[start.length + bodyLength];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, bodyLength);
    return all;
  }
}
