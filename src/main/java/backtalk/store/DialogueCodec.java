package backtalk.store;

import backtalk.conversation.Answer;
import backtalk.dialogue.Asked;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Pending;
import backtalk.dialogue.Told;
import backtalk.dialogue.Undo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dialogues as JSON. {@code v} is the version that wrote the body; a reader passes over what it
 * does not know, so that replicas of two versions can serve side by side.
 */
final class DialogueCodec {

  private static final int VERSION = 1;

  private DialogueCodec() {}

  static String write(Dialogue dialogue) {
    return Json.object(
        out -> {
          out.writeNumberField("v", VERSION);
          out.writeStringField("conversation", dialogue.conversation());
          out.writeBooleanField("begun", dialogue.begun());
          out.writeStringField("heard", dialogue.heard().toString());
          write(out, "ending", dialogue.ending());
          out.writeObjectFieldStart("asked");
          write(out, dialogue.asked());
          out.writeEndObject();
          write(out, dialogue.facts());
          out.writeArrayFieldStart("history");
          for (Undo undo : dialogue.history()) {
            write(out, undo);
          }
          out.writeEndArray();
        });
  }

  private static void write(JsonGenerator out, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    }
  }

  private static void write(JsonGenerator out, Asked asked) throws IOException {
    out.writeStringField("nonce", asked.nonce());
    out.writeNumberField("step", asked.step());
    if (asked.pending().isPresent()) {
      out.writeObjectFieldStart("pending");
      write(out, asked.pending().get());
      out.writeEndObject();
    }
    write(out, "each", asked.each());
    write(out, "place", Optional.of(asked.place()).filter(place -> !place.isEmpty()));
  }

  private static void write(JsonGenerator out, Pending pending) throws IOException {
    switch (pending) {
      case Pending.OfFact(String fact) -> {
        out.writeStringField("kind", "fact");
        out.writeStringField("fact", fact);
      }
      case Pending.Forget forget -> out.writeStringField("kind", "forget");
      case Pending.StartOver startOver -> out.writeStringField("kind", "start-over");
      case Pending.Retraction(Undo undo, Instant at) -> {
        out.writeStringField("kind", "retraction");
        out.writeStringField("at", at.toString());
        out.writeFieldName("before");
        write(out, undo);
      }
    }
  }

  private static void write(JsonGenerator out, Facts facts) throws IOException {
    out.writeObjectFieldStart("facts");
    for (Map.Entry<String, Told> entry : facts.told().entrySet()) {
      write(out, entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, String fact, Told told) throws IOException {
    out.writeObjectFieldStart(fact);
    out.writeStringField("answer", told.answer().word());
    out.writeStringField("at", told.at().toString());
    out.writeEndObject();
  }

  /** A fact that was unknown is written as null. Sorted, so that equal dialogues look equal. */
  private static void write(JsonGenerator out, Undo undo) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Optional<Told>> entry : new TreeMap<>(undo.before()).entrySet()) {
      if (entry.getValue().isPresent()) {
        write(out, entry.getKey(), entry.getValue().get());
      } else {
        out.writeNullField(entry.getKey());
      }
    }
    out.writeEndObject();
  }

  /** The dialogue of a body; empty where it cannot be read. */
  static Optional<Dialogue> read(String body) {
    return Json.read(body, DialogueCodec::dialogue);
  }

  private static Dialogue dialogue(JsonNode body) {
    return new Dialogue(
        Json.text(body, "conversation"),
        facts(Json.object(body, "facts")),
        Json.truth(body, "begun"),
        asked(Json.object(body, "asked")),
        history(Json.array(body, "history")),
        Json.textIn(body, "ending"),
        instant(body, "heard"));
  }

  private static Asked asked(JsonNode body) {
    return new Asked(
        Json.text(body, "nonce"),
        Json.number(body, "step"),
        body.hasNonNull("pending") ? pending(body.get("pending")) : Optional.empty(),
        Json.textIn(body, "each"),
        Json.textIn(body, "place").orElse(""));
  }

  /**
   * A small question of a kind yet unknown is let go: the person's next words are heard as ever.
   */
  private static Optional<Pending> pending(JsonNode body) {
    return switch (Json.text(body, "kind")) {
      case "fact" -> Optional.of(new Pending.OfFact(Json.text(body, "fact")));
      case "forget" -> Optional.of(new Pending.Forget());
      case "start-over" -> Optional.of(new Pending.StartOver());
      case "retraction" ->
          Optional.of(
              new Pending.Retraction(undo(Json.object(body, "before")), instant(body, "at")));
      default -> Optional.empty();
    };
  }

  private static Facts facts(JsonNode body) {
    Map<String, Told> told = new LinkedHashMap<>();
    body.properties().forEach(entry -> told.put(entry.getKey(), told(entry.getValue())));
    return new Facts(told);
  }

  private static Told told(JsonNode body) {
    return new Told(Json.constant(Answer.class, Json.text(body, "answer")), instant(body, "at"));
  }

  private static List<Undo> history(JsonNode body) {
    List<Undo> history = new ArrayList<>();
    body.forEach(undo -> history.add(undo(undo)));
    return history;
  }

  private static Undo undo(JsonNode body) {
    Map<String, Optional<Told>> before = new LinkedHashMap<>();
    body.properties()
        .forEach(
            entry -> before.put(entry.getKey(), known(entry.getValue()).map(DialogueCodec::told)));
    return new Undo(before);
  }

  private static Optional<JsonNode> known(JsonNode node) {
    return node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static Instant instant(JsonNode body, String name) {
    try {
      return Instant.parse(Json.text(body, name));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time: " + name);
    }
  }
}
