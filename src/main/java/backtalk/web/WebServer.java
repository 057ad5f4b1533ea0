package backtalk.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
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
   * @param idle how long a connection may be silent
   * @param body how long a request may take to come in, however steadily it trickles
   */
  public record Address(String host, int port, Duration idle, Duration body) {

    /** Longer than Telegram keeps a connection idle: so it is never us who hang up on a push. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private static final Duration BODY = Duration.ofSeconds(10);

    /** An address with the usual patience. */
    public static Address of(String host, int port) {
      return new Address(host, port, IDLE, BODY);
    }
  }

  /**
   * Opens the pages; takes half a second.
   *
   * @throws WebException when this address cannot be listened on
   */
  public static WebServer open(Address address, Site site) {
    try {
      return new WebServer(Javalin.start(config -> configure(config, address, site)));
    } catch (JavalinBindException refused) {
      throw new WebException(
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

  private static void configure(JavalinConfig config, Address address, Site site) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = Pushes.MOST_BYTES;
    config.jetty.host = address.host();
    config.jetty.port = address.port();
    config.jetty.threadPool = threads();
    config.jetty.modifyServer(WebServer::tame);
    config.jetty.modifyHttpConfiguration(WebServer::tame);
    config.jetty.addConnector((server, http) -> connector(server, http, address));
    route(config.routes, address, site);
  }

  private static void route(RoutesConfig routes, Address address, Site site) {
    Pages pages = new Pages(site);
    routes.get("/healthz", pages::live);
    routes.get("/readyz", pages::ready);
    routes.get("/metrics", pages::metrics);
    site.intake()
        .ifPresent(intake -> routes.post(intake.path(), new Pushes(intake, address.body())));
    routes.exception(EofException.class, (gone, context) -> context.status(HttpStatus.BAD_REQUEST));
    routes.exception(Exception.class, WebServer::failed);
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
    connector.setIdleTimeout(address.idle().toMillis());
    connector.setShutdownIdleTimeout(LAST_SILENCE.toMillis());
    return connector;
  }
}
