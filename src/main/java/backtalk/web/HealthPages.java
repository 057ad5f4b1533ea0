package backtalk.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Serves the liveness and readiness probes, one line each, and the metrics. */
final class HealthPages {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final AdminPages adminPages;

  HealthPages(AdminPages adminPages) {
    this.adminPages = adminPages;
  }

  void live(Context context) {
    boolean alive = adminPages.alive().getAsBoolean();
    respond(context, alive, alive ? "alive" : "not alive");
  }

  void ready(Context context) {
    Readiness readiness = adminPages.readiness().get();
    String missing = String.join(", ", readiness.missing());
    respond(context, readiness.isReady(), readiness.isReady() ? "ready" : "not ready: " + missing);
  }

  void metrics(Context context) {
    context.contentType(PROMETHEUS).result(adminPages.metrics().get());
  }

  private static void respond(Context context, boolean healthy, String line) {
    context.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).result(line + "\n");
  }
}
