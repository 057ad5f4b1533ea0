package backtalk.studio;

import backtalk.config.InvalidConfigException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.staticfiles.Location;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Serves the page of the studio and its data on the loopback address, until it is closed. */
final class StudioServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST_REQUEST = 1 << 16;

  /** Exceeds the size of the graph library, which is the largest file. */
  private static final int LARGEST_FILE = 2 << 20;

  private static final List<String> FILES_OF_FIRST_PAINT =
      List.of("", "studio.css", "panels.css", "main.js");

  private static final String REVALIDATE = "no-cache";
  private static final String FOREVER = "max-age=31536000, immutable";

  private final Javalin server;
  private final RequestGuard guard = new RequestGuard();

  private StudioServer(Studio studio, int port) {
    server = Javalin.create(config -> configure(config, studio, port));
  }

  /**
   * Starts the server.
   *
   * @param port 0 means any free port
   * @throws InvalidConfigException when the port is taken
   */
  static StudioServer open(Studio studio, int port) {
    StudioServer opened = new StudioServer(studio, port);
    try {
      opened.server.start();
    } catch (JavalinBindException taken) {
      throw new InvalidConfigException(List.of("PORT " + port + " is taken; choose another"));
    }
    FILES_OF_FIRST_PAINT.forEach(opened::request);
    return opened;
  }

  /** Requests a file as browsers do, so that classes are loaded and the file is compressed. */
  private void request(String file) {
    try {
      URLConnection connection = URI.create(origin() + file).toURL().openConnection();
      connection.setRequestProperty("Accept-Encoding", "gzip");
      try (InputStream body = connection.getInputStream()) {
        var unused = body.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the studio does not answer", e);
    }
  }

  private String origin() {
    return "http://" + LOOPBACK + ":" + server.port() + "/";
  }

  /** Returns the address that opens the studio, with the token behind {@code #}. */
  String link() {
    return origin() + "#" + guard.token();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void configure(JavalinConfig config, Studio studio, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = LARGEST_REQUEST;
    config.jetty.host = LOOPBACK;
    config.jetty.port = port;
    config.staticFiles.add(files -> serve(files, "/vendor", "/studio/vendor", FOREVER));
    config.staticFiles.add(files -> serve(files, "/", "/studio", REVALIDATE));
    config.routes.before(guard::check);
    config.routes.before("/api/*", guard::checkToken);
    config.routes.get("/pictures/{name}", request -> servePicture(request, studio));
    config.routes.get("/api/state", json(request -> studio.state()));
    config.routes.get("/api/machine", json(request -> studio.machine()));
    config.routes.get(
        "/api/desk",
        json(
            request ->
                studio.desk(request.queryParamAsClass("after", Long.class).getOrDefault(-1L))));
    config.routes.post(
        "/api/take",
        json(request -> studio.take(StudioJson.read(request.body(), UserAction.class))));
    config.routes.post("/api/record", json(request -> studio.record()));
    config.routes.post(
        "/api/phrases",
        json(request -> studio.compare(StudioJson.read(request.body(), String[].class))));
  }

  private static void servePicture(Context request, Studio studio) {
    byte[] picture =
        studio.picture(request.pathParam("name")).orElseThrow(() -> new NotFoundResponse());
    request.header("Cache-Control", REVALIDATE).contentType("image/png").result(picture);
  }

  private static void serve(StaticFileConfig files, String path, String folder, String caching) {
    files.hostedPath = path;
    files.directory = folder;
    files.location = Location.CLASSPATH;
    files.precompressMaxSize = LARGEST_FILE;
    files.headers = Map.of("Cache-Control", caching);
  }

  private static Handler json(Function<Context, Object> answer) {
    return request -> {
      Object value = answer.apply(request);
      byte[] body = value instanceof byte[] written ? written : StudioJson.write(value);
      request.header("Cache-Control", "no-store").contentType("application/json").result(body);
    };
  }
}
