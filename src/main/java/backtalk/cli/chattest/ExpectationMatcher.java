package backtalk.cli.chattest;

import backtalk.cli.TerminalSession;
import backtalk.cli.TurnJson;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Button;
import backtalk.dialogue.Turn;
import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.TextReplacement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares a test's expectation with a turn and collects the mismatches. */
final class ExpectationMatcher {
  private static final String UNKNOWN = "unknown";
  private static final String NONE = "none";

  private final Turn turn;
  private final String text;
  private final List<String> labels;
  private final List<Mismatch> mismatches = new ArrayList<>();

  private ExpectationMatcher(TerminalSession.Exchange exchange, List<Button> keyboard) {
    turn = exchange.turn();
    text =
        exchange.messages().stream()
            .map(message -> message.text().plain())
            .collect(Collectors.joining("\n"));
    labels = keyboard.stream().map(Button::label).toList();
  }

  /** Returns the mismatches; empty when the whole expectation holds. */
  static List<Mismatch> of(
      ChatTest.Expected expected, TerminalSession.Exchange exchange, List<Button> keyboard) {
    ExpectationMatcher matcher = new ExpectationMatcher(exchange, keyboard);
    matcher.facts(expected.facts());
    expected.state().ifPresent(state -> matcher.same("state", state, matcher.position()));
    expected.outcome().ifPresent(matcher::outcome);
    expected.action().ifPresent(action -> matcher.same("action", action, matcher.action()));
    expected.topics().ifPresent(matcher::topics);
    matcher.words(expected.texts());
    return matcher.mismatches;
  }

  private void facts(Map<String, String> expected) {
    Map<String, String> facts = TurnJson.facts(turn);
    expected.forEach(
        (fact, answer) -> same("fact " + fact, answer, facts.getOrDefault(fact, UNKNOWN)));
  }

  private void outcome(String expected) {
    Optional<Urgency> level = turn.gist().level();
    boolean reached =
        expected.equals(position())
            || level.map(Urgency::word).filter(expected::equals).isPresent()
            || level.map(Urgency::action).filter(expected::equals).isPresent();
    if (!reached) {
      String reachedLevel = level.map(Urgency::word).orElse(NONE);
      addMismatch(
          "outcome: expected %s, but the level so far is %s in %s",
          expected, reachedLevel, position());
    }
  }

  private void topics(List<String> expected) {
    List<String> actual = turn.gist().topics();
    if (!new HashSet<>(expected).equals(new HashSet<>(actual))) {
      same("topics", listed(expected), listed(actual));
    }
  }

  private void words(ChatTest.ExpectedTexts expected) {
    missing(
        TextReplacement.Key.SAYS, expected.says(), text::contains, TextSimilarity.sentences(text));
    expected.saysNot().stream()
        .filter(text::contains)
        .map(words -> "says-not: stands in the answer: \"" + words + "\"")
        .forEach(sentence -> mismatches.add(new Mismatch.Forbidden(sentence)));
    missing(TextReplacement.Key.BUTTONS, expected.buttons(), labels::contains, labels);
  }

  private void missing(
      TextReplacement.Key key,
      List<String> texts,
      Predicate<String> present,
      List<String> offered) {
    for (int i = 0; i < texts.size(); i++) {
      if (!present.test(texts.get(i))) {
        mismatches.add(new Mismatch.Missing(key, i, texts.get(i), offered));
      }
    }
  }

  private void same(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      addMismatch("%s: expected %s, but it is %s", what, expected, actual);
    }
  }

  private void addMismatch(String format, String first, String second, String third) {
    mismatches.add(new Mismatch.Behavior(format.formatted(first, second, third)));
  }

  private String position() {
    return turn.gist().place();
  }

  private String action() {
    return turn.gist().kind().word();
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? NONE : String.join(", ", words);
  }
}
