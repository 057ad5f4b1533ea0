package backtalk.cli;

import backtalk.conversation.Answer;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Button;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import backtalk.understanding.Explanation;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a turn as one JSON object on one line, for other programs. */
public final class TurnJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TurnJson() {}

  /** Defines a line of {@code chat --json}. */
  record Chat(
      String input,
      String action,
      List<String> topics,
      String state,
      @Nullable String outcome,
      Map<String, String> facts,
      List<ChatMessage> messages) {}

  /** Defines a message of such a line. */
  record ChatMessage(String text, List<String> buttons) {}

  /** Defines a line of {@code ask}. */
  record Ask(
      String message,
      String action,
      List<String> topics,
      List<String> alternatives,
      Map<String, String> facts,
      String reply,
      List<String> buttons,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String answer,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Explanation explain) {}

  static String chat(TerminalSession.Exchange exchange) {
    Turn turn = exchange.turn();
    return write(
        new Chat(
            exchange.line(),
            turn.gist().kind().word(),
            turn.gist().topics(),
            turn.gist().place(),
            turn.gist().level().map(Urgency::action).orElse(null),
            facts(turn),
            exchange.messages().stream().map(TurnJson::message).toList()));
  }

  static String ask(
      TerminalSession.Exchange exchange, @Nullable String answer, @Nullable Explanation explain) {
    Turn turn = exchange.turn();
    return write(
        new Ask(
            exchange.line(),
            turn.gist().kind().word(),
            turn.gist().topics(),
            turn.gist().alternatives(),
            facts(turn),
            exchange.messages().stream()
                .map(message -> message.text().plain())
                .collect(Collectors.joining("\n\n")),
            exchange.messages().stream().flatMap(message -> labels(message).stream()).toList(),
            answer,
            explain));
  }

  /** Returns the recorded facts and answers by id; a skipped fact is unknown and left out. */
  public static Map<String, String> facts(Turn turn) {
    Map<String, String> facts = new LinkedHashMap<>();
    turn.dialogue()
        .facts()
        .values()
        .forEach(
            (fact, value) -> {
              if (value.answer() != Answer.SKIPPED) {
                facts.put(fact, value.answer().word());
              }
            });
    return facts;
  }

  public static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private static ChatMessage message(Message message) {
    return new ChatMessage(message.text().plain(), labels(message));
  }

  private static String write(Object line) {
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of output is not JSON", e);
    }
  }
}
