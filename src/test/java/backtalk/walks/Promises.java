package backtalk.walks;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Line;
import backtalk.conversation.Outcome;
import backtalk.conversation.Place;
import backtalk.conversation.Topic;
import backtalk.dialogue.Message;
import backtalk.dialogue.Told;
import backtalk.dialogue.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every turn must keep, held against what the person told. */
record Promises(Conversation conversation) {

  /** Holds a turn against what was told until its end. */
  void hold(Ledger ledger, Turn turn, Instant now) {
    boolean begun = turn.dialogue().begun();
    Place place = ledger.place(begun);
    assertThat(turn.gist().place()).as("the place").isEqualTo(place.word());
    assertThat(emergency(place) || !ledger.emergency())
        .as("an emergency sign was told, the place is %s", place.word())
        .isTrue();
    if (place instanceof Place.Ended(Outcome outcome)) {
      neverMilder(ledger, outcome);
      calmOnlyWhenAllIsDenied(ledger, outcome, now);
      emergencyFirst(outcome, turn.messages());
    }
    if (ledger.redFlag()) {
      movementsWithheld(turn.messages());
    }
    Fits.telegram(turn);
  }

  static boolean emergency(Place place) {
    return place instanceof Place.Ended(Outcome outcome) && outcome.level() == Level.EMERGENCY;
  }

  private static void neverMilder(Ledger ledger, Outcome outcome) {
    Level due = ledger.due().orElse(Level.REASSURE);
    assertThat(outcome.level().serves(due))
        .as("%s is told and it ends in %s", due, outcome.id())
        .isTrue();
  }

  private void calmOnlyWhenAllIsDenied(Ledger ledger, Outcome outcome, Instant now) {
    if (outcome.level().atLeast(Level.PROFESSIONAL)) {
      return;
    }
    for (Fact fact : ledger.machine().facts().values()) {
      assertThat(!fact.redFlag() || ruledOut(ledger, fact, now))
          .as("calm (%s), but %s is %s", outcome.id(), fact.id(), ledger.told().get(fact.id()))
          .isTrue();
    }
  }

  private boolean ruledOut(Ledger ledger, Fact fact, Instant now) {
    Optional<Told> told = Optional.ofNullable(ledger.told().get(fact.id()));
    return fact.onlyIfSaid()
        ? told.filter(it -> Answer.MAY_BE.contains(it.answer())).isEmpty()
        : denied(told, now)
            || Ledger.whole(ledger.machine(), fact.id())
                .filter(whole -> denied(Optional.ofNullable(ledger.told().get(whole)), now))
                .isPresent();
  }

  private boolean denied(Optional<Told> told, Instant now) {
    return told.filter(it -> it.answer() == Answer.NO && !stale(it.at(), now)).isPresent();
  }

  boolean stale(Instant told, Instant now) {
    return Duration.between(told, now).compareTo(conversation.about().freshFor()) > 0;
  }

  private static void emergencyFirst(Outcome outcome, List<Message> messages) {
    if (outcome.level() == Level.EMERGENCY && !messages.isEmpty()) {
      String first = messages.getFirst().text().plain();
      assertThat(lines(outcome).anyMatch(line -> first.startsWith(line.say())))
          .as("the emergency stands, and the reply opens with: %s", first)
          .isTrue();
    }
  }

  private static Stream<Line> lines(Outcome outcome) {
    return Stream.concat(
        outcome.opening().title().stream(), outcome.opening().opensWith().stream());
  }

  private void movementsWithheld(List<Message> messages) {
    List<String> movements =
        conversation.topics().values().stream()
            .filter(Topic::movements)
            .flatMap(topic -> topic.says().stream())
            .map(Line::say)
            .toList();
    for (Message message : messages) {
      String text = message.text().plain();
      assertThat(movements).as("movements beside a red flag").noneMatch(text::contains);
    }
  }
}
