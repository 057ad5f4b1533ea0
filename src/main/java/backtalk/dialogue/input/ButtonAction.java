package backtalk.dialogue.input;

import backtalk.conversation.Answer;
import backtalk.dialogue.OpenQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a button does, and its short code: with {@link OpenQuestion} in front it fits 64 bytes. */
public sealed interface ButtonAction {

  /** Tells one fact. */
  record AnswerFact(String fact, Answer answer) implements ButtonAction {}

  /**
   * Gives one answer to everything that the question leaves open: none of these, not sure, skip.
   */
  record AnswerRest(Answer answer) implements ButtonAction {}

  /** Asks a topic. */
  record ShowTopic(String topic) implements ButtonAction {}

  /** Asks for one earlier answer to be asked again. */
  record Revise(String fact) implements ButtonAction {}

  /** Answers a small question of the dialogue's own. */
  record Confirm(boolean yes) implements ButtonAction {}

  /** Does a verb. */
  record RunCommand(CommandKind commandKind) implements ButtonAction {}

  /** True when the button belongs to one question only, so that a late tap must not count. */
  default boolean boundToQuestion() {
    return switch (this) {
      case AnswerFact tell -> true;
      case AnswerRest rest -> true;
      case Confirm settle -> true;
      case RunCommand(CommandKind commandKind) -> commandKind == CommandKind.BACK;
      case ShowTopic choose -> false;
      case Revise revise -> false;
    };
  }

  /** The short code of this tap; ids of facts and topics must be at most 40 letters. */
  default String code() {
    return switch (this) {
      case AnswerFact(String fact, Answer answer) -> "a:" + fact + ":" + letter(answer);
      case AnswerRest(Answer answer) -> "r:" + letter(answer);
      case ShowTopic(String topic) -> "t:" + topic;
      case Revise(String fact) -> "c:" + fact;
      case Confirm(boolean yes) -> "s:" + (yes ? "y" : "n");
      case RunCommand(CommandKind commandKind) -> "v:" + commandKind.word();
    };
  }

  /** The tap of a code; empty for a code that no version of the bot wrote. */
  static Optional<ButtonAction> parse(String code) {
    List<String> parts = Arrays.asList(code.split(":", 3));
    String what = parts.size() > 1 ? parts.get(1) : "";
    return switch (parts.getFirst()) {
      case "a" -> parts.size() < 3 ? Optional.empty() : answerFact(what, parts.get(2));
      case "r" -> answer(what).map(AnswerRest::new);
      case "t" -> Optional.of(new ShowTopic(what));
      case "c" -> Optional.of(new Revise(what));
      case "s" -> Optional.of(new Confirm(what.equals("y")));
      case "v" -> CommandKind.named(what).map(RunCommand::new);
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
