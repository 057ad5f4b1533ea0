package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.store.StoreJson;
import backtalk.understanding.NluResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Walks conversations at random that mix cards, offers, alarms, choices, retractions, silence and
 * restarts. A failure names its seed and shows the chat; the properties {@code seed} and {@code
 * walks} choose other walks.
 */
class ReferenceWalksTest {

  private static final int WALKS = Integer.getInteger("walks", 60);
  private static final int STEPS = 40;

  private static final Map<String, List<String>> LISTED =
      BackCracking.CONVERSATION.wording().verbs();

  private static final List<String> SMALL =
      listed("acknowledgement", "hesitation", "laughter", "presence", "choice-yes", "choice-none");
  private static final List<String> CHOICES =
      listed("choice-first", "choice-second", "choice-third", "choice-last");
  private static final List<String> FOLLOW_UPS =
      listed("more", "why-so", "follow-up", "what-now", "eased", "someone-else-follow-up");
  private static final List<String> RETRACTIONS = listed("undo", "denial", "joke");
  private static final List<String> QUESTIONS =
      List.of(
          "why does my back crack",
          "does cracking cause arthritis",
          "is it bad to crack my back every day",
          "what exercises help",
          "can a chiropractor help",
          "is it gas or bones");
  private static final List<String> SIGNS =
      List.of("my leg is numb", "i cant feel my bum when i wipe", "it is swollen", "i had a fall");
  private static final List<String> OF_SOMEONE_ELSE =
      List.of("my dad cant pee and his legs are numb", "my wife cant move her legs");

  private static List<String> listed(String... verbs) {
    return Stream.of(verbs).flatMap(verb -> LISTED.getOrDefault(verb, List.of()).stream()).toList();
  }

  @Test
  void noReplyForgetsWhatItIsAbout() {
    long first = Long.getLong("seed", 1);
    for (long seed = first; seed < first + WALKS; seed++) {
      new Walk(seed).walk();
    }
  }

  /** One chat, beside one in which everything is the same but the memory is lost on each turn. */
  private static final class Walk {

    private final Random random;
    private final Chat chat = new Chat(BackCracking.CONVERSATION);
    private final List<String> story = new ArrayList<>();

    private Walk(long seed) {
      random = new Random(seed);
      story.add("seed " + seed);
    }

    private void walk() {
      try {
        for (int step = 0; step < STEPS; step++) {
          step();
        }
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(broken + "\n--- the chat\n" + String.join("\n", story), broken);
      }
    }

    private void step() {
      switch (random.nextInt(12)) {
        case 0 -> says(QUESTIONS);
        case 1 -> says(SIGNS);
        case 2 -> says(OF_SOMEONE_ELSE);
        case 3, 4 -> says(FOLLOW_UPS);
        case 5 -> says(CHOICES);
        case 6, 7 -> says(SMALL);
        case 8 -> says(RETRACTIONS);
        case 9 -> {
          story.add("~");
          chat.waits(Duration.ofMinutes(random.nextInt(45)));
        }
        case 10 -> restarts();
        default -> taps();
      }
    }

    private void says(List<String> texts) {
      takes(new Input.Said(texts.get(random.nextInt(texts.size())), Input.Manner.TYPED));
    }

    private void taps() {
      List<Button> buttons = chat.turns.isEmpty() ? List.of() : chat.newest();
      if (!buttons.isEmpty()) {
        takes(new Input.Tapped(buttons.get(random.nextInt(buttons.size())).data()));
      }
    }

    /** Reads the dialogue back from its stored form, as another replica would. */
    private void restarts() {
      story.add("(restart)");
      assertThat(StoreJson.dialogue(StoreJson.write(chat.dialogue))).contains(chat.dialogue);
      chat.dialogue = StoreJson.dialogue(StoreJson.write(chat.dialogue)).orElseThrow();
    }

    private void takes(Input input) {
      Dialogue before = chat.dialogue;
      Turn turn = chat.take(input);
      story.add(input + "\n    -> " + chat.said().replace("\n", " / "));
      assertMemoryDecidesNothing(input, before, turn);
      assertAlarmsStand(turn);
      if (input instanceof Input.Said(String text, var manner)) {
        assertThat(chat.said())
            .satisfies(
                said -> {
                  if (SMALL.contains(text) || FOLLOW_UPS.contains(text) || CHOICES.contains(text)) {
                    assertThat(said).doesNotContain("outside what I know");
                  }
                });
        if (RETRACTIONS.contains(text)) {
          assertThat(raised(before, turn.dialogue())).as("facts raised").isEmpty();
        }
      }
    }

    /** The same turn without any memory leads to the same facts, position and open question. */
    private void assertMemoryDecidesNothing(Input input, Dialogue before, Turn turn) {
      Situation without = chat.engine.situation(before.with(Memory.NOTHING), chat.now);
      Turn other =
          chat.engine.turn(
              without, new InputInterpreter(BackCracking.LISTENER).interpret(input, without));
      assertThat(other.gist().place()).isEqualTo(turn.gist().place());
      assertThat(other.gist().level()).isEqualTo(turn.gist().level());
      assertThat(answers(other.dialogue())).isEqualTo(answers(turn.dialogue()));
    }

    private static List<String> answers(Dialogue dialogue) {
      return dialogue.facts().values().entrySet().stream()
          .map(entry -> entry.getKey() + "=" + entry.getValue().answer())
          .sorted()
          .toList();
    }

    private void assertAlarmsStand(Turn turn) {
      if (turn.messages().isEmpty()) {
        return;
      }
      String opening = turn.messages().getFirst().text().plain();
      boolean own =
          new Assessment(BackCracking.CONVERSATION.machine(), turn.dialogue().facts())
              .isEmergency();
      if (own) {
        assertThat(opening).containsPattern("112|crisis line");
      } else if (turn.dialogue().remembered(chat.now).alarm().isPresent()) {
        assertThat(opening).startsWith("🚨").contains("112");
      }
    }

    private static List<String> raised(Dialogue before, Dialogue after) {
      return after.facts().values().entrySet().stream()
          .filter(entry -> Answer.MAY_BE.contains(entry.getValue().answer()))
          .filter(entry -> !before.facts().is(entry.getKey(), Answer.MAY_BE))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  @Test
  void aDialogueOfBeforeThereWasAMemoryIsRead() {
    Dialogue remembering =
        new Chat(BackCracking.CONVERSATION)
            .dialogue.with(
                Memory.NOTHING.showing(
                    Optional.of("why-it-cracks"), List.of(), Memory.NOTHING.shownAt()));
    String body = StoreJson.write(remembering.with(Memory.NOTHING));

    assertThat(body).doesNotContain("memory");
    assertThat(StoreJson.dialogue(body).orElseThrow().remembered(remembering.heard()))
        .isEqualTo(Memory.NOTHING);
    assertThat(NluResult.FOLLOW_UP).isIn(LISTED.keySet());
  }

  @Test
  void aReplyIsAboutTheCardItRepliesTo() {
    Chat chat = new Chat(BackCracking.CONVERSATION);
    chat.says("why does my back crack");
    String first = chat.said();
    chat.says("does cracking cause arthritis");
    Input asks = new Input.Said("but why", Input.Manner.TYPED);

    chat.dialogue =
        chat.engine.referring(
            chat.dialogue,
            new IncomingInput(new ChatId(1), 3, asks, chat.now, false, Optional.of(first)));

    assertThat(chat.take(asks).gist().topics()).containsExactly("why-it-cracks");
  }
}
