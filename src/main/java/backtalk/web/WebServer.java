package backtalk.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages from {@link #open} to {@link #close}. */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

  /** Keeps a connection without a request open for so long at the end. */
  private static final Duration STOP_IDLE_TIMEOUT = Duration.ofMillis(100);

  /** Limits the threads that accept and select; requests run on virtual threads. */
  private static final int MAX_THREADS = 8;

  private static final int MIN_THREADS = 2;
  private static final int MAX_CONNECTIONS = 1_000;
  private static final int MAX_HEADER_BYTES = 8 << 10;

  private final Server server;
  private final int port;

  private WebServer(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Holds the address to listen on and the time limits.
   *
   * @param port 0 means any free port
   */
  public record Address(String host, int port, Limits limits) {

    /** Returns an address with the default limits. */
    public static Address of(String host, int port) {
      return new Address(host, port, Limits.DEFAULT);
    }
  }

  /**
   * Limits the time that a client may take, however steadily its bytes trickle.
   *
   * @param idle limit for a silent connection
   * @param header limit for the header of a request
   * @param body limit for the body of a request
   */
  public record Limits(Duration idle, Duration header, Duration body) {

    /** Exceeds the time that Telegram keeps a connection idle, so that Telegram closes it first. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private static final Duration HEADER = Duration.ofSeconds(10);
    private static final Duration BODY = Duration.ofSeconds(10);

    /** Fits Telegram and common reverse proxies. */
    public static final Limits DEFAULT = new Limits(IDLE, HEADER, BODY);

    /**
     * Returns the limit from the header to the end of the reply; a slow body gets an error reply
     * before that.
     */
    Duration exchange() {
      return header.plus(body);
    }
  }

  /**
   * Starts the server.
   *
   * @throws WebServerException when the address cannot be bound
   */
  public static WebServer open(Address address, AdminPages adminPages) {
    Server server = new Server(threads());
    ServerConnector connector = connector(server, address);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    server.setHandler(new GracefulHandler(new PageHandler(adminPages, address.limits())));
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
    try {
      connector.open();
      server.start();
    } catch (IOException refused) {
      throw new WebServerException(
          "cannot listen on "
              + address.host()
              + ":"
              + address.port()
              + ": the port is taken, or HOST is not of this machine; change HOST or PORT",
          refused);
    } catch (Exception failure) {
      throw new IllegalStateException("the web server cannot be started", failure);
    }
    return new WebServer(server, connector.getLocalPort());
  }

  /** Returns the port in use, also after {@link #close}. */
  public int port() {
    return port;
  }

  /** Stops accepting requests and finishes the current ones within two seconds. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException brokenOff) {
      // Idle keep-alive connections are not requests, so this still counts as a clean stop.
      LOG.debug("connections were broken off at the end");
    } catch (Exception failure) {
      throw new IllegalStateException("the web server cannot be stopped", failure);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    pool.setName("web");
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory()));
    return pool;
  }

  private static ServerConnector connector(Server server, Address address) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.host());
    connector.setPort(address.port());
    Limits limits = address.limits();
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setShutdownIdleTimeout(STOP_IDLE_TIMEOUT.toMillis());
    RequestDeadlines deadlines =
        new RequestDeadlines(connector, limits.header(), limits.exchange());
    connector.addEventListener(deadlines);
    http.addCustomizer(deadlines);
    return connector;
  }
}
