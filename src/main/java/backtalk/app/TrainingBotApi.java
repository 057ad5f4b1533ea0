package backtalk.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Simulates Telegram during the training run: one user after another asks a question, starts a
 * check and denies every question.
 */
final class TrainingBotApi implements AutoCloseable {

  private static final int BACKLOG = 50;
  private static final int BATCH = 100;
  private static final Pattern DENIAL = Pattern.compile("\"callback_data\":\"([^\"]+r:n)\"");

  /** Limits the turns of one user to fewer than the rate limit of the bot. */
  private static final int TURNS_EACH = 12;

  private final HttpServer server;
  private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();
  private final AtomicInteger lastUpdate = new AtomicInteger(100);
  private final AtomicInteger replies = new AtomicInteger();
  private final CountDownLatch remaining;

  private TrainingBotApi(HttpServer server, int turns) {
    this.server = server;
    this.remaining = new CountDownLatch(turns);
  }

  /** Starts the server on the loopback interface; it finishes after {@code turns} turns. */
  static TrainingBotApi start(int turns) throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(loopback, BACKLOG);
    TrainingBotApi trainingBotApi = new TrainingBotApi(server, turns);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", trainingBotApi::handle);
    server.start();
    trainingBotApi.ask();
    return trainingBotApi;
  }

  /** Returns the address for {@code TELEGRAM_API_URL}. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for the last turn and returns false after the timeout in seconds. */
  boolean awaitEnd(int seconds) throws InterruptedException {
    return remaining.await(seconds, TimeUnit.SECONDS);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      byte[] answer = answer(path.substring(path.lastIndexOf('/') + 1), body).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private String answer(String method, String body) {
    return switch (method.toLowerCase(Locale.ROOT)) {
      case "getme" -> ok("{\"id\":1,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"b_bot\"}");
      case "getupdates" -> ok("[" + String.join(",", next()) + "]");
      case "sendmessage", "editmessagetext" -> recordReply(body);
      case "getmycommands" -> ok("[]");
      case "getmydescription", "getmyshortdescription" -> ok("{}");
      default -> ok("true");
    };
  }

  private List<String> next() {
    try {
      String first = updates.poll(1, TimeUnit.SECONDS);
      List<String> batch = new ArrayList<>();
      if (first != null) {
        batch.add(first);
        updates.drainTo(batch, BATCH);
      }
      return batch;
    } catch (InterruptedException stopped) {
      return List.of();
    }
  }

  private String recordReply(String body) {
    remaining.countDown();
    Matcher denial = DENIAL.matcher(body);
    if (replies.incrementAndGet() % TURNS_EACH == 0) {
      ask();
    } else if (denial.find()) {
      tap(denial.group(1));
    } else if (body.contains("callback_data")) {
      type("/check");
    }
    return ok("{\"message_id\":9,\"date\":1,\"chat\":" + user() + "}");
  }

  private void ask() {
    type("why does my back crack when i stretch");
  }

  private String user() {
    return "{\"id\":%d,\"is_bot\":false,\"type\":\"private\",\"first_name\":\"Trainee\"}"
        .formatted(1 + replies.get() / TURNS_EACH);
  }

  private void type(String text) {
    update("\"message\":" + message(text));
  }

  private void tap(String data) {
    update(
        "\"callback_query\":{\"id\":\"1\",\"chat_instance\":\"1\",\"from\":%s,\"message\":%s,\"data\":\"%s\"}"
            .formatted(user(), message("?"), data));
  }

  private void update(String content) {
    updates.add("{\"update_id\":" + lastUpdate.incrementAndGet() + "," + content + "}");
  }

  private String message(String text) {
    return "{\"message_id\":9,\"date\":1,\"from\":%s,\"chat\":%s,\"text\":\"%s\"}"
        .formatted(user(), user(), text);
  }

  private static String ok(String result) {
    return "{\"ok\":true,\"result\":" + result + "}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
