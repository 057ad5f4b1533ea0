package backtalk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Runs a server with a receiver given by the test, and sends pushes to it. */
final class WebServerFixture implements AutoCloseable {
  static final String SECRET = "a-secret_of-letters";
  static final String PATH = "/hook/path";
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final WebServer server;

  private WebServerFixture(
      Function<String, WebhookEndpoint.Reply> receiver, WebServer.Limits limits) {
    WebhookEndpoint webhookEndpoint =
        new WebhookEndpoint(PATH, SECRET, update -> take(new String(update, UTF_8), receiver));
    AdminPages adminPages =
        new AdminPages(
            () -> true, () -> List.of(), () -> "metrics 1\n", Optional.of(webhookEndpoint));
    server = WebServer.open(new WebServer.Address("127.0.0.1", 0, limits), adminPages);
  }

  static WebServerFixture with(Function<String, WebhookEndpoint.Reply> receiver) {
    return new WebServerFixture(receiver, new WebServer.Limits(TIMEOUT, TIMEOUT, TIMEOUT));
  }

  /** Creates a server with these limits. */
  static WebServerFixture withLimits(WebServer.Limits limits) {
    return new WebServerFixture(update -> WebhookEndpoint.Reply.TAKEN, limits);
  }

  private WebhookEndpoint.Reply take(
      String update, Function<String, WebhookEndpoint.Reply> receiver) {
    received.add(update);
    return receiver.apply(update);
  }

  /** Returns the updates that reached the receiver. */
  List<String> received() {
    return List.copyOf(received);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(TIMEOUT);
  }

  /** Returns a push with the right secret. */
  HttpRequest push(BodyPublisher body) {
    return request(PATH).header(WebhookHandler.SECRET_HEADER, SECRET).POST(body).build();
  }

  HttpRequest push(String body) {
    return push(BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest request) {
    return sendAsync(request).join();
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  /** Opens a raw connection. */
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
    return socket;
  }

  /** Returns the header of a raw push with the right secret and one more line. */
  static String pushHeader(String line) {
    return "POST %s HTTP/1.1\r\nHost: x\r\n%s: %s\r\n%s\r\n\r\n"
        .formatted(PATH, WebhookHandler.SECRET_HEADER, SECRET, line);
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  /** Stops the server while clients are still connected. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
