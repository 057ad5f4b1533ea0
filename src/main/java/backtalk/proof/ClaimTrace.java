package backtalk.proof;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists every sentence of a conversation with the full text of the claims that it rests on. */
record ClaimTrace(Conversation conversation) {

  String text() {
    Stream<String> lines = lines().distinct().map(line -> withClaims(line.say(), line.claims()));
    Stream<String> facts =
        conversation.machine().facts().values().stream()
            .map(fact -> withClaims("how serious it is: " + fact.words().name(), fact.source()));
    return Stream.concat(lines, facts).collect(Collectors.joining("\n")) + "\n";
  }

  private String withClaims(String words, List<String> claims) {
    return words + "\n" + claims.stream().map(this::claim).collect(Collectors.joining());
  }

  private String claim(String id) {
    Claim claim = conversation.sources().claims().get(id);
    return "    " + id + (claim == null ? "" : ": " + claim.says()) + "\n";
  }

  private Stream<SourcedText> lines() {
    Stream<SourcedText> states =
        conversation.machine().states().values().stream()
            .flatMap(
                it -> Stream.concat(it.question().why().stream(), it.question().help().stream()));
    Stream<SourcedText> facts =
        conversation.machine().facts().values().stream()
            .map(Fact::words)
            .flatMap(it -> Stream.concat(it.why().stream(), it.help().stream()));
    Stream<SourcedText> outcomes =
        conversation.machine().outcomes().values().stream().flatMap(ClaimTrace::lines);
    Stream<SourcedText> topics =
        conversation.topics().values().stream().flatMap(topic -> topic.card().lines());
    return Stream.of(states, facts, outcomes, topics, conversation.cautions().stream())
        .flatMap(some -> some);
  }

  private static Stream<SourcedText> lines(Outcome outcome) {
    Outcome.Opening opening = outcome.opening();
    Outcome.Card card = outcome.card();
    return Stream.of(
            opening.title(),
            opening.opensWith(),
            opening.recall(),
            card.means(),
            card.todo(),
            card.now(),
            card.watch())
        .flatMap(List::stream);
  }
}
