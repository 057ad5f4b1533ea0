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
 * Closes connections whose request takes too long to arrive. An idle timeout does not end those,
 * because each byte restarts it.
 */
final class RequestDeadlines implements Connection.Listener, HttpConfiguration.Customizer {

  /** Sets how often a connection is checked within its shorter limit. */
  private static final int CHECKS = 4;

  private final ServerConnector connector;
  private final Duration header;
  private final Duration exchange;
  private final long checkMillis;
  private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();

  /**
   * Creates deadlines for the connections of {@code connector}.
   *
   * @param header limit for a request's header, from its first byte; for the first request of a
   *     connection from the moment it opens
   * @param exchange limit for the rest of the exchange, apart from the handling of a complete body
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

  /** Names the phase of a connection, which selects the limit. */
  private enum Phase {
    HEADER,
    EXCHANGE,
    /** The body has arrived: the time that the bot takes to handle it does not count. */
    HANDLING,
    IDLE
  }

  /** Checks one connection repeatedly until it is closed. */
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

  /** Reports when the body of a request has been read to the end. */
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
