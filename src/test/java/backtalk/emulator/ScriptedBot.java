package backtalk.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Sends single Bot API calls over plain HTTP. */
final class ScriptedBot {
  /** Holds the status and body of an answer. */
  record Answer(int status, String body) {
    JsonNode json() {
      return Json.readObject(body);
    }

    JsonNode result() {
      return json().path("result");
    }

    /** Returns the error, such as {@code 400 Bad Request: chat not found}. */
    String refusal() {
      return json().path("error_code").asInt() + " " + json().path("description").asText();
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  ScriptedBot(Emulator emulator) {
    this(emulator, Emulator.TOKEN);
  }

  ScriptedBot(Emulator emulator, String token) {
    this.base = emulator.url() + "/bot" + token + "/";
  }

  Answer call(String method, String json) throws IOException, InterruptedException {
    return answer(client.send(request(method, json), HttpResponse.BodyHandlers.ofString()));
  }

  Answer call(String method, ObjectNode parameters) throws IOException, InterruptedException {
    return call(method, parameters.toString());
  }

  CompletableFuture<Answer> later(String method, String json) {
    return client
        .sendAsync(request(method, json), HttpResponse.BodyHandlers.ofString())
        .thenApply(ScriptedBot::answer);
  }

  /** Posts a body of any kind. */
  Answer post(String method, String contentType, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + method))
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  /** Sends a text with inline buttons, one per row, and returns the message id. */
  long send(Person to, String text, String... labels) throws IOException, InterruptedException {
    ObjectNode message = Json.object().put("chat_id", to.id()).put("text", text);
    if (labels.length > 0) {
      message.set("reply_markup", keyboard(labels));
    }
    return call("sendmessage", message).result().path("message_id").asLong();
  }

  /** Builds a keyboard with one button per row; a button's data is "data-" and its label. */
  static ObjectNode keyboard(String... labels) {
    ObjectNode markup = Json.object();
    var rows = markup.putArray("inline_keyboard");
    for (String label : labels) {
      rows.addArray().addObject().put("text", label).put("callback_data", "data-" + label);
    }
    return markup;
  }

  private HttpRequest request(String method, String json) {
    return HttpRequest.newBuilder(URI.create(base + method))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body());
  }
}
