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
 * Forwards TCP connections to a server, and can drop all data of the connections that are open, as
 * a router that lost its connection table does. New connections work.
 */
public final class FaultyProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int server;
  private final AtomicInteger generation = new AtomicInteger();

  private FaultyProxy(ServerSocket listener, int server) {
    this.listener = listener;
    this.server = server;
  }

  /** Starts a proxy for the server on this port of the loopback address. */
  public static FaultyProxy to(int server) {
    try {
      FaultyProxy faultyProxy =
          new FaultyProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
      Thread.ofPlatform().daemon().name("faulty-proxy").start(faultyProxy::serve);
      return faultyProxy;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Drops all further data of the open connections. */
  public void fallSilent() {
    generation.incrementAndGet();
  }

  private void serve() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
        pass(client, behind);
        pass(behind, client);
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  private void pass(Socket from, Socket to) {
    int own = generation.get();
    Thread.ofVirtual().start(() -> copy(from, to, own));
  }

  private void copy(Socket from, Socket to, int own) {
    byte[] some = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(some); count >= 0; count = in.read(some)) {
        if (own == generation.get()) {
          out.write(some, 0, count);
        }
      }
    } catch (IOException gone) {
      // Either end has closed the connection; closing both is enough.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
