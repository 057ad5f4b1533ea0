package backtalk.harness.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;

/**
 * Holds an HTTP/1.1 request or response. Bodies are kept byte for byte: one char is one byte.
 *
 * @param head the first line and the headers
 */
record HttpMessage(String head, String body) {
  private static final String JSON =
      "Content-Type: application/json\r\nConnection: keep-alive\r\nContent-Length: ";

  /** Returns the second word of the first line: a request's path or a response's status. */
  String target() {
    int from = head.indexOf(' ') + 1;
    int to = head.indexOf(' ', from);
    return head.substring(from, to < 0 ? head.indexOf('\r', from) : to);
  }

  int status() {
    return Integer.parseInt(target().strip());
  }

  /** Returns a header's value, or "" where there is none. */
  String header(String name) {
    int at = indexOf(head, "\r\n" + name + ":");
    if (at < 0) {
      return "";
    }
    int from = at + name.length() + 3;
    int to = head.indexOf("\r\n", from);
    return head.substring(from, to < 0 ? head.length() : to).strip();
  }

  private static int indexOf(String head, String name) {
    int at = head.indexOf(name);
    return at >= 0 ? at : head.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
  }

  static byte[] response(int status, String headers, String body) {
    return ("HTTP/1.1 " + status + " -\r\n" + headers + JSON + body.length() + "\r\n\r\n" + body)
        .getBytes(ISO_8859_1);
  }

  static byte[] post(String path, String headers, String body) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + headers
            + JSON
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(ISO_8859_1);
  }
}
