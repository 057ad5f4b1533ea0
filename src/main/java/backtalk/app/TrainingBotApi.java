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
 * Stands in for Telegram at a rehearsal, with one person after another who asks a question, begins
 * a check and denies what is asked, in chats that nobody sees.
 */
final class TrainingBotApi implements AutoCloseable {

  private static final int BACKLOG = 50;
  private static final int BATCH = 100;
  private static final Pattern DENIAL = Pattern.compile("\"callback_data\":\"([^\"]+r:n)\"");

  /** No more of one person than the bot takes at once. */
  private static final int EACH = 12;

  private final HttpServer server;
  private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();
  private final AtomicInteger last = new AtomicInteger(100);
  private final AtomicInteger told = new AtomicInteger();
  private final CountDownLatch left;

  private TrainingBotApi(HttpServer server, int turns) {
    this.server = server;
    this.left = new CountDownLatch(turns);
  }

  /** A Telegram on the loopback that is done after so many turns. */
  static TrainingBotApi start(int turns) throws IOException {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anywhere, BACKLOG);
    TrainingBotApi trainingBotApi = new TrainingBotApi(server, turns);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", trainingBotApi::handle);
    server.start();
    trainingBotApi.begins();
    return trainingBotApi;
  }

  /** For {@code TELEGRAM_API_URL}. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for the last turn, at most so many seconds. */
  boolean awaitEnd(int seconds) throws InterruptedException {
    return left.await(seconds, TimeUnit.SECONDS);
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
      case "sendmessage", "editmessagetext" -> told(body);
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

  private String told(String body) {
    left.countDown();
    Matcher denial = DENIAL.matcher(body);
    if (told.incrementAndGet() % EACH == 0) {
      begins();
    } else if (denial.find()) {
      taps(denial.group(1));
    } else if (body.contains("callback_data")) {
      says("/check");
    }
    return ok("{\"message_id\":9,\"date\":1,\"chat\":" + person() + "}");
  }

  private void begins() {
    says("why does my back crack when i stretch");
  }

  private String person() {
    return "{\"id\":%d,\"is_bot\":false,\"type\":\"private\",\"first_name\":\"Understudy\"}"
        .formatted(1 + told.get() / EACH);
  }

  private void says(String text) {
    update("\"message\":" + message(text));
  }

  private void taps(String data) {
    update(
        "\"callback_query\":{\"id\":\"1\",\"chat_instance\":\"1\",\"from\":%s,\"message\":%s,\"data\":\"%s\"}"
            .formatted(person(), message("?"), data));
  }

  private void update(String content) {
    updates.add("{\"update_id\":" + last.incrementAndGet() + "," + content + "}");
  }

  private String message(String text) {
    return "{\"message_id\":9,\"date\":1,\"from\":%s,\"chat\":%s,\"text\":\"%s\"}"
        .formatted(person(), person(), text);
  }

  private static String ok(String result) {
    return "{\"ok\":true,\"result\":" + result + "}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
