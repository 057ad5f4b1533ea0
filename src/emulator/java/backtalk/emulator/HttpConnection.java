package backtalk.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;

/** Reads and writes HTTP messages on a socket; blocks a virtual thread meanwhile. */
final class HttpConnection implements Closeable {
  private static final int INITIAL_CAPACITY = 8 * 1024;
  private static final int MAX_MESSAGE = 8 * 1024 * 1024;

  private final Socket socket;
  private byte[] buffer = new byte[INITIAL_CAPACITY];
  private int end;

  HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
  }

  static HttpConnection to(InetSocketAddress address, int timeoutMillis) throws IOException {
    Socket socket = new Socket();
    socket.connect(address, timeoutMillis);
    socket.setSoTimeout(timeoutMillis);
    return new HttpConnection(socket);
  }

  /** Reads the next message; empty where the other end has closed the connection. */
  Optional<HttpMessage> read() throws IOException {
    int head = endOfHead(0);
    while (head < 0) {
      int searched = Math.max(0, end - 3);
      if (!fill()) {
        return Optional.empty();
      }
      head = endOfHead(searched);
    }
    return Optional.of(readBody(new String(buffer, 0, head, ISO_8859_1), head + 4));
  }

  private HttpMessage readBody(String head, int from) throws IOException {
    HttpMessage message = new HttpMessage(head, new byte[0]);
    if (!message.header("Transfer-Encoding").isEmpty()) {
      throw new IOException("chunked bodies are not supported");
    }
    String length = message.header("Content-Length");
    int to = from + (length.isEmpty() ? 0 : Integer.parseInt(length));
    while (end < to) {
      if (!fill()) {
        throw new EOFException();
      }
    }
    byte[] body = Arrays.copyOfRange(buffer, from, to);
    System.arraycopy(buffer, to, buffer, 0, end - to);
    end -= to;
    return new HttpMessage(head, body);
  }

  private boolean fill() throws IOException {
    if (end == buffer.length) {
      if (end >= MAX_MESSAGE) {
        throw new IOException("a message of more than 8 MB");
      }
      buffer = Arrays.copyOf(buffer, 2 * end);
    }
    int count = socket.getInputStream().read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }

  private int endOfHead(int from) {
    for (int at = from; at + 3 < end; at++) {
      if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r') {
        return at;
      }
    }
    return -1;
  }

  void write(HttpMessage message) throws IOException {
    socket.getOutputStream().write(message.bytes(message.body().length));
  }

  /** Announces the whole body, writes half of it and closes the connection. */
  void writeHalf(HttpMessage message) throws IOException {
    socket.getOutputStream().write(message.bytes(message.body().length / 2));
    close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
