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

/** The pages, open to the network from the start to {@link #close}. */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

  /** How long a connection without a request is left open at the end. */
  private static final Duration LAST_SILENCE = Duration.ofMillis(100);

  /** Accepting and selecting; requests run on virtual threads of their own. */
  private static final int MOST_THREADS = 8;

  private static final int FEWEST_THREADS = 2;
  private static final int MOST_CONNECTIONS = 1_000;
  private static final int MOST_HEADER_BYTES = 8 << 10;

  private final Javalin javalin;
  private final int port;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
    this.port = javalin.port();
  }

  /**
   * Where to listen and how patiently.
   *
   * @param port 0 takes any that is free
   * @param limits how long clients may take
   */
  public record Address(String host, int port, Limits limits) {

    /** An address with the usual patience. */
    public static Address of(String host, int port) {
      return new Address(host, port, Limits.USUAL);
    }
  }

  /**
   * How long a client may take, however steadily its bytes trickle.
   *
   * @param idle how long a connection may be silent
   * @param header how long the header of a request may take
   * @param body how long its body may take
   */
  public record Limits(Duration idle, Duration header, Duration body) {

    /** Longer than Telegram keeps a connection idle: so it is never us who hang up on a push. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private static final Duration HEADER = Duration.ofSeconds(10);
    private static final Duration BODY = Duration.ofSeconds(10);

    /** Limits that fit Telegram and whatever stands in front of the bot. */
    public static final Limits USUAL = new Limits(IDLE, HEADER, BODY);

    /** From the header to the end of the reply: a slow body is refused in words before this. */
    Duration exchange() {
      return header.plus(body);
    }
  }

  /**
   * Opens the pages; takes half a second.
   *
   * @throws WebException when this address cannot be listened on
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

  /** The port that is listened on, or was. */
  public int port() {
    return port;
  }

  /** Takes no more requests and finishes those in hand, for two seconds at the most. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (RuntimeException stopped) {
      // Connections that somebody keeps open for later are no requests: the end is a clean one.
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
    config.http.maxRequestSize = WebhookHandler.MOST_BYTES;
    config.jetty.host = address.host();
    config.jetty.port = address.port();
    config.jetty.threadPool = threads();
    config.jetty.modifyServer(WebServer::tame);
    config.jetty.modifyHttpConfiguration(WebServer::tame);
    config.jetty.addConnector((server, http) -> connector(server, http, address));
    route(config.routes, address, adminPages);
  }

  private static void route(RoutesConfig routes, Address address, AdminPages adminPages) {
    HealthPages healthPages = new HealthPages(adminPages);
    routes.get("/healthz", healthPages::live);
    routes.get("/readyz", healthPages::ready);
    routes.get("/metrics", healthPages::metrics);
    adminPages
        .intake()
        .ifPresent(
            webhookEndpoint ->
                routes.post(
                    webhookEndpoint.path(),
                    new WebhookHandler(webhookEndpoint, address.limits().body())));
    routes.after(WebServer::endUnlessPushed);
    routes.exception(EofException.class, (gone, context) -> context.status(HttpStatus.BAD_REQUEST));
    routes.exception(
        ClosedChannelException.class, (cut, context) -> context.status(HttpStatus.REQUEST_TIMEOUT));
    routes.exception(Exception.class, WebServer::failed);
  }

  /** Keeps connections open for pushes alone: strangers get none to hold. */
  private static void endUnlessPushed(Context context) {
    if (!WebhookHandler.isTaken(context)) {
      context.header(Header.CONNECTION, "close");
    }
  }

  /** What an exception says could hold anything. */
  private static void failed(Exception failure, Context context) {
    LOG.error("a page failed: {}", failure.getClass().getSimpleName());
    context.status(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    pool.setName("web");
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory()));
    return pool;
  }

  private static void tame(Server server) {
    server.setStopTimeout(LAST_ANSWERS.toMillis());
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
  }

  private static void tame(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(MOST_HEADER_BYTES);
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, Address address) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(address.limits().idle().toMillis());
    connector.setShutdownIdleTimeout(LAST_SILENCE.toMillis());
    Limits limits = address.limits();
    RequestDeadlines deadlines =
        new RequestDeadlines(connector, limits.header(), limits.exchange());
    connector.addEventListener(deadlines);
    http.addCustomizer(deadlines);
    return connector;
  }
}
