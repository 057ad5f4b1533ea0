package backtalk.modelbased;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Position;
import backtalk.conversation.SourcedText;
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

/** What every turn must keep, held against what the person told. */
record Promises(Conversation conversation) {

  /** Holds a turn against what was told until its end. */
  void hold(ExpectedFacts expectedFacts, Turn turn, Instant now) {
    boolean begun = turn.dialogue().begun();
    Position position = expectedFacts.place(begun);
    assertThat(turn.gist().place()).as("the place").isEqualTo(position.word());
    assertThat(emergency(position) || !expectedFacts.emergency())
        .as("an emergency sign was told, the place is %s", position.word())
        .isTrue();
    if (position instanceof Position.Ended(Outcome outcome)) {
      neverMilder(expectedFacts, outcome);
      calmOnlyWhenAllIsDenied(expectedFacts, outcome, now);
      emergencyFirst(outcome, turn.messages());
    }
    if (expectedFacts.redFlag()) {
      movementsWithheld(turn.messages());
    }
    TelegramLimits.telegram(turn);
  }

  static boolean emergency(Position position) {
    return position instanceof Position.Ended(Outcome outcome)
        && outcome.urgency() == Urgency.EMERGENCY;
  }

  private static void neverMilder(ExpectedFacts expectedFacts, Outcome outcome) {
    Urgency due = expectedFacts.due().orElse(Urgency.REASSURE);
    assertThat(outcome.urgency().serves(due))
        .as("%s is told and it ends in %s", due, outcome.id())
        .isTrue();
  }

  private void calmOnlyWhenAllIsDenied(ExpectedFacts expectedFacts, Outcome outcome, Instant now) {
    if (outcome.urgency().atLeast(Urgency.PROFESSIONAL)) {
      return;
    }
    for (Fact fact : expectedFacts.machine().facts().values()) {
      assertThat(!fact.redFlag() || ruledOut(expectedFacts, fact, now))
          .as(
              "calm (%s), but %s is %s",
              outcome.id(), fact.id(), expectedFacts.told().get(fact.id()))
          .isTrue();
    }
  }

  private boolean ruledOut(ExpectedFacts expectedFacts, Fact fact, Instant now) {
    Optional<FactValue> told = Optional.ofNullable(expectedFacts.told().get(fact.id()));
    return fact.onlyIfSaid()
        ? told.filter(it -> Answer.MAY_BE.contains(it.answer())).isEmpty()
        : denied(told, now)
            || ExpectedFacts.whole(expectedFacts.machine(), fact.id())
                .filter(whole -> denied(Optional.ofNullable(expectedFacts.told().get(whole)), now))
                .isPresent();
  }

  private boolean denied(Optional<FactValue> told, Instant now) {
    return told.filter(it -> it.answer() == Answer.NO && !stale(it.at(), now)).isPresent();
  }

  boolean stale(Instant told, Instant now) {
    return Duration.between(told, now).compareTo(conversation.about().freshFor()) > 0;
  }

  private static void emergencyFirst(Outcome outcome, List<Message> messages) {
    if (outcome.urgency() == Urgency.EMERGENCY && !messages.isEmpty()) {
      String first = messages.getFirst().text().plain();
      assertThat(lines(outcome).anyMatch(line -> first.startsWith(line.say())))
          .as("the emergency stands, and the reply opens with: %s", first)
          .isTrue();
    }
  }

  private static Stream<SourcedText> lines(Outcome outcome) {
    return Stream.concat(
        outcome.opening().title().stream(), outcome.opening().opensWith().stream());
  }

  private void movementsWithheld(List<Message> messages) {
    List<String> movements =
        conversation.topics().values().stream()
            .filter(Topic::movements)
            .flatMap(topic -> topic.says().stream())
            .map(SourcedText::say)
            .toList();
    for (Message message : messages) {
      String text = message.text().plain();
      assertThat(movements).as("movements beside a red flag").noneMatch(text::contains);
    }
  }
}
