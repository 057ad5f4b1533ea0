package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Message;
import backtalk.dialogue.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asserts the promises of a turn against the facts that the person gave. */
record PromiseAssertions(Conversation conversation) {

  /** Asserts every promise for a turn and the facts recorded after it. */
  void assertKept(ExpectedFacts expectedFacts, Turn turn, Instant now) {
    boolean begun = turn.dialogue().begun();
    Position position = expectedFacts.position(begun);
    assertThat(turn.gist().place()).as("the position").isEqualTo(position.word());
    assertThat(isEmergency(position) || !expectedFacts.emergency())
        .as("an emergency sign was given, the position is %s", position.word())
        .isTrue();
    if (position instanceof Position.Ended(Outcome outcome)) {
      assertNotMilder(expectedFacts, outcome);
      assertCalmOnlyWhenAllDenied(expectedFacts, outcome, now);
      assertEmergencyFirst(outcome, turn.messages());
    }
    if (expectedFacts.redFlag()) {
      assertMovementsWithheld(turn.messages());
    }
    TelegramLimits.assertFits(turn);
  }

  static boolean isEmergency(Position position) {
    return position instanceof Position.Ended(Outcome outcome)
        && outcome.urgency() == Urgency.EMERGENCY;
  }

  private static void assertNotMilder(ExpectedFacts expectedFacts, Outcome outcome) {
    Urgency due = expectedFacts.due().orElse(Urgency.REASSURE);
    assertThat(outcome.urgency().serves(due))
        .as("the facts require %s and it ends in %s", due, outcome.id())
        .isTrue();
  }

  private void assertCalmOnlyWhenAllDenied(
      ExpectedFacts expectedFacts, Outcome outcome, Instant now) {
    if (outcome.urgency().atLeast(Urgency.PROFESSIONAL)) {
      return;
    }
    for (Fact fact : expectedFacts.machine().facts().values()) {
      assertThat(!fact.redFlag() || isRuledOut(expectedFacts, fact, now))
          .as(
              "calm (%s), but %s is %s",
              outcome.id(), fact.id(), expectedFacts.recorded().get(fact.id()))
          .isTrue();
    }
  }

  private boolean isRuledOut(ExpectedFacts expectedFacts, Fact fact, Instant now) {
    Optional<FactValue> recorded = Optional.ofNullable(expectedFacts.recorded().get(fact.id()));
    return fact.onlyIfSaid()
        ? recorded.filter(it -> Answer.MAY_BE.contains(it.answer())).isEmpty()
        : isDenied(recorded, now)
            || isNotNeeded(expectedFacts, fact, now)
            || ExpectedFacts.whole(expectedFacts.machine(), fact.id())
                .filter(
                    whole ->
                        isDenied(Optional.ofNullable(expectedFacts.recorded().get(whole)), now))
                .isPresent();
  }

  /**
   * Returns true when all facts that would make an answer needed are denied. A no to a fact that is
   * no red flag counts for good.
   */
  private boolean isNotNeeded(ExpectedFacts expectedFacts, Fact fact, Instant now) {
    StateMachine machine = expectedFacts.machine();
    Fact.Link link = ExpectedFacts.whole(machine, fact.id()).map(machine::fact).orElse(fact).link();
    Optional<FactValue> recorded = Optional.ofNullable(expectedFacts.recorded().get(fact.id()));
    return recorded.filter(it -> Answer.MAY_BE.contains(it.answer())).isEmpty()
        && link instanceof Fact.Link.Asked(List<String> neededIf)
        && !neededIf.isEmpty()
        && neededIf.stream()
            .map(machine::fact)
            .allMatch(other -> counts(expectedFacts, other, now));
  }

  private boolean counts(ExpectedFacts expectedFacts, Fact no, Instant now) {
    Optional<FactValue> recorded = Optional.ofNullable(expectedFacts.recorded().get(no.id()));
    return no.redFlag()
        ? isDenied(recorded, now)
        : recorded.filter(it -> it.answer() == Answer.NO).isPresent();
  }

  private boolean isDenied(Optional<FactValue> recorded, Instant now) {
    return recorded.filter(it -> it.answer() == Answer.NO && !isStale(it.at(), now)).isPresent();
  }

  boolean isStale(Instant recorded, Instant now) {
    return Duration.between(recorded, now).compareTo(conversation.about().freshFor()) > 0;
  }

  private static void assertEmergencyFirst(Outcome outcome, List<Message> messages) {
    if (outcome.urgency() == Urgency.EMERGENCY && !messages.isEmpty()) {
      String first = messages.getFirst().text().plain();
      assertThat(lines(outcome).anyMatch(line -> first.startsWith(line.say())))
          .as("in an emergency the reply opens with: %s", first)
          .isTrue();
    }
  }

  private static Stream<SourcedText> lines(Outcome outcome) {
    return Stream.concat(
        outcome.opening().title().stream(), outcome.opening().opensWith().stream());
  }

  private void assertMovementsWithheld(List<Message> messages) {
    List<String> movements =
        conversation.topics().values().stream()
            .filter(Topic::movements)
            .flatMap(topic -> topic.card().lines())
            .map(SourcedText::say)
            .toList();
    for (Message message : messages) {
      String text = message.text().plain();
      assertThat(movements).as("movements beside a red flag").noneMatch(text::contains);
    }
  }
}
