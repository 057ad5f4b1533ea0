package backtalk.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request takes too long to arrive, however steadily it trickles. An idle
 * timeout does not end those, because each byte starts it anew.
 */
final class RequestDeadlines implements Connection.Listener, HttpConfiguration.Customizer {

  /** Each connection is looked at so many times within a limit. */
  private static final int CHECKS = 4;

  private final ServerConnector connector;
  private final Duration header;
  private final Duration exchange;
  private final long checkMillis;
  private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();

  /**
   * Deadlines for the connections of {@code connector}.
   *
   * @param header how long a request's header may take, from its first byte; for the first request
   *     of a connection from the moment that it opens
   * @param exchange how long all that follows may take, apart from the handling of a whole body
   */
  RequestDeadlines(ServerConnector connector, Duration header, Duration exchange) {
    this.connector = connector;
    this.header = header;
    this.exchange = exchange;
    this.checkMillis = Math.max(1, Math.min(header.toMillis(), exchange.toMillis()) / CHECKS);
  }

  @Override
  public void onOpened(Connection connection) {
    Watch watch = new Watch(connection);
    watches.put(connection, watch);
    schedule(watch);
  }

  @Override
  public void onClosed(Connection connection) {
    watches.remove(connection);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable headers) {
    Watch watch = watches.get(request.getConnectionMetaData().getConnection());
    if (watch == null) {
      return request;
    }
    watch.enter(Phase.EXCHANGE);
    Request.addCompletionListener(request, failure -> watch.enter(Phase.IDLE));
    return new WatchedRequest(request, watch);
  }

  private void schedule(Watch watch) {
    connector.getScheduler().schedule(watch, checkMillis, TimeUnit.MILLISECONDS);
  }

  /** The phase of a connection that decides which limit holds. */
  private enum Phase {
    HEADER,
    EXCHANGE,
    /** The body is here: how long the bot takes over it is not the sender's doing. */
    HANDLING,
    IDLE
  }

  /** Checks one connection again and again until it is closed. */
  private final class Watch implements Runnable {
    private final Connection connection;
    private Phase phase = Phase.HEADER;
    private long since = System.nanoTime();
    private long received;

    Watch(Connection connection) {
      this.connection = connection;
    }

    synchronized void enter(Phase next) {
      phase = next;
      since = System.nanoTime();
      received = connection.getBytesIn();
    }

    @Override
    public void run() {
      if (!watches.containsKey(connection)) {
        return;
      }
      if (isOverdue()) {
        connection.getEndPoint().close();
      } else {
        schedule(this);
      }
    }

    private synchronized boolean isOverdue() {
      if (phase == Phase.IDLE && connection.getBytesIn() > received) {
        enter(Phase.HEADER);
      }
      long taken = System.nanoTime() - since;
      return switch (phase) {
        case HEADER -> taken > header.toNanos();
        case EXCHANGE -> taken > exchange.toNanos();
        case HANDLING, IDLE -> false;
      };
    }
  }

  /** A request that tells when its body has been read to the end. */
  private static final class WatchedRequest extends Request.Wrapper {
    private final Watch watch;

    WatchedRequest(Request request, Watch watch) {
      super(request);
      this.watch = watch;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        watch.enter(Phase.HANDLING);
      }
      return chunk;
    }
  }
}
