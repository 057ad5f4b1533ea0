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

/** Serves the health pages, the metrics and the webhook while the bot runs. */
final class AdminServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
  private static final Executor BACKGROUND =
      task -> Thread.ofPlatform().daemon().name("web-start").start(task);

  private final CompletableFuture<Optional<WebServer>> server;

  private AdminServer(CompletableFuture<Optional<WebServer>> server) {
    this.server = server;
  }

  /**
   * Opens the pages for a bot that receives its updates there and cannot run without them.
   *
   * @throws WebServerException when the address cannot be bound
   */
  static AdminServer open(WebServer.Address address, Supplier<AdminPages> pages) {
    return new AdminServer(CompletableFuture.completedFuture(Optional.of(listen(address, pages))));
  }

  /**
   * Opens the pages in the background for a bot that fetches its updates. Opening takes half a
   * second, and the bot serves people even when it fails.
   */
  static AdminServer openInBackground(WebServer.Address address, Supplier<AdminPages> pages) {
    return new AdminServer(
        CompletableFuture.supplyAsync(() -> tryListen(address, pages), BACKGROUND));
  }

  private static WebServer listen(WebServer.Address address, Supplier<AdminPages> pages) {
    WebServer server = WebServer.open(address, pages.get());
    LOG.info(
        "own pages on http://{}:{} (/healthz, /readyz, /metrics)", address.host(), server.port());
    return server;
  }

  private static Optional<WebServer> tryListen(
      WebServer.Address address, Supplier<AdminPages> pages) {
    try {
      return Optional.of(listen(address, pages));
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
