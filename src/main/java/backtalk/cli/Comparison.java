package backtalk.cli;

import backtalk.conversation.Level;
import backtalk.dialogue.Button;
import backtalk.dialogue.Turn;
import backtalk.library.ChatTest;
import backtalk.library.Rewrite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a test expects of a turn beside what came: each difference. */
final class Comparison {
  private static final String UNKNOWN = "unknown";
  private static final String NONE = "none";

  private final Turn turn;
  private final String said;
  private final List<String> labels;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(Session.Exchange exchange, List<Button> keyboard) {
    turn = exchange.turn();
    said =
        exchange.messages().stream()
            .map(message -> message.text().plain())
            .collect(Collectors.joining("\n"));
    labels = keyboard.stream().map(Button::label).toList();
  }

  /** The differences; none when all that is expected holds. */
  static List<Difference> of(
      ChatTest.Expected expected, Session.Exchange exchange, List<Button> keyboard) {
    Comparison comparison = new Comparison(exchange, keyboard);
    comparison.facts(expected.facts());
    expected.state().ifPresent(state -> comparison.same("state", state, comparison.place()));
    expected.outcome().ifPresent(comparison::outcome);
    expected.action().ifPresent(action -> comparison.same("action", action, comparison.action()));
    expected.topics().ifPresent(comparison::topics);
    comparison.words(expected.said());
    return comparison.differences;
  }

  private void facts(Map<String, String> expected) {
    Map<String, String> told = Json.facts(turn);
    expected.forEach(
        (fact, answer) -> same("fact " + fact, answer, told.getOrDefault(fact, UNKNOWN)));
  }

  private void outcome(String expected) {
    Optional<Level> level = turn.gist().level();
    boolean reached =
        expected.equals(place())
            || level.map(Level::word).filter(expected::equals).isPresent()
            || level.map(Level::action).filter(expected::equals).isPresent();
    if (!reached) {
      String far = level.map(Level::word).orElse(NONE);
      deed("outcome: expected %s, but the level so far is %s in %s", expected, far, place());
    }
  }

  private void topics(List<String> expected) {
    List<String> came = turn.gist().topics();
    if (!new HashSet<>(expected).equals(new HashSet<>(came))) {
      same("topics", listed(expected), listed(came));
    }
  }

  private void words(ChatTest.Said expected) {
    gone(Rewrite.Key.SAYS, expected.says(), said::contains, Sentences.of(said));
    expected.saysNot().stream()
        .filter(said::contains)
        .map(words -> "says-not: stands in the answer: \"" + words + "\"")
        .forEach(sentence -> differences.add(new Difference.Forbidden(sentence)));
    gone(Rewrite.Key.BUTTONS, expected.buttons(), labels::contains, labels);
  }

  private void gone(
      Rewrite.Key key, List<String> texts, Predicate<String> there, List<String> offered) {
    for (int i = 0; i < texts.size(); i++) {
      if (!there.test(texts.get(i))) {
        differences.add(new Difference.Gone(key, i, texts.get(i), offered));
      }
    }
  }

  private void same(String what, String expected, String came) {
    if (!expected.equals(came)) {
      deed("%s: expected %s, but it is %s", what, expected, came);
    }
  }

  private void deed(String format, String first, String second, String third) {
    differences.add(new Difference.Deed(format.formatted(first, second, third)));
  }

  private String place() {
    return turn.gist().place();
  }

  private String action() {
    return turn.gist().action().word();
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? NONE : String.join(", ", words);
  }
}
