package backtalk.cli.chattest;

import backtalk.cli.SentenceSplitter;
import backtalk.cli.TerminalSession;
import backtalk.cli.TurnJson;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Button;
import backtalk.dialogue.Turn;
import backtalk.loader.chattests.ChatTest;
import backtalk.loader.yaml.TextReplacement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a test expects of a turn beside what came: each difference. */
final class ExpectationMatcher {
  private static final String UNKNOWN = "unknown";
  private static final String NONE = "none";

  private final Turn turn;
  private final String said;
  private final List<String> labels;
  private final List<Mismatch> differences = new ArrayList<>();

  private ExpectationMatcher(TerminalSession.Exchange exchange, List<Button> keyboard) {
    turn = exchange.turn();
    said =
        exchange.messages().stream()
            .map(message -> message.text().plain())
            .collect(Collectors.joining("\n"));
    labels = keyboard.stream().map(Button::label).toList();
  }

  /** The differences; none when all that is expected holds. */
  static List<Mismatch> of(
      ChatTest.Expected expected, TerminalSession.Exchange exchange, List<Button> keyboard) {
    ExpectationMatcher comparison = new ExpectationMatcher(exchange, keyboard);
    comparison.facts(expected.facts());
    expected.state().ifPresent(state -> comparison.same("state", state, comparison.place()));
    expected.outcome().ifPresent(comparison::outcome);
    expected.action().ifPresent(action -> comparison.same("action", action, comparison.action()));
    expected.topics().ifPresent(comparison::topics);
    comparison.words(expected.texts());
    return comparison.differences;
  }

  private void facts(Map<String, String> expected) {
    Map<String, String> told = TurnJson.facts(turn);
    expected.forEach(
        (fact, answer) -> same("fact " + fact, answer, told.getOrDefault(fact, UNKNOWN)));
  }

  private void outcome(String expected) {
    Optional<Urgency> level = turn.gist().level();
    boolean reached =
        expected.equals(place())
            || level.map(Urgency::word).filter(expected::equals).isPresent()
            || level.map(Urgency::action).filter(expected::equals).isPresent();
    if (!reached) {
      String far = level.map(Urgency::word).orElse(NONE);
      deed("outcome: expected %s, but the level so far is %s in %s", expected, far, place());
    }
  }

  private void topics(List<String> expected) {
    List<String> came = turn.gist().topics();
    if (!new HashSet<>(expected).equals(new HashSet<>(came))) {
      same("topics", listed(expected), listed(came));
    }
  }

  private void words(ChatTest.ExpectedTexts expected) {
    gone(TextReplacement.Key.SAYS, expected.says(), said::contains, SentenceSplitter.of(said));
    expected.saysNot().stream()
        .filter(said::contains)
        .map(words -> "says-not: stands in the answer: \"" + words + "\"")
        .forEach(sentence -> differences.add(new Mismatch.Forbidden(sentence)));
    gone(TextReplacement.Key.BUTTONS, expected.buttons(), labels::contains, labels);
  }

  private void gone(
      TextReplacement.Key key, List<String> texts, Predicate<String> there, List<String> offered) {
    for (int i = 0; i < texts.size(); i++) {
      if (!there.test(texts.get(i))) {
        differences.add(new Mismatch.Gone(key, i, texts.get(i), offered));
      }
    }
  }

  private void same(String what, String expected, String came) {
    if (!expected.equals(came)) {
      deed("%s: expected %s, but it is %s", what, expected, came);
    }
  }

  private void deed(String format, String first, String second, String third) {
    differences.add(new Mismatch.Deed(format.formatted(first, second, third)));
  }

  private String place() {
    return turn.gist().place();
  }

  private String action() {
    return turn.gist().kind().word();
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? NONE : String.join(", ", words);
  }
}
