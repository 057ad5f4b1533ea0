package backtalk.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.dialogue.BackCracking;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests properties of arbitrary messages with seeded random data; a failure names its message. */
class NluPipelinePropertiesTest {
  private static final List<String> EMERGENCIES =
      List.of(
          "i wet myself this morning",
          "cant feel when i pee",
          "my groin is numb",
          "no feeling between my legs",
          "both my legs are numb",
          "i cant move my leg",
          "my leg is getting weaker every day",
          "i was in a car crash yesterday",
          "i have chest pain",
          "my speech is slurred",
          "i want to kill myself");
  private static final List<String> HARMLESS =
      List.of(
          "hello there",
          "thanks for your time",
          "i work at a desk",
          "it is a nice day today",
          "my dog is called rex",
          "my back cracks when i stretch",
          "i like yoga",
          "is it normal?",
          "my brother is a plumber",
          "we moved house two years ago");
  private static final List<String> NOUNS =
      List.of(
          "numbness in my leg",
          "tingling in my foot",
          "weakness in my leg",
          "trouble peeing",
          "swelling on my back",
          "sharp pain",
          "chest pain",
          "fever");

  private static Set<String> recorded(String text) {
    return BackCracking.LISTENER.interpret(text, OpenPrompt.NOTHING).mentions().stream()
        .filter(mention -> mention.answer() == Answer.YES)
        .map(FactMention::fact)
        .filter(fact -> BackCracking.CONVERSATION.machine().fact(fact).redFlag())
        .collect(Collectors.toSet());
  }

  /** Returns the red flags that are recorded or doubted. */
  private static Set<String> detected(String text) {
    Set<String> detected = new HashSet<>(recorded(text));
    detected.addAll(BackCracking.LISTENER.interpret(text, OpenPrompt.NOTHING).doubts());
    return detected;
  }

  @ParameterizedTest
  @ValueSource(strings = {"no ", "i have no ", "without any ", "never had ", "there isnt any "})
  void aDenialRemovesASign(String denial) {
    for (String noun : NOUNS) {
      assertThat(detected("i have " + noun)).as(noun).isNotEmpty();
      assertThat(detected(denial + noun)).as(denial + noun).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aHarmlessSentenceNeverHidesAnEmergency(long seed) {
    Random random = new Random(seed);
    for (String emergency : EMERGENCIES) {
      Set<String> alone = recorded(emergency);
      String other = HARMLESS.get(random.nextInt(HARMLESS.size()));
      String text = random.nextBoolean() ? emergency + ". " + other : other + ". " + emergency;
      assertThat(alone).as(emergency).isNotEmpty();
      assertThat(recorded(text)).as("seed %s: %s", seed, text).containsAll(alone);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" lol", "!!", " 😂", " omg", " pls help"})
  void anInterjectionHidesNoSign(String more) {
    for (String emergency : EMERGENCIES) {
      assertThat(recorded(emergency + more)).as(emergency + more).containsAll(recorded(emergency));
    }
  }

  /** Swaps two neighbouring letters inside a long word. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void oneTypoHidesNoSign(long seed) {
    Random random = new Random(seed);
    for (String noun : List.of("numbness", "tingling", "weakness")) {
      int at = 1 + random.nextInt(noun.length() - 2);
      String typo =
          noun.substring(0, at) + noun.charAt(at + 1) + noun.charAt(at) + noun.substring(at + 2);
      assertThat(recorded("i have " + typo + " in my leg"))
          .as("seed %s: %s", seed, typo)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theLastSentenceOfALongMessageIsInterpreted(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < 3_900) {
      text.append(HARMLESS.get(random.nextInt(HARMLESS.size()))).append(". ");
    }
    String message = text + "and i cant feel when i pee";

    assertThat(recorded(message)).as("seed %s", seed).contains("bladder-bowel");
  }
}
