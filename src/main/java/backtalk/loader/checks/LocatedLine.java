package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
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

  /** Returns every line of a conversation. */
  static Stream<LocatedLine> all(ConversationCheck check) {
    return Stream.concat(ofQuestions(check), ofAnswers(check));
  }

  /** Returns the lines of questions: why something is asked, and help on it. */
  static Stream<LocatedLine> ofQuestions(ConversationCheck check) {
    SourceMap at = check.at();
    return Stream.concat(
            check.machine().states().values().stream()
                .map(
                    state ->
                        lines(
                            Map.of("why", state.question().why(), "help", state.question().help()),
                            keys -> at.state(state.id(), keys))),
            check.machine().facts().values().stream()
                .map(
                    fact ->
                        lines(
                            Map.of("why", fact.words().why(), "help", fact.words().help()),
                            keys -> at.fact(fact.id(), keys))))
        .flatMap(lines -> lines);
  }

  /** Returns all other lines: the cautions, and the lines of outcomes and topics. */
  static Stream<LocatedLine> ofAnswers(ConversationCheck check) {
    Conversation conversation = check.conversation();
    SourceMap at = check.at();
    return Stream.of(
            Stream.of(
                lines(
                    Map.of("cautions", conversation.cautions()),
                    keys -> check.files().locate(YamlDocuments.CONVERSATION, keys))),
            conversation.machine().outcomes().values().stream()
                .map(outcome -> lines(texts(outcome), keys -> at.outcome(outcome.id(), keys))),
            conversation.topics().values().stream()
                .map(
                    topic ->
                        lines(Map.of("says", topic.says()), keys -> at.topic(topic.id(), keys))))
        .flatMap(parts -> parts)
        .flatMap(lines -> lines);
  }

  /** Returns the lines of an outcome by their key in the file. */
  private static Map<String, List<SourcedText>> texts(Outcome outcome) {
    return Map.of(
        "title", outcome.opening().title(),
        "opens-with", outcome.opening().opensWith(),
        "recall", outcome.opening().recall(),
        "means", outcome.card().means(),
        "do", outcome.card().todo(),
        "now", outcome.card().now(),
        "watch", outcome.card().watch());
  }

  /** Returns the lines below several keys. */
  static Stream<LocatedLine> lines(
      Map<String, List<SourcedText>> texts, Function<String[], SourceLocation> at) {
    return texts.entrySet().stream().flatMap(key -> lines(key.getValue(), at, key.getKey()));
  }

  private static Stream<LocatedLine> lines(
      List<SourcedText> texts, Function<String[], SourceLocation> at, String key) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i -> new LocatedLine(at.apply(new String[] {key, String.valueOf(i)}), texts.get(i)));
  }
}
