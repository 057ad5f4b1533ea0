package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.FactRenames;
import backtalk.conversation.StatePath;
import backtalk.dialogue.handling.FactUpdates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How dialogues that were held under an earlier version of a conversation go on under this one. */
public record DialogueMigration(Conversation conversation) {

  /**
   * A print is so many hexadecimal digits long: enough to tell the places of one dialogue apart.
   */
  private static final int PRINT = 8;

  /** Answers from the calmest on: told in this order, none takes away what is more serious. */
  private static final List<Answer> CALMEST_FIRST =
      List.of(Answer.NO, Answer.SKIPPED, Answer.UNSURE, Answer.YES);

  /**
   * What was told, by the names of now. What was given up is dropped, and where facts hang together
   * that did not before, the more serious answer stands.
   */
  public Facts carried(Facts told) {
    Map<String, FactValue> now = new LinkedHashMap<>();
    told.told()
        .forEach((fact, answer) -> now.merge(past().now(fact), answer, DialogueMigration::graver));
    Facts known = new Facts(now).without(one -> !isTold(one.getKey()));
    Facts retold = retold(known);
    return answers(retold).equals(answers(known)) ? known : retold;
  }

  private static FactValue graver(FactValue one, FactValue other) {
    return CALMEST_FIRST.indexOf(one.answer()) >= CALMEST_FIRST.indexOf(other.answer())
        ? one
        : other;
  }

  /** True for a fact that this version has and that people tell. */
  private boolean isTold(String fact) {
    return facts().containsKey(fact) && !conversation.machine().fact(fact).workedOut();
  }

  private Facts retold(Facts known) {
    Facts retold = Facts.NONE;
    for (Answer answer : CALMEST_FIRST) {
      for (Map.Entry<String, FactValue> one : known.told().entrySet()) {
        if (one.getValue().answer() == answer) {
          retold = FactUpdates.tell(conversation.machine(), retold, one.getKey(), one.getValue());
        }
      }
    }
    return retold;
  }

  private static Map<String, Answer> answers(Facts facts) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    facts.told().forEach((fact, value) -> answers.put(fact, value.answer()));
    return answers;
  }

  /**
   * A small question by the names of now; one about a fact that is gone, or about a telling of
   * before, is let go.
   */
  Optional<Confirmation> carried(Confirmation confirmation) {
    return switch (confirmation) {
      case Confirmation.OfFact(String fact) ->
          Optional.of(past().now(fact)).filter(this::isTold).map(Confirmation.OfFact::new);
      case Confirmation.Forget forget -> Optional.of(forget);
      case Confirmation.StartOver over -> Optional.of(over);
      case Confirmation.Retraction retraction -> Optional.empty();
    };
  }

  /**
   * What this version would lose: facts that may be so, which it has no longer, and of which its
   * author did not say what became of them.
   */
  public List<String> lost(Facts told) {
    return told.told().entrySet().stream()
        .filter(one -> Answer.MAY_BE.contains(one.getValue().answer()))
        .map(Map.Entry::getKey)
        .filter(this::isLost)
        .toList();
  }

  /** True when this version neither has that fact nor says what became of it. */
  public boolean isLost(String fact) {
    return !isTold(past().now(fact)) && !past().retired().contains(fact);
  }

  private Map<String, Fact> facts() {
    return conversation.machine().facts();
  }

  private FactRenames past() {
    return conversation.factRenames();
  }

  /** A place by what it means: the same as long as it asks the same, or ends in the same. */
  public static String print(StatePath.End place) {
    return switch (place) {
      case StatePath.End.Nowhere nowhere -> "";
      case StatePath.End.Open(var state) ->
          hash(
              Stream.concat(
                  Stream.of(state.id(), state.question().say()), state.prompt().facts().stream()));
      case StatePath.End.At(var outcome) ->
          hash(
              Stream.concat(
                  Stream.of(outcome.id(), outcome.urgency().word()),
                  outcome.opening().title().stream().map(line -> line.say())));
    };
  }

  private static String hash(Stream<String> words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      words.forEach(word -> digest.update((word + '\0').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, PRINT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
