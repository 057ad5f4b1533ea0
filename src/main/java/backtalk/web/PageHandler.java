package backtalk.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the liveness and readiness probes, one line each, the metrics and the webhook. Connections
 * stay open only for genuine pushes, so that strangers cannot hold any.
 */
final class PageHandler extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);

  private static final String TEXT = "text/plain;charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final AdminPages adminPages;
  private final Map<String, Function<Response, String>> pages;
  private final Optional<WebhookHandler> webhook;

  PageHandler(AdminPages adminPages, WebServer.Limits limits) {
    this.adminPages = adminPages;
    this.pages = Map.of("/healthz", this::live, "/readyz", this::ready, "/metrics", this::metrics);
    this.webhook =
        adminPages.webhook().map(endpoint -> new WebhookHandler(endpoint, limits.body()));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TEXT);
    Content.Sink.write(response, true, body(request, response), callback);
    return true;
  }

  private String body(Request request, Response response) {
    try {
      return respond(request, response);
    } catch (IOException cut) {
      response.setStatus(HttpStatus.REQUEST_TIMEOUT_408);
    } catch (RuntimeException failure) {
      // Only the type is logged, because the message could contain personal data.
      LOG.error("a page failed: {}", failure.getClass().getSimpleName());
      response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR_500);
    }
    return "";
  }

  /** Sets the status of the response and returns its body. */
  private String respond(Request request, Response response) throws IOException {
    String path = Request.getPathInContext(request);
    String method = request.getMethod();
    boolean isHook = webhook.filter(hook -> hook.path().equals(path)).isPresent();
    if (isHook && HttpMethod.POST.is(method)) {
      webhook.orElseThrow().handle(request, response);
      return "";
    }
    Function<Response, String> page = pages.get(path);
    if (page != null && (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method))) {
      return page.apply(response);
    }
    response.setStatus(
        isHook || page != null ? HttpStatus.METHOD_NOT_ALLOWED_405 : HttpStatus.NOT_FOUND_404);
    return "";
  }

  private String live(Response response) {
    boolean alive = adminPages.alive().getAsBoolean();
    return line(response, alive, alive ? "alive" : "not alive");
  }

  private String ready(Response response) {
    List<String> missing = adminPages.missing().get();
    return missing.isEmpty()
        ? line(response, true, "ready")
        : line(response, false, "not ready: " + String.join(", ", missing));
  }

  private static String line(Response response, boolean healthy, String line) {
    response.setStatus(healthy ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503);
    return line + "\n";
  }

  private String metrics(Response response) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, PROMETHEUS);
    return adminPages.metrics().get();
  }
}
