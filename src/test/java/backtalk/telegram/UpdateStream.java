package backtalk.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves malformed updates by polling, a hundred at a time, with one well-formed message among
 * them. Some answers break off. Unlike the emulator it keeps almost no record, so that a million
 * updates fit.
 */
final class UpdateStream implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 100;

  /** The number of batches after which one answer breaks off. */
  private static final int BREAK = 25;

  /** The id of the first person who sends a well-formed message. */
  private static final long FIRST_PERSON = 1_000_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();
  private final CountDownLatch allTaken = new CountDownLatch(1);
  private final UpdateFuzzer fuzzer;
  private final int updates;
  private final HttpServer server;
  private ArrayNode batch = JSON.createArrayNode();
  private int given;
  private int batches;
  private boolean broke;

  private UpdateStream(UpdateFuzzer fuzzer, int updates, HttpServer server) {
    this.fuzzer = fuzzer;
    this.updates = updates;
    this.server = server;
  }

  /** Starts a server of so many updates. */
  static UpdateStream of(UpdateFuzzer fuzzer, int updates) throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    UpdateStream updateStream = new UpdateStream(fuzzer, updates, HttpServer.create(here, 0));
    updateStream.server.createContext("/", updateStream::answer);
    updateStream.server.setExecutor(updateStream.threads);
    updateStream.server.start();
    return updateStream;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns a latch that opens when the last batch is acknowledged. */
  CountDownLatch allTaken() {
    return allTaken;
  }

  /** Returns the persons who sent a well-formed message and got no reply. */
  Set<Long> unanswered() {
    return unanswered;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    JsonNode asked = JSON.readTree(exchange.getRequestBody());
    byte[] answer = answer(path.substring(path.lastIndexOf('/') + 1), asked).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String answer(String method, JsonNode asked) {
    return switch (method) {
      case "getupdates", "getUpdates" -> polled(asked.path("offset").asInt());
      case "getme", "getMe" ->
          ok("{\"id\":7000000001,\"is_bot\":true,\"first_name\":\"B\",\"username\":\"B_bot\"}");
      case "sendmessage", "sendMessage" -> {
        unanswered.remove(asked.path("chat_id").asLong());
        yield ok("{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}");
      }
      default -> ok("true");
    };
  }

  private static String ok(String result) {
    return "{\"ok\":true,\"result\":" + result + "}";
  }

  private synchronized String polled(int offset) {
    if (offset > given) {
      batch = JSON.createArrayNode();
      if (given < updates) {
        fill();
        batches++;
        broke = false;
      } else {
        allTaken.countDown();
      }
    }
    String answer = ok(batch.toString());
    if (!broke && batches % BREAK == 0) {
      broke = true;
      return answer.substring(0, answer.length() / 2);
    }
    return answer;
  }

  private void fill() {
    while (batch.size() < BATCH - 1) {
      int number = ++given;
      if (read(fuzzer.next(number)) instanceof ObjectNode update) {
        // Update ids of Telegram are always right, because its own queue depends on them.
        batch.add(update.put("update_id", number));
      }
    }
    long person = FIRST_PERSON + ++given;
    unanswered.add(person);
    batch.add(typed(given, person));
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException torn) {
      return JSON.missingNode();
    }
  }

  private static JsonNode typed(int update, long person) {
    ObjectNode message = JSON.createObjectNode().put("message_id", 1).put("date", 1);
    message.putObject("from").put("id", person).put("is_bot", false).put("first_name", "Kim");
    message.putObject("chat").put("id", person).put("type", "private");
    return JSON.createObjectNode()
        .put("update_id", update)
        .set("message", message.put("text", "my back cracks when I bend"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
