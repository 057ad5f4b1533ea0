package backtalk.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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

  private final Javalin javalin;
  private final int port;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
    this.port = javalin.port();
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
   * Starts the server, which takes half a second.
   *
   * @throws WebServerException when the address cannot be bound
   */
  public static WebServer open(Address address, AdminPages adminPages) {
    try {
      return new WebServer(Javalin.start(config -> configure(config, address, adminPages)));
    } catch (JavalinBindException refused) {
      throw new WebServerException(
          "cannot listen on "
              + address.host()
              + ":"
              + address.port()
              + ": the port is taken, or HOST is not of this machine; change HOST or PORT",
          refused);
    }
  }

  /** Returns the port in use, also after {@link #close}. */
  public int port() {
    return port;
  }

  /** Stops accepting requests and finishes the current ones within two seconds. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (RuntimeException stopped) {
      // Idle keep-alive connections are not requests, so this still counts as a clean stop.
      if (!(stopped.getCause() instanceof TimeoutException)) {
        throw stopped;
      }
      LOG.debug("connections were broken off at the end");
    }
  }

  private static void configure(JavalinConfig config, Address address, AdminPages adminPages) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = WebhookHandler.MAX_BYTES;
    config.jetty.host = address.host();
    config.jetty.port = address.port();
    config.jetty.threadPool = threads();
    config.jetty.modifyServer(WebServer::limit);
    config.jetty.modifyHttpConfiguration(WebServer::limit);
    config.jetty.addConnector((server, http) -> connector(server, http, address));
    route(config.routes, address, adminPages);
  }

  private static void route(RoutesConfig routes, Address address, AdminPages adminPages) {
    HealthPages healthPages = new HealthPages(adminPages);
    routes.get("/healthz", healthPages::live);
    routes.get("/readyz", healthPages::ready);
    routes.get("/metrics", healthPages::metrics);
    adminPages
        .webhook()
        .ifPresent(
            webhookEndpoint ->
                routes.post(
                    webhookEndpoint.path(),
                    new WebhookHandler(webhookEndpoint, address.limits().body())));
    routes.after(WebServer::closeUnlessPushed);
    routes.exception(EofException.class, (gone, context) -> context.status(HttpStatus.BAD_REQUEST));
    routes.exception(
        ClosedChannelException.class, (cut, context) -> context.status(HttpStatus.REQUEST_TIMEOUT));
    routes.exception(Exception.class, WebServer::failed);
  }

  /** Keeps connections open only for genuine pushes, so that strangers cannot hold any. */
  private static void closeUnlessPushed(Context context) {
    if (!WebhookHandler.isGenuinePush(context)) {
      context.header(Header.CONNECTION, "close");
    }
  }

  /** Logs only the type of a failure, because its message could contain personal data. */
  private static void failed(Exception failure, Context context) {
    LOG.error("a page failed: {}", failure.getClass().getSimpleName());
    context.status(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    pool.setName("web");
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory()));
    return pool;
  }

  private static void limit(Server server) {
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
  }

  private static void limit(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, Address address) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(address.limits().idle().toMillis());
    connector.setShutdownIdleTimeout(STOP_IDLE_TIMEOUT.toMillis());
    Limits limits = address.limits();
    RequestDeadlines deadlines =
        new RequestDeadlines(connector, limits.header(), limits.exchange());
    connector.addEventListener(deadlines);
    http.addCustomizer(deadlines);
    return connector;
  }
}
