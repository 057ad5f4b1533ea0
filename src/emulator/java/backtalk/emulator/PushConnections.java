package backtalk.emulator;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends pushes over connections that stay open between them. */
final class PushConnections {
  private static final int TIMEOUT_MILLIS = 60_000;

  private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger turn = new AtomicInteger();
  private volatile List<Integer> ports = List.of();

  /** Sends all pushes to these ports of the loopback address in turn, as a proxy does. */
  void proxy(List<Integer> replicas) {
    ports = List.copyOf(replicas);
  }

  /**
   * Posts JSON and returns the answer.
   *
   * @param headers further header lines
   * @param sent runs when the last byte was written
   */
  HttpMessage post(URI url, String headers, byte[] json, Runnable sent) throws IOException {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    HttpConnection connection = connection(url);
    try {
      connection.write(HttpMessage.post(path, headers, json));
      sent.run();
      HttpMessage answer = connection.read().orElseThrow(EOFException::new);
      idle.add(connection);
      return answer;
    } catch (IOException gone) {
      connection.close();
      throw gone;
    }
  }

  private HttpConnection connection(URI url) throws IOException {
    HttpConnection open = idle.poll();
    return open == null ? HttpConnection.to(address(url), TIMEOUT_MILLIS) : open;
  }

  private InetSocketAddress address(URI url) {
    List<Integer> replicas = ports;
    if (replicas.isEmpty()) {
      return new InetSocketAddress(url.getHost(), url.getPort() < 0 ? 80 : url.getPort());
    }
    int replica = Math.floorMod(turn.getAndIncrement(), replicas.size());
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), replicas.get(replica));
  }

  /** Closes the idle connections. */
  void closeIdle() {
    for (HttpConnection open = idle.poll(); open != null; open = idle.poll()) {
      try {
        open.close();
      } catch (IOException gone) {
        // Closed already, which is the aim.
      }
    }
  }
}
