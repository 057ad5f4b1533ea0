package backtalk.store;

import backtalk.conversation.Answer;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.UndoEntry;
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
public final class DialogueCodec {

  private static final int VERSION = 1;

  private DialogueCodec() {}

  public static String write(Dialogue dialogue) {
    return StoreJson.object(
        out -> {
          out.writeNumberField("v", VERSION);
          out.writeStringField("conversation", dialogue.conversation());
          out.writeBooleanField("begun", dialogue.begun());
          out.writeStringField("heard", dialogue.heard().toString());
          write(out, "ending", dialogue.ending());
          out.writeObjectFieldStart("asked");
          write(out, dialogue.question());
          out.writeEndObject();
          write(out, dialogue.facts());
          out.writeArrayFieldStart("history");
          for (UndoEntry undo : dialogue.history()) {
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

  private static void write(JsonGenerator out, OpenQuestion question) throws IOException {
    out.writeStringField("nonce", question.nonce());
    out.writeNumberField("step", question.step());
    if (question.pending().isPresent()) {
      out.writeObjectFieldStart("pending");
      write(out, question.pending().get());
      out.writeEndObject();
    }
    write(out, "each", question.each());
    write(out, "place", Optional.of(question.place()).filter(place -> !place.isEmpty()));
  }

  private static void write(JsonGenerator out, Confirmation confirmation) throws IOException {
    switch (confirmation) {
      case Confirmation.OfFact(String fact) -> {
        out.writeStringField("kind", "fact");
        out.writeStringField("fact", fact);
      }
      case Confirmation.Forget forget -> out.writeStringField("kind", "forget");
      case Confirmation.StartOver startOver -> out.writeStringField("kind", "start-over");
      case Confirmation.Retraction(UndoEntry undo, Instant at) -> {
        out.writeStringField("kind", "retraction");
        out.writeStringField("at", at.toString());
        out.writeFieldName("before");
        write(out, undo);
      }
    }
  }

  private static void write(JsonGenerator out, Facts facts) throws IOException {
    out.writeObjectFieldStart("facts");
    for (Map.Entry<String, FactValue> entry : facts.values().entrySet()) {
      write(out, entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, String fact, FactValue told) throws IOException {
    out.writeObjectFieldStart(fact);
    out.writeStringField("answer", told.answer().word());
    out.writeStringField("at", told.at().toString());
    out.writeEndObject();
  }

  /** A fact that was unknown is written as null. Sorted, so that equal dialogues look equal. */
  private static void write(JsonGenerator out, UndoEntry undo) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Optional<FactValue>> entry : new TreeMap<>(undo.before()).entrySet()) {
      if (entry.getValue().isPresent()) {
        write(out, entry.getKey(), entry.getValue().get());
      } else {
        out.writeNullField(entry.getKey());
      }
    }
    out.writeEndObject();
  }

  /** The dialogue of a body; empty where it cannot be read. */
  public static Optional<Dialogue> read(String body) {
    return StoreJson.read(body, DialogueCodec::dialogue);
  }

  private static Dialogue dialogue(JsonNode body) {
    return new Dialogue(
        StoreJson.text(body, "conversation"),
        facts(StoreJson.object(body, "facts")),
        StoreJson.truth(body, "begun"),
        asked(StoreJson.object(body, "asked")),
        history(StoreJson.array(body, "history")),
        StoreJson.textIn(body, "ending"),
        instant(body, "heard"));
  }

  private static OpenQuestion asked(JsonNode body) {
    return new OpenQuestion(
        StoreJson.text(body, "nonce"),
        StoreJson.number(body, "step"),
        body.hasNonNull("pending") ? pending(body.get("pending")) : Optional.empty(),
        StoreJson.textIn(body, "each"),
        StoreJson.textIn(body, "place").orElse(""));
  }

  /**
   * A small question of a kind yet unknown is let go: the person's next words are heard as ever.
   */
  private static Optional<Confirmation> pending(JsonNode body) {
    return switch (StoreJson.text(body, "kind")) {
      case "fact" -> Optional.of(new Confirmation.OfFact(StoreJson.text(body, "fact")));
      case "forget" -> Optional.of(new Confirmation.Forget());
      case "start-over" -> Optional.of(new Confirmation.StartOver());
      case "retraction" ->
          Optional.of(
              new Confirmation.Retraction(
                  undo(StoreJson.object(body, "before")), instant(body, "at")));
      default -> Optional.empty();
    };
  }

  private static Facts facts(JsonNode body) {
    Map<String, FactValue> told = new LinkedHashMap<>();
    body.properties().forEach(entry -> told.put(entry.getKey(), told(entry.getValue())));
    return new Facts(told);
  }

  private static FactValue told(JsonNode body) {
    return new FactValue(
        StoreJson.constant(Answer.class, StoreJson.text(body, "answer")), instant(body, "at"));
  }

  private static List<UndoEntry> history(JsonNode body) {
    List<UndoEntry> history = new ArrayList<>();
    body.forEach(undo -> history.add(undo(undo)));
    return history;
  }

  private static UndoEntry undo(JsonNode body) {
    Map<String, Optional<FactValue>> before = new LinkedHashMap<>();
    body.properties()
        .forEach(
            entry -> before.put(entry.getKey(), known(entry.getValue()).map(DialogueCodec::told)));
    return new UndoEntry(before);
  }

  private static Optional<JsonNode> known(JsonNode node) {
    return node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static Instant instant(JsonNode body, String name) {
    try {
      return Instant.parse(StoreJson.text(body, name));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time: " + name);
    }
  }
}
