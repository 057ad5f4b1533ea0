package backtalk.modelbased;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.dialogue.input.CommandKind;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws random meanings, however unlikely, and a distinct line of text for each. */
final class MeaningGenerator {

  private static final List<String> SMALL_TALK = List.of("thanks", "greeting", "human");
  private static final List<Answer> ANSWERS =
      List.of(Answer.NO, Answer.NO, Answer.YES, Answer.UNSURE);

  private final Conversation conversation;
  private final Random random;
  private final List<String> facts;
  private final Map<String, NluResult> meanings = new HashMap<>();

  MeaningGenerator(Conversation conversation, Random random) {
    this.conversation = conversation;
    this.random = random;
    this.facts =
        conversation.machine().facts().values().stream()
            .filter(fact -> !fact.workedOut())
            .map(Fact::id)
            .toList();
  }

  /** Returns the meaning of each line drawn so far. */
  Map<String, NluResult> meanings() {
    return meanings;
  }

  /** Draws a meaning and returns its line. */
  String next() {
    NluResult result =
        new NluResult(
            chance(50) ? mentions() : List.of(),
            chance(20) ? List.of(one(facts)) : List.of(),
            chance(6) ? Optional.of(one(facts)) : Optional.empty(),
            chance(50) ? Optional.of(one(List.of(AnswerKind.values()))) : Optional.empty(),
            topics(),
            chance(20) ? Optional.of(verb()) : Optional.empty());
    String line = "“" + line(result) + "”";
    meanings.put(line, result);
    return line;
  }

  /** Draws up to three facts, no two of them linked, so that no line contradicts itself. */
  private List<FactMention> mentions() {
    Set<String> wholes = new HashSet<>();
    return IntStream.range(0, 1 + random.nextInt(3))
        .mapToObj(i -> one(facts))
        .filter(fact -> wholes.add(ExpectedFacts.whole(conversation.machine(), fact).orElse(fact)))
        .map(fact -> new FactMention(fact, one(ANSWERS)))
        .toList();
  }

  private TopicMatch topics() {
    List<String> all = List.copyOf(conversation.topics().keySet());
    return switch (random.nextInt(4)) {
      case 0 -> new TopicMatch.Answered(List.of(one(all)), List.of(one(all)), random.nextBoolean());
      case 1 -> new TopicMatch.Offered(List.of(one(all), one(all)).stream().distinct().toList());
      default -> new TopicMatch.Declined();
    };
  }

  private String verb() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> one(SMALL_TALK);
      case 2, 3 -> CommandKind.UNDO.word();
      default -> one(List.of(CommandKind.values())).word();
    };
  }

  private static String line(NluResult result) {
    String topics =
        switch (result.topics()) {
          case TopicMatch.Answered(List<String> ids, var others, var sure) -> "asks " + ids;
          case TopicMatch.Offered(List<String> ids) -> "perhaps asks " + ids;
          case TopicMatch.Declined declined -> "";
        };
    return Stream.of(
            result.mentions().stream()
                .map(t -> t.fact() + ": " + t.answer().word())
                .toList()
                .toString(),
            "doubts " + result.doubts(),
            result.someoneElse().map(fact -> "someone else: " + fact).orElse(""),
            result.reply().map(answerKind -> "answers " + answerKind).orElse(""),
            topics,
            result.verb().map(verb -> "verb " + verb).orElse(""))
        .filter(part -> !part.isEmpty() && !part.equals("[]") && !part.equals("doubts []"))
        .reduce((a, b) -> a + ", " + b)
        .orElse("nothing");
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
