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

/** One connection, either way: messages come in whole, and go out in order. */
final class Link {
  private static final int ROOM = 16 * 1024;
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final ByteBuffer INBOX = ByteBuffer.allocateDirect(256 * 1024);

  private final SocketChannel channel;
  private final Ears ears;
  private final Deque<Parcel> outgoing = new ArrayDeque<>();
  private byte[] read = new byte[ROOM];
  private int end;

  /** Of our own: a channel that cannot connect has closed itself when it says so. */
  private boolean open = true;

  private @Nullable SelectionKey key;

  /** Who listens at a connection. */
  interface Ears {
    void heard(Link link, Http message);

    /** The connection is gone. */
    void ended(Link link);
  }

  private record Parcel(ByteBuffer bytes, Runnable gone) {}

  private Link(SocketChannel channel, Ears ears) {
    this.channel = channel;
    this.ears = ears;
  }

  static Link over(Loop loop, SocketChannel channel, Ears ears) throws IOException {
    Link link = new Link(channel, ears);
    int interest = channel.isConnected() ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
    link.key = loop.watch(channel, interest, link::act);
    return link;
  }

  boolean isOpen() {
    return open;
  }

  /** Sends a message; {@code gone} runs when its last byte has left, and never if none does. */
  void send(byte[] message, Runnable gone) {
    if (isOpen()) {
      outgoing.add(new Parcel(ByteBuffer.wrap(message), gone));
      guarded(this::write);
    }
  }

  void close() {
    if (open) {
      open = false;
      try {
        channel.close();
      } catch (IOException alreadyGone) {
        // As wanted.
      }
      ears.ended(this);
    }
  }

  private interface Io {
    void run() throws IOException;
  }

  private void guarded(Io io) {
    try {
      io.run();
    } catch (IOException broken) {
      close();
    }
  }

  private void act(SelectionKey ready) {
    guarded(
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
    Parcel next = outgoing.peek();
    while (next != null) {
      channel.write(next.bytes());
      if (next.bytes().hasRemaining()) {
        break;
      }
      outgoing.remove();
      next.gone().run();
      next = outgoing.peek();
    }
    interested(next == null);
  }

  private void interested(boolean onlyInReading) {
    if (key != null && key.isValid()) {
      key.interestOps(SelectionKey.OP_READ | (onlyInReading ? 0 : SelectionKey.OP_WRITE));
    }
  }

  private void read() throws IOException {
    INBOX.clear();
    int count = channel.read(INBOX);
    if (count < 0) {
      close();
      return;
    }
    INBOX.flip();
    room(count);
    INBOX.get(read, end, count);
    end += count;
    hear();
  }

  private void room(int more) throws IOException {
    if (end + more > LARGEST) {
      throw new IOException("a message of more than 4 MB");
    }
    if (end + more > read.length) {
      read = Arrays.copyOf(read, Math.max(end + more, 2 * read.length));
    }
  }

  private void hear() throws IOException {
    int from = 0;
    for (int length = lengthOfNext(from); length > 0; length = lengthOfNext(from)) {
      from += length;
    }
    System.arraycopy(read, from, read, 0, end - from);
    end -= from;
  }

  /** Hands on the next message, if it is there to its end; its length with its head, or 0. */
  private int lengthOfNext(int from) throws IOException {
    int headEnd = endOfHead(from);
    if (headEnd < 0) {
      return 0;
    }
    Http head = new Http(new String(read, from, headEnd - from, ISO_8859_1), "");
    if (!head.header("Transfer-Encoding").isEmpty()) {
      throw new IOException("bodies in chunks are not read here");
    }
    String length = head.header("Content-Length");
    int body = length.isEmpty() ? 0 : Integer.parseInt(length);
    if (end - headEnd - 4 < body) {
      return 0;
    }
    ears.heard(this, new Http(head.head(), new String(read, headEnd + 4, body, ISO_8859_1)));
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
