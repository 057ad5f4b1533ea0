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
 * Converts dialogues to and from JSON. {@code v} is the version that wrote the body. Unknown fields
 * are ignored, so that replicas of two versions can run side by side.
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
          write(out, "ending", dialogue.shownOutcome());
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
    write(out, "place", Optional.of(question.fingerprint()).filter(place -> !place.isEmpty()));
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

  private static void write(JsonGenerator out, String fact, FactValue value) throws IOException {
    out.writeObjectFieldStart(fact);
    out.writeStringField("answer", value.answer().word());
    out.writeStringField("at", value.at().toString());
    out.writeEndObject();
  }

  /**
   * Writes an undo entry; null stands for a fact that was unknown. Sorted, so that equal dialogues
   * have equal bodies.
   */
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

  /** Returns the dialogue of a body; empty when it cannot be read. */
  public static Optional<Dialogue> read(String body) {
    return StoreJson.read(body, DialogueCodec::dialogue);
  }

  private static Dialogue dialogue(JsonNode body) {
    return new Dialogue(
        StoreJson.text(body, "conversation"),
        facts(StoreJson.object(body, "facts")),
        StoreJson.truth(body, "begun"),
        question(StoreJson.object(body, "asked")),
        history(StoreJson.array(body, "history")),
        StoreJson.textIn(body, "ending"),
        instant(body, "heard"));
  }

  private static OpenQuestion question(JsonNode body) {
    return new OpenQuestion(
        StoreJson.text(body, "nonce"),
        StoreJson.number(body, "step"),
        body.hasNonNull("pending") ? pending(body.get("pending")) : Optional.empty(),
        StoreJson.textIn(body, "each"),
        StoreJson.textIn(body, "place").orElse(""));
  }

  /**
   * Reads a pending confirmation. An unknown kind is dropped, and the person's next message is
   * interpreted as usual.
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
    Map<String, FactValue> values = new LinkedHashMap<>();
    body.properties().forEach(entry -> values.put(entry.getKey(), factValue(entry.getValue())));
    return new Facts(values);
  }

  private static FactValue factValue(JsonNode body) {
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
            entry ->
                before.put(
                    entry.getKey(), unlessNull(entry.getValue()).map(DialogueCodec::factValue)));
    return new UndoEntry(before);
  }

  private static Optional<JsonNode> unlessNull(JsonNode node) {
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
