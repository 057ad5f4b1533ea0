package backtalk.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts connections on the loopback address and serves each on a virtual thread. */
final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  private final ServerSocket server;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Answers a request on its connection, or closes the connection. */
  interface Handler {
    void handle(HttpMessage request, HttpConnection connection) throws IOException;
  }

  private HttpListener(ServerSocket server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  /** Listens on a port; 0 takes a free one. */
  static HttpListener start(int port, Handler handler) {
    try {
      ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
      HttpListener listener = new HttpListener(server, handler);
      Thread.ofPlatform().name("emulator").start(listener::accept);
      return listener;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The listener was closed.
    }
  }

  private void serve(Socket socket) {
    try (HttpConnection connection = new HttpConnection(socket)) {
      Optional<HttpMessage> request = connection.read();
      while (request.isPresent()) {
        handler.handle(request.get(), connection);
        request = connection.read();
      }
    } catch (IOException gone) {
      // Either end has closed the connection.
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
