package backtalk.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** The pages for probes: one line each, and the metrics. */
final class HealthPages {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final AdminPages adminPages;

  HealthPages(AdminPages adminPages) {
    this.adminPages = adminPages;
  }

  void live(Context context) {
    boolean alive = adminPages.alive().getAsBoolean();
    say(context, alive, alive ? "alive" : "not alive");
  }

  void ready(Context context) {
    Readiness readiness = adminPages.readiness().get();
    String missing = String.join(", ", readiness.missing());
    say(context, readiness.isReady(), readiness.isReady() ? "ready" : "not ready: " + missing);
  }

  void metrics(Context context) {
    context.contentType(PROMETHEUS).result(adminPages.metrics().get());
  }

  private static void say(Context context, boolean good, String line) {
    context.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).result(line + "\n");
  }
}
