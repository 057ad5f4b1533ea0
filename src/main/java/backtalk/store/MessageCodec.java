package backtalk.store;

import backtalk.dialogue.Button;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.ports.OutboxMessage.Way;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Converts messages and their way of delivery to and from JSON; see {@link DialogueCodec}. */
public final class MessageCodec {

  private static final int VERSION = 1;

  private MessageCodec() {}

  public static String write(Message message) {
    return StoreJson.object(
        out -> {
          out.writeNumberField("v", VERSION);
          out.writeStringField("kind", StoreJson.word(message.kind()));
          writeFields(out, message.text());
          out.writeArrayFieldStart("rows");
          for (List<Button> row : message.rows()) {
            write(out, row);
          }
          out.writeEndArray();
        });
  }

  private static void writeFields(JsonGenerator out, FormattedText text) throws IOException {
    out.writeStringField("plain", text.plain());
    out.writeArrayFieldStart("marks");
    for (FormattedText.Mark mark : text.marks()) {
      write(out, mark);
    }
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, FormattedText.Mark mark) throws IOException {
    out.writeStartObject();
    out.writeStringField("style", StoreJson.word(mark.style()));
    out.writeNumberField("offset", mark.offset());
    out.writeNumberField("length", mark.length());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, List<Button> row) throws IOException {
    out.writeStartArray();
    for (Button button : row) {
      out.writeStartObject();
      out.writeStringField("label", button.label());
      out.writeStringField("data", button.data());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  public static String write(Way way) {
    return StoreJson.object(
        out -> {
          switch (way) {
            case Way.Send(OptionalLong replyTo) -> write(out, "send", "reply-to", replyTo);
            case Way.Close(long message) ->
                write(out, "close", "message", OptionalLong.of(message));
            case Way.ReplaceQuestion(OptionalLong tapped, Optional<FormattedText> answered) -> {
              write(out, "replace", "message", tapped);
              if (answered.isPresent()) {
                out.writeObjectFieldStart("answered");
                writeFields(out, answered.get());
                out.writeEndObject();
              }
            }
          }
        });
  }

  private static void write(JsonGenerator out, String kind, String name, OptionalLong value)
      throws IOException {
    out.writeStringField("kind", kind);
    if (value.isPresent()) {
      out.writeNumberField(name, value.getAsLong());
    }
  }

  /** Returns the message of a body; empty when it cannot be read. */
  public static Optional<Message> message(String body) {
    return StoreJson.read(body, MessageCodec::message);
  }

  /** Returns the way of delivery of a body; empty when it cannot be read. */
  public static Optional<Way> way(String body) {
    return StoreJson.read(body, MessageCodec::way);
  }

  private static Message message(JsonNode body) {
    return new Message(
        StoreJson.constant(Message.Kind.class, StoreJson.text(body, "kind")),
        text(body),
        rows(StoreJson.array(body, "rows")));
  }

  private static FormattedText text(JsonNode body) {
    return new FormattedText(StoreJson.text(body, "plain"), marks(StoreJson.array(body, "marks")));
  }

  private static List<FormattedText.Mark> marks(JsonNode body) {
    List<FormattedText.Mark> marks = new ArrayList<>();
    body.forEach(mark -> marks.add(mark(mark)));
    return marks;
  }

  private static FormattedText.Mark mark(JsonNode body) {
    return new FormattedText.Mark(
        StoreJson.constant(FormattedText.Style.class, StoreJson.text(body, "style")),
        StoreJson.number(body, "offset"),
        StoreJson.number(body, "length"));
  }

  private static List<List<Button>> rows(JsonNode body) {
    List<List<Button>> rows = new ArrayList<>();
    body.forEach(row -> rows.add(row(row)));
    return rows;
  }

  private static List<Button> row(JsonNode body) {
    List<Button> row = new ArrayList<>();
    body.forEach(
        button ->
            row.add(new Button(StoreJson.text(button, "label"), StoreJson.text(button, "data"))));
    return row;
  }

  /** Earlier versions wrote a way of its own for a message that only loses its buttons. */
  private static Way way(JsonNode body) {
    return switch (StoreJson.text(body, "kind")) {
      case "send" -> new Way.Send(StoreJson.bigIn(body, "reply-to"));
      case "replace" ->
          new Way.ReplaceQuestion(
              StoreJson.bigIn(body, "message"),
              body.has("answered")
                  ? Optional.of(text(StoreJson.object(body, "answered")))
                  : Optional.empty());
      case "close", "take-buttons" -> new Way.Close(StoreJson.big(body, "message"));
      default -> throw new IllegalArgumentException("unknown way of delivery");
    };
  }
}
