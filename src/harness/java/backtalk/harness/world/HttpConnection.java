package backtalk.harness.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Reads whole HTTP messages from a connection and writes messages in order, without blocking. */
final class HttpConnection {
  private static final int INITIAL_CAPACITY = 16 * 1024;
  private static final int MAX_MESSAGE = 4 * 1024 * 1024;
  private static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(256 * 1024);

  private final SocketChannel channel;
  private final Listener listener;
  private final Deque<OutgoingMessage> outgoing = new ArrayDeque<>();
  private byte[] read = new byte[INITIAL_CAPACITY];
  private int end;

  /**
   * Tracks the state here, because a channel that cannot connect closes itself before it reports
   * so.
   */
  private boolean open = true;

  private @Nullable SelectionKey key;

  /** Receives the messages of a connection. */
  interface Listener {
    void received(HttpConnection connection, HttpMessage message);

    /** Reports that the connection is closed. */
    void closed(HttpConnection connection);
  }

  private record OutgoingMessage(ByteBuffer bytes, Runnable sent) {}

  private HttpConnection(SocketChannel channel, Listener listener) {
    this.channel = channel;
    this.listener = listener;
  }

  static HttpConnection over(EventLoop loop, SocketChannel channel, Listener listener)
      throws IOException {
    HttpConnection connection = new HttpConnection(channel, listener);
    int interest = channel.isConnected() ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
    connection.key = loop.watch(channel, interest, connection::handle);
    return connection;
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Sends a message.
   *
   * @param sent runs when the last byte is written, and never if the connection closes before
   */
  void send(byte[] message, Runnable sent) {
    if (isOpen()) {
      outgoing.add(new OutgoingMessage(ByteBuffer.wrap(message), sent));
      closeOnError(this::write);
    }
  }

  void close() {
    if (open) {
      open = false;
      try {
        channel.close();
      } catch (IOException alreadyGone) {
        // Closed already, which is the aim.
      }
      listener.closed(this);
    }
  }

  private interface IoAction {
    void run() throws IOException;
  }

  private void closeOnError(IoAction action) {
    try {
      action.run();
    } catch (IOException broken) {
      close();
    }
  }

  private void handle(SelectionKey ready) {
    closeOnError(
        () -> {
          if (ready.isConnectable() && channel.finishConnect()) {
            write();
          }
          if (ready.isValid() && ready.isReadable()) {
            read();
          }
          if (ready.isValid() && ready.isWritable()) {
            write();
          }
        });
  }

  private void write() throws IOException {
    if (!channel.isConnected()) {
      return;
    }
    OutgoingMessage next = outgoing.peek();
    while (next != null) {
      channel.write(next.bytes());
      if (next.bytes().hasRemaining()) {
        break;
      }
      outgoing.remove();
      next.sent().run();
      next = outgoing.peek();
    }
    updateInterest(next == null);
  }

  private void updateInterest(boolean onlyReading) {
    if (key != null && key.isValid()) {
      key.interestOps(SelectionKey.OP_READ | (onlyReading ? 0 : SelectionKey.OP_WRITE));
    }
  }

  private void read() throws IOException {
    BUFFER.clear();
    int count = channel.read(BUFFER);
    if (count < 0) {
      close();
      return;
    }
    BUFFER.flip();
    ensureCapacity(count);
    BUFFER.get(read, end, count);
    end += count;
    passMessages();
  }

  private void ensureCapacity(int more) throws IOException {
    if (end + more > MAX_MESSAGE) {
      throw new IOException("a message of more than 4 MB");
    }
    if (end + more > read.length) {
      read = Arrays.copyOf(read, Math.max(end + more, 2 * read.length));
    }
  }

  private void passMessages() throws IOException {
    int from = 0;
    for (int length = passNext(from); length > 0; length = passNext(from)) {
      from += length;
    }
    System.arraycopy(read, from, read, 0, end - from);
    end -= from;
  }

  /** Passes the next complete message to the listener; returns its length with its head, or 0. */
  private int passNext(int from) throws IOException {
    int headEnd = endOfHead(from);
    if (headEnd < 0) {
      return 0;
    }
    HttpMessage head = new HttpMessage(new String(read, from, headEnd - from, ISO_8859_1), "");
    if (!head.header("Transfer-Encoding").isEmpty()) {
      throw new IOException("chunked bodies are not supported");
    }
    String length = head.header("Content-Length");
    int body = length.isEmpty() ? 0 : Integer.parseInt(length);
    if (end - headEnd - 4 < body) {
      return 0;
    }
    listener.received(
        this, new HttpMessage(head.head(), new String(read, headEnd + 4, body, ISO_8859_1)));
    return headEnd + 4 + body - from;
  }

  private int endOfHead(int from) {
    for (int at = from; at + 3 < end; at++) {
      if (read[at] == '\r'
          && read[at + 1] == '\n'
          && read[at + 2] == '\r'
          && read[at + 3] == '\n') {
        return at;
      }
    }
    return -1;
  }
}
