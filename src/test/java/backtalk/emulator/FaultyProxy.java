package backtalk.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a server that can fall silent: what was connected then stays so, and carries nothing any
 * more, as behind a router that forgot its connections. Whoever connects anew gets through.
 */
public final class FaultyProxy implements AutoCloseable {

  private final ServerSocket door;
  private final int server;
  private final AtomicInteger era = new AtomicInteger();

  private FaultyProxy(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  /** A way to the server on this port of the loopback. */
  public static FaultyProxy to(int server) {
    try {
      FaultyProxy faultyProxy =
          new FaultyProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
      Thread.ofPlatform().daemon().name("relay").start(faultyProxy::serve);
      return faultyProxy;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** From now on nothing passes on the connections that there are. */
  public void fallSilent() {
    era.incrementAndGet();
  }

  private void serve() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        pass(client, behind);
        pass(behind, client);
      }
    } catch (IOException closed) {
      // The end of the test.
    }
  }

  private void pass(Socket from, Socket to) {
    int own = era.get();
    Thread.ofVirtual().start(() -> copy(from, to, own));
  }

  private void copy(Socket from, Socket to, int own) {
    byte[] some = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        if (own == era.get()) {
          out.write(some, 0, count);
        }
      }
    } catch (IOException gone) {
      // One end closed it, and so does the other.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
