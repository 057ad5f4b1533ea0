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
  record Tell(String fact, Answer answer) implements ButtonAction {}

  /**
   * Gives one answer to everything that the question leaves open: none of these, not sure, skip.
   */
  record TellRest(Answer answer) implements ButtonAction {}

  /** Asks a topic. */
  record Choose(String topic) implements ButtonAction {}

  /** Asks for one earlier answer to be asked again. */
  record Revise(String fact) implements ButtonAction {}

  /** Answers a small question of the dialogue's own. */
  record Settle(boolean yes) implements ButtonAction {}

  /** Does a verb. */
  record Do(CommandKind commandKind) implements ButtonAction {}

  /** True when the button belongs to one question only, so that a late tap must not count. */
  default boolean boundToQuestion() {
    return switch (this) {
      case Tell tell -> true;
      case TellRest rest -> true;
      case Settle settle -> true;
      case Do(CommandKind commandKind) -> commandKind == CommandKind.BACK;
      case Choose choose -> false;
      case Revise revise -> false;
    };
  }

  /** The short code of this tap; ids of facts and topics must be at most 40 letters. */
  default String code() {
    return switch (this) {
      case Tell(String fact, Answer answer) -> "a:" + fact + ":" + letter(answer);
      case TellRest(Answer answer) -> "r:" + letter(answer);
      case Choose(String topic) -> "t:" + topic;
      case Revise(String fact) -> "c:" + fact;
      case Settle(boolean yes) -> "s:" + (yes ? "y" : "n");
      case Do(CommandKind commandKind) -> "v:" + commandKind.word();
    };
  }

  /** The tap of a code; empty for a code that no version of the bot wrote. */
  static Optional<ButtonAction> parse(String code) {
    List<String> parts = Arrays.asList(code.split(":", 3));
    String what = parts.size() > 1 ? parts.get(1) : "";
    return switch (parts.getFirst()) {
      case "a" -> parts.size() < 3 ? Optional.empty() : told(what, parts.get(2));
      case "r" -> answer(what).map(TellRest::new);
      case "t" -> Optional.of(new Choose(what));
      case "c" -> Optional.of(new Revise(what));
      case "s" -> Optional.of(new Settle(what.equals("y")));
      case "v" -> CommandKind.named(what).map(Do::new);
      default -> Optional.empty();
    };
  }

  private static Optional<ButtonAction> told(String fact, String letter) {
    return answer(letter).map(answer -> new Tell(fact, answer));
  }

  private static String letter(Answer answer) {
    return answer.name().substring(0, 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<Answer> answer(String letter) {
    return Arrays.stream(Answer.values()).filter(a -> letter(a).equals(letter)).findFirst();
  }
}
