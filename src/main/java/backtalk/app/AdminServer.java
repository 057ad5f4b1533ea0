package backtalk.app;

import backtalk.web.AdminPages;
import backtalk.web.WebServer;
import backtalk.web.WebServerException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot's own pages while it runs. */
final class AdminServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
  private static final Executor BESIDE =
      task -> Thread.ofPlatform().daemon().name("web-start").start(task);

  private final CompletableFuture<Optional<WebServer>> server;

  private AdminServer(CompletableFuture<Optional<WebServer>> server) {
    this.server = server;
  }

  /**
   * Opens pages that the bot cannot do without, because its updates come in there.
   *
   * @throws WebException when this address cannot be listened on
   */
  static AdminServer open(WebServer.Address address, Supplier<AdminPages> site) {
    return new AdminServer(CompletableFuture.completedFuture(Optional.of(listen(address, site))));
  }

  /**
   * Opens pages beside a bot that fetches its updates: opening takes half a second, and where it
   * fails the bot still serves people.
   */
  static AdminServer openBeside(WebServer.Address address, Supplier<AdminPages> site) {
    return new AdminServer(CompletableFuture.supplyAsync(() -> tryListen(address, site), BESIDE));
  }

  private static WebServer listen(WebServer.Address address, Supplier<AdminPages> site) {
    WebServer server = WebServer.open(address, site.get());
    LOG.info(
        "own pages on http://{}:{} (/healthz, /readyz, /metrics)", address.host(), server.port());
    return server;
  }

  private static Optional<WebServer> tryListen(
      WebServer.Address address, Supplier<AdminPages> site) {
    try {
      return Optional.of(listen(address, site));
    } catch (WebServerException refused) {
      LOG.warn("the bot runs without its own pages: {}", refused.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    server.join().ifPresent(WebServer::close);
  }
}
