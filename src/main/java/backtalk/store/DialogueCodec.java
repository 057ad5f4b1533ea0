package backtalk.store;

import backtalk.conversation.Answer;
import backtalk.dialogue.Asked;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Pending;
import backtalk.dialogue.Told;
import backtalk.dialogue.Undo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    ObjectNode body = Json.object();
    body.put("v", VERSION).put("conversation", dialogue.conversation());
    body.put("begun", dialogue.begun()).put("heard", dialogue.heard().toString());
    dialogue.ending().ifPresent(ending -> body.put("ending", ending));
    body.set("asked", asked(dialogue.asked()));
    ObjectNode facts = body.putObject("facts");
    dialogue.facts().told().forEach((fact, told) -> facts.set(fact, told(told)));
    ArrayNode history = body.putArray("history");
    dialogue.history().forEach(undo -> history.add(undo(undo)));
    return body.toString();
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

  private static ObjectNode asked(Asked asked) {
    ObjectNode body = Json.object().put("nonce", asked.nonce()).put("step", asked.step());
    asked.pending().ifPresent(pending -> body.set("pending", pending(pending)));
    asked.each().ifPresent(state -> body.put("each", state));
    if (!asked.place().isEmpty()) {
      body.put("place", asked.place());
    }
    return body;
  }

  private static Asked asked(JsonNode body) {
    return new Asked(
        Json.text(body, "nonce"),
        Json.number(body, "step"),
        body.hasNonNull("pending") ? pending(body.get("pending")) : Optional.empty(),
        Json.textIn(body, "each"),
        Json.textIn(body, "place").orElse(""));
  }

  private static ObjectNode pending(Pending pending) {
    return switch (pending) {
      case Pending.OfFact(String fact) -> Json.object().put("kind", "fact").put("fact", fact);
      case Pending.Forget forget -> Json.object().put("kind", "forget");
      case Pending.StartOver startOver -> Json.object().put("kind", "start-over");
    };
  }

  /**
   * A small question of a kind yet unknown is let go: the person's next words are heard as ever.
   */
  private static Optional<Pending> pending(JsonNode body) {
    return switch (Json.text(body, "kind")) {
      case "fact" -> Optional.of(new Pending.OfFact(Json.text(body, "fact")));
      case "forget" -> Optional.of(new Pending.Forget());
      case "start-over" -> Optional.of(new Pending.StartOver());
      default -> Optional.empty();
    };
  }

  private static Facts facts(JsonNode body) {
    Map<String, Told> told = new LinkedHashMap<>();
    body.properties().forEach(entry -> told.put(entry.getKey(), told(entry.getValue())));
    return new Facts(told);
  }

  private static ObjectNode told(Told told) {
    return Json.object().put("answer", told.answer().word()).put("at", told.at().toString());
  }

  private static Told told(JsonNode body) {
    return new Told(Json.constant(Answer.class, Json.text(body, "answer")), instant(body, "at"));
  }

  /** A fact that was unknown is written as null. Sorted, so that equal dialogues look equal. */
  private static ObjectNode undo(Undo undo) {
    ObjectNode body = Json.object();
    new TreeMap<>(undo.before())
        .forEach((fact, told) -> body.set(fact, told.map(DialogueCodec::told).orElse(null)));
    return body;
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
