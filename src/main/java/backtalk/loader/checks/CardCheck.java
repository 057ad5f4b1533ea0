package backtalk.loader.checks;

import backtalk.conversation.SourcedText;
import backtalk.conversation.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks what a card shows before it is unfolded: a short answer, and a few sentences. The lines
 * count whatever their conditions, and a caution counts as one sentence.
 */
record CardCheck(Input input) implements ConversationCheck {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+[”\"')]*(\\s+|$)");

  @Override
  public void find() {
    conversation().topics().values().forEach(this::check);
  }

  private void check(Topic topic) {
    LocatedLine.below("answer", topic.card().answer(), keys -> at().topic(topic.id(), keys))
        .forEach(
            line ->
                checkLength(line.line().say(), Limit.ANSWER.of(files()), "The answer", line.at()));
    List<SourcedText> cautions = topic.movements() ? conversation().cautions() : List.of();
    checkCount(
        "Below the answer stand %d sentences",
        sentences(topic.card().brief()) + cautions.size(),
        Limit.SENTENCES,
        at().topic(topic.id(), "brief"),
        "Put what matters less under 'more'.");
    String answer =
        topic.card().answer().stream()
            .map(SourcedText::say)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    String below =
        Stream.concat(topic.card().brief().stream(), cautions.stream())
            .map(line -> " " + line.say())
            .reduce("", String::concat);
    checkLength(
        answer + below,
        Limit.UNFOLDED.of(files()),
        "What the card shows before it is unfolded",
        at().topic(topic.id(), "brief"));
  }

  private static int sentences(List<SourcedText> lines) {
    return lines.stream()
        .mapToInt(line -> (int) SENTENCE_END.splitAsStream(line.say()).count())
        .sum();
  }
}
