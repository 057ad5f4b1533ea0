package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Topic;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.SourceMap;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pairs a line of a conversation with its source location. */
record LocatedLine(SourceLocation at, SourcedText line) {

  static Stream<LocatedLine> all(ConversationCheck check) {
    return Stream.concat(ofQuestions(check), ofAnswers(check));
  }

  /** Returns the lines of questions: why something is asked, and help on it. */
  static Stream<LocatedLine> ofQuestions(ConversationCheck check) {
    SourceMap at = check.at();
    return Stream.concat(
        check.machine().states().values().stream()
            .flatMap(
                state ->
                    ofQuestion(
                        state.question().why(),
                        state.question().help(),
                        keys -> at.state(state.id(), keys))),
        check.machine().facts().values().stream()
            .flatMap(
                fact ->
                    ofQuestion(
                        fact.words().why(),
                        fact.words().help(),
                        keys -> at.fact(fact.id(), keys))));
  }

  private static Stream<LocatedLine> ofQuestion(
      List<SourcedText> why, List<SourcedText> help, Function<String[], SourceLocation> at) {
    return below(Map.of("why", why, "help", help), at);
  }

  /** Returns all other lines: the cautions, and the lines of outcomes and topics. */
  static Stream<LocatedLine> ofAnswers(ConversationCheck check) {
    Conversation conversation = check.conversation();
    SourceMap at = check.at();
    Stream<LocatedLine> cautions =
        below(
            "cautions",
            conversation.cautions(),
            keys -> check.files().locate(YamlDocuments.CONVERSATION, keys));
    Stream<LocatedLine> outcomes =
        conversation.machine().outcomes().values().stream()
            .flatMap(outcome -> ofOutcome(outcome, keys -> at.outcome(outcome.id(), keys)));
    Stream<LocatedLine> topics =
        conversation.topics().values().stream()
            .flatMap(topic -> ofTopic(topic.card(), keys -> at.topic(topic.id(), keys)));
    return Stream.concat(cautions, Stream.concat(outcomes, topics));
  }

  private static Stream<LocatedLine> ofOutcome(
      Outcome outcome, Function<String[], SourceLocation> at) {
    return below(
        Map.of(
            "title", outcome.opening().title(),
            "opens-with", outcome.opening().opensWith(),
            "recall", outcome.opening().recall(),
            "means", outcome.card().means(),
            "do", outcome.card().todo(),
            "now", outcome.card().now(),
            "watch", outcome.card().watch(),
            "staff", outcome.handover().staff(),
            "questions", outcome.handover().questions()),
        at);
  }

  private static Stream<LocatedLine> ofTopic(
      Topic.Card card, Function<String[], SourceLocation> at) {
    return below(
        Map.of(
            "answer", card.answer(),
            "brief", card.brief(),
            "more", card.more(),
            "differ", card.differ(),
            "change", card.change()),
        at);
  }

  private static Stream<LocatedLine> below(
      Map<String, List<SourcedText>> keys, Function<String[], SourceLocation> at) {
    return keys.entrySet().stream().flatMap(key -> below(key.getKey(), key.getValue(), at));
  }

  /** Returns the lines below a key; {@code at} locates a path of keys. */
  static Stream<LocatedLine> below(
      String key, List<SourcedText> texts, Function<String[], SourceLocation> at) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i -> new LocatedLine(at.apply(new String[] {key, String.valueOf(i)}), texts.get(i)));
  }
}
