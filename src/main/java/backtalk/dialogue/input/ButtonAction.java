package backtalk.dialogue.input;

import backtalk.conversation.Answer;
import backtalk.dialogue.OpenQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Represents the action of a button and its short code. With the {@link OpenQuestion} in front the
 * code fits the 64 bytes of callback data.
 *
 * <p>A new kind of button needs its code in {@code code} and {@code parse}, a branch in each switch
 * over this type (the compiler names them), a place in {@code InputSamples} so that the proof tries
 * it, a renderer that shows it, and a label in {@code phrases.yaml}.
 */
public sealed interface ButtonAction {

  record AnswerFact(String fact, Answer answer) implements ButtonAction {}

  /**
   * Records one answer to all facts that the question leaves open: none of these, not sure, skip.
   */
  record AnswerRest(Answer answer) implements ButtonAction {}

  record ShowTopic(String topic) implements ButtonAction {}

  record ShowGroup(String group) implements ButtonAction {}

  /** Asks one fact again. */
  record Revise(String fact) implements ButtonAction {}

  /** Answers a {@link backtalk.dialogue.Confirmation}. */
  record Confirm(boolean yes) implements ButtonAction {}

  record RunCommand(CommandKind commandKind) implements ButtonAction {}

  /** Returns true when the action belongs to one question, so that a late tap must not count. */
  default boolean boundToQuestion() {
    return switch (this) {
      case AnswerFact fact -> true;
      case AnswerRest rest -> true;
      case Confirm confirm -> true;
      case RunCommand(CommandKind commandKind) -> commandKind == CommandKind.BACK;
      case ShowTopic topic -> false;
      case ShowGroup group -> false;
      case Revise revise -> false;
    };
  }

  /** Returns the short code. Ids of facts, topics and groups must be at most 40 characters long. */
  default String code() {
    return switch (this) {
      case AnswerFact(String fact, Answer answer) -> "a:" + fact + ":" + letter(answer);
      case AnswerRest(Answer answer) -> "r:" + letter(answer);
      case ShowTopic(String topic) -> "t:" + topic;
      case ShowGroup(String group) -> "g:" + group;
      case Revise(String fact) -> "c:" + fact;
      case Confirm(boolean yes) -> "s:" + (yes ? "y" : "n");
      case RunCommand(CommandKind commandKind) -> "v:" + commandKind.word();
    };
  }

  /** Parses a code; empty for a code that no version of the bot has written. */
  static Optional<ButtonAction> parse(String code) {
    List<String> parts = Arrays.asList(code.split(":", 3));
    String argument = parts.size() > 1 ? parts.get(1) : "";
    return switch (parts.getFirst()) {
      case "a" -> parts.size() < 3 ? Optional.empty() : answerFact(argument, parts.get(2));
      case "r" -> answer(argument).map(AnswerRest::new);
      case "t" -> Optional.of(new ShowTopic(argument));
      case "g" -> Optional.of(new ShowGroup(argument));
      case "c" -> Optional.of(new Revise(argument));
      case "s" -> Optional.of(new Confirm(argument.equals("y")));
      case "v" -> CommandKind.named(argument).map(RunCommand::new);
      default -> Optional.empty();
    };
  }

  private static Optional<ButtonAction> answerFact(String fact, String letter) {
    return answer(letter).map(answer -> new AnswerFact(fact, answer));
  }

  private static String letter(Answer answer) {
    return answer.name().substring(0, 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<Answer> answer(String letter) {
    return Arrays.stream(Answer.values()).filter(a -> letter(a).equals(letter)).findFirst();
  }
}
