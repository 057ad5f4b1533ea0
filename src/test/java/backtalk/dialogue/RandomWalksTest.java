package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seeded random chats: taps on any button ever shown, typed words, corrections, commands, silence.
 * After every step the promises are held against what was really said.
 */
class RandomWalksTest {

  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;
  private static final Machine MACHINE = CONVERSATION.machine();
  private static final int CHATS = 40;
  private static final int STEPS = 40;

  private static final List<String> WORDS =
      List.of(
          "yes",
          "no",
          "not sure",
          "none of these",
          "skip",
          "idk",
          "why",
          "",
          "👍",
          "asdf qwer",
          "what makes the sound?",
          "how can i stop it",
          "is it arthritis",
          "start over",
          "thanks",
          "it is swollen",
          "i wet myself",
          "no numbness",
          "my foot is tingly");

  private static final List<String> COMMANDS =
      List.of("start", "check", "topics", "back", "stop", "help", "privacy", "mydata", "forget");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void everyStepKeepsThePromises(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < CHATS; i++) {
      Chat chat = new Chat(CONVERSATION);
      chat.commands("start");
      for (int step = 0; step < STEPS; step++) {
        step(chat, random);
        holds(chat, "seed " + seed + ", chat " + i + ", step " + step);
      }
    }
  }

  private static void step(Chat chat, Random random) {
    int kind = random.nextInt(100);
    if (kind < 70) {
      tapNewest(chat, random);
    } else if (kind < 78) {
      tapAny(chat, random);
    } else if (kind < 92) {
      chat.says(WORDS.get(random.nextInt(WORDS.size())));
    } else if (kind < 97) {
      chat.commands(COMMANDS.get(random.nextInt(COMMANDS.size())));
    } else {
      chat.waits(Duration.ofHours(random.nextInt(72)));
      chat.take(new Input.Silence());
    }
  }

  private static void tapNewest(Chat chat, Random random) {
    List<Button> newest = chat.newest();
    chat.take(new Input.Tapped(newest.get(random.nextInt(newest.size())).data()));
  }

  private static void tapAny(Chat chat, Random random) {
    List<Button> all =
        chat.turns.stream()
            .flatMap(turn -> turn.messages().stream())
            .flatMap(message -> message.rows().stream())
            .flatMap(List::stream)
            .toList();
    chat.take(new Input.Tapped(all.get(random.nextInt(all.size())).data()));
  }

  private static void holds(Chat chat, String where) {
    Place place = MACHINE.where(chat.dialogue.facts(), chat.dialogue.begun());
    if (place instanceof Place.Ended(Outcome outcome)) {
      assertNeverMilderThanTold(outcome, chat, where);
      assertCalmOnlyWhenEveryRedFlagIsNo(outcome, chat, where);
    }
    assertEmergencyAtOnce(place, chat, where);
    assertStandsFirst(place, chat, where);
    assertFits(chat.last(), where);
  }

  private static void assertNeverMilderThanTold(Outcome outcome, Chat chat, String where) {
    for (Fact fact : MACHINE.facts().values()) {
      Optional<Level> due = chat.fact(fact.id()).flatMap(answer -> fact.severity().of(answer));
      due.ifPresent(
          level ->
              assertThat(outcome.level().serves(level))
                  .as("%s: %s ends at %s", where, fact.id(), outcome.id())
                  .isTrue());
    }
  }

  private static void assertCalmOnlyWhenEveryRedFlagIsNo(Outcome outcome, Chat chat, String where) {
    if (outcome.level().atLeast(Level.PROFESSIONAL)) {
      return;
    }
    for (Fact fact : MACHINE.facts().values()) {
      if (!fact.redFlag()) {
        continue;
      }
      Optional<Answer> told = chat.fact(fact.id());
      boolean fine =
          fact.onlyIfSaid()
              ? told.filter(Answer.MAY_BE::contains).isEmpty()
              : told.equals(Optional.of(Answer.NO)) && fresh(chat, fact.id());
      assertThat(fine).as("%s: %s at %s", where, fact.id(), outcome.id()).isTrue();
    }
  }

  private static boolean fresh(Chat chat, String fact) {
    Told told = chat.dialogue.facts().told().get(fact);
    boolean spoken = !chat.last().messages().isEmpty();
    return !spoken
        || (told != null
            && Duration.between(told.at(), chat.now).compareTo(Duration.ofHours(24)) <= 0);
  }

  private static void assertEmergencyAtOnce(Place place, Chat chat, String where) {
    boolean told =
        MACHINE.facts().values().stream()
            .anyMatch(
                fact ->
                    chat.fact(fact.id())
                        .flatMap(fact.severity()::of)
                        .equals(Optional.of(Level.EMERGENCY)));
    boolean together =
        chat.dialogue.facts().is("trauma", Set.of(Answer.YES))
            && chat.dialogue.facts().is("leg-numb-tingle-weak", Set.of(Answer.YES));
    assertThat(isEmergency(place)).as(where).isEqualTo(told || together);
  }

  private static boolean isEmergency(Place place) {
    return place instanceof Place.Ended(Outcome outcome) && outcome.level() == Level.EMERGENCY;
  }

  /** The first words of every reply while an emergency stands are the emergency's. */
  private static void assertStandsFirst(Place place, Chat chat, String where) {
    if (place instanceof Place.Ended(Outcome outcome)
        && outcome.level() == Level.EMERGENCY
        && !chat.last().messages().isEmpty()) {
      String first = chat.last().messages().getFirst().text().plain();
      boolean opens =
          outcome.opening().opensWith().stream().anyMatch(line -> first.startsWith(line.say()))
              || outcome.opening().title().stream().anyMatch(line -> first.startsWith(line.say()));
      assertThat(opens).as("%s: %s", where, first).isTrue();
    }
  }

  private static void assertFits(Turn turn, String where) {
    for (Message message : turn.messages()) {
      assertThat(message.text().plain()).as(where).isNotBlank().hasSizeLessThanOrEqualTo(4096);
      for (List<Button> row : message.rows()) {
        assertThat(row).as(where).hasSizeBetween(1, 8);
        row.forEach(button -> assertFits(button, where));
      }
      message.text().marks().forEach(mark -> assertInside(mark, message.text(), where));
    }
    turn.toast().ifPresent(toast -> assertThat(toast).as(where).hasSizeBetween(1, 200));
  }

  private static void assertFits(Button button, String where) {
    assertThat(button.data().getBytes(StandardCharsets.UTF_8).length).as(where).isBetween(1, 64);
    assertThat(button.label()).as(where).isNotBlank().hasSizeLessThanOrEqualTo(40);
  }

  private static void assertInside(Text.Mark mark, Text text, String where) {
    assertThat(mark.offset()).as(where).isNotNegative();
    assertThat(mark.length()).as(where).isPositive();
    assertThat(mark.offset() + mark.length()).as(where).isLessThanOrEqualTo(text.plain().length());
  }
}
