package backtalk.store;

import backtalk.dialogue.Button;
import backtalk.dialogue.Message;
import backtalk.dialogue.Outgoing.Way;
import backtalk.dialogue.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages on their way out, and the way they go, as JSON; see {@link DialogueCodec}. */
final class MessageCodec {

  private static final int VERSION = 1;

  private MessageCodec() {}

  static String write(Message message) {
    ObjectNode body = Json.object();
    body.put("v", VERSION).put("kind", Json.word(message.kind()));
    body.put("plain", message.text().plain());
    ArrayNode marks = body.putArray("marks");
    message.text().marks().forEach(mark -> marks.add(mark(mark)));
    ArrayNode rows = body.putArray("rows");
    message.rows().forEach(row -> row(rows.addArray(), row));
    return body.toString();
  }

  static String write(Way way) {
    return body(way).toString();
  }

  /** The message of a body; empty where it cannot be read. */
  static Optional<Message> message(String body) {
    return Json.read(body, MessageCodec::message);
  }

  /** The way of a body; empty where it cannot be read. */
  static Optional<Way> way(String body) {
    return Json.read(body, MessageCodec::way);
  }

  private static Message message(JsonNode body) {
    return new Message(
        Json.constant(Message.Kind.class, Json.text(body, "kind")),
        new Text(Json.text(body, "plain"), marks(Json.array(body, "marks"))),
        rows(Json.array(body, "rows")));
  }

  private static ObjectNode mark(Text.Mark mark) {
    return Json.object()
        .put("style", Json.word(mark.style()))
        .put("offset", mark.offset())
        .put("length", mark.length());
  }

  private static List<Text.Mark> marks(JsonNode body) {
    List<Text.Mark> marks = new ArrayList<>();
    body.forEach(mark -> marks.add(mark(mark)));
    return marks;
  }

  private static Text.Mark mark(JsonNode body) {
    return new Text.Mark(
        Json.constant(Text.Style.class, Json.text(body, "style")),
        Json.number(body, "offset"),
        Json.number(body, "length"));
  }

  private static void row(ArrayNode body, List<Button> row) {
    row.forEach(button -> body.addObject().put("label", button.label()).put("data", button.data()));
  }

  private static List<List<Button>> rows(JsonNode body) {
    List<List<Button>> rows = new ArrayList<>();
    body.forEach(row -> rows.add(row(row)));
    return rows;
  }

  private static List<Button> row(JsonNode body) {
    List<Button> row = new ArrayList<>();
    body.forEach(
        button -> row.add(new Button(Json.text(button, "label"), Json.text(button, "data"))));
    return row;
  }

  private static ObjectNode body(Way way) {
    return switch (way) {
      case Way.Send send -> sending(send);
      case Way.Replace(long message) -> onMessage("replace", message);
      case Way.Close(long message) -> onMessage("close", message);
      case Way.TakeButtons(long message) -> onMessage("take-buttons", message);
    };
  }

  private static ObjectNode sending(Way.Send send) {
    ObjectNode body = Json.object().put("kind", "send");
    send.replyTo().ifPresent(message -> body.put("reply-to", message));
    return body;
  }

  private static ObjectNode onMessage(String kind, long message) {
    return Json.object().put("kind", kind).put("message", message);
  }

  private static Way way(JsonNode body) {
    return switch (Json.text(body, "kind")) {
      case "send" -> new Way.Send(Json.bigIn(body, "reply-to"));
      case "replace" -> new Way.Replace(Json.big(body, "message"));
      case "close" -> new Way.Close(Json.big(body, "message"));
      case "take-buttons" -> new Way.TakeButtons(Json.big(body, "message"));
      default -> throw new IllegalArgumentException("a way that is not known");
    };
  }
}
