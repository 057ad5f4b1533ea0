package backtalk.cli.evaluation;

import backtalk.conversation.Conversation;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Assessment;
import backtalk.dialogue.Turn;
import backtalk.dialogue.TurnKind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Measures whether a sign is heard beside a question: every sign of a list is joined with every
 * question in every way, and each message is the first of a new dialogue.
 *
 * @param turn takes a first message to its turn
 */
public record GridEvaluation(Conversation conversation, Function<String, Turn> turn) {

  private static final Set<TurnKind> HEARD =
      EnumSet.of(TurnKind.EMERGENCY, TurnKind.SEE_DOCTOR, TurnKind.CONFIRM);

  /** Holds words that tell a sign, alone or in a message, and how urgent it is. */
  private record Told(String words, Urgency urgency) {}

  /**
   * Scores the grid of a folder: {@code signs.tsv} and {@code noun-signs.tsv} (words, level, fact),
   * {@code questions.txt}, {@code joiners.txt} with {@code {a}} and {@code {b}}, {@code
   * noun-joiners.txt} with {@code {n}}.
   */
  public EvaluationScores score(Path folder) {
    EvaluationScores scores = new EvaluationScores();
    Stream.concat(joined(folder), named(folder)).forEach(message -> score(message, scores));
    return scores;
  }

  private static Stream<Told> joined(Path folder) {
    List<String> questions = EvaluationSet.lines(folder.resolve("questions.txt"));
    List<String> joiners = EvaluationSet.lines(folder.resolve("joiners.txt"));
    return signs(folder.resolve("signs.tsv"))
        .flatMap(
            sign ->
                questions.stream()
                    .flatMap(
                        question ->
                            joiners.stream()
                                .map(it -> it.replace("{a}", sign.words()).replace("{b}", question))
                                .map(text -> new Told(text, sign.urgency()))));
  }

  private static Stream<Told> named(Path folder) {
    List<String> joiners = EvaluationSet.lines(folder.resolve("noun-joiners.txt"));
    return signs(folder.resolve("noun-signs.tsv"))
        .flatMap(
            sign ->
                joiners.stream()
                    .map(it -> new Told(it.replace("{n}", sign.words()), sign.urgency())));
  }

  private static Stream<Told> signs(Path file) {
    return EvaluationSet.lines(file).stream()
        .map(line -> line.split("\t", -1))
        .map(cells -> new Told(cells[0], Urgency.named(cells[1]).orElseThrow()));
  }

  private void score(Told message, EvaluationScores scores) {
    Turn heard = turn.apply(message.words());
    boolean asked = heard.dialogue().question().pending().isPresent();
    boolean caught = asked || HEARD.contains(heard.gist().kind());
    boolean moves = showsMovements(heard);
    String level = message.urgency().word();
    scores.record("grid: " + level + " signs caught or asked back", caught);
    scores.record("grid: " + level + " signs beside which movements were shown", moves);
    if (!caught || moves) {
      EvaluationSet.Row row = new EvaluationSet.Row(message.words(), Set.of(level), "");
      scores.wrong(moves ? "movements shown" : "missed", row, heard.gist().toString());
    }
  }

  private boolean showsMovements(Turn heard) {
    boolean withheld = new Assessment(conversation.machine(), heard.dialogue().facts()).redFlag();
    return !withheld
        && heard.gist().kind() == TurnKind.ANSWER
        && heard.gist().topics().stream()
            .map(conversation.topics()::get)
            .anyMatch(Topic::movements);
  }
}
