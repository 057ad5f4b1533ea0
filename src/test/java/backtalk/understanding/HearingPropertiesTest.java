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

/** What must hold of any message; seeded, and a failure names its message. */
class HearingPropertiesTest {
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

  private static Set<String> told(String text) {
    return BackCracking.LISTENER.hear(text, OpenPrompt.NOTHING).tells().stream()
        .filter(mention -> mention.answer() == Answer.YES)
        .map(FactMention::fact)
        .filter(fact -> BackCracking.CONVERSATION.machine().fact(fact).redFlag())
        .collect(Collectors.toSet());
  }

  /** Told, or to be asked back. */
  private static Set<String> heard(String text) {
    Set<String> heard = new HashSet<>(told(text));
    heard.addAll(BackCracking.LISTENER.hear(text, OpenPrompt.NOTHING).doubts());
    return heard;
  }

  @ParameterizedTest
  @ValueSource(strings = {"no ", "i have no ", "without any ", "never had ", "there isnt any "})
  void aDenialTakesASignAway(String denial) {
    for (String noun : NOUNS) {
      assertThat(heard("i have " + noun)).as(noun).isNotEmpty();
      assertThat(heard(denial + noun)).as(denial + noun).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aHarmlessSentenceNeverTakesAnEmergencyAway(long seed) {
    Random random = new Random(seed);
    for (String emergency : EMERGENCIES) {
      Set<String> alone = told(emergency);
      String other = HARMLESS.get(random.nextInt(HARMLESS.size()));
      String text = random.nextBoolean() ? emergency + ". " + other : other + ". " + emergency;
      assertThat(alone).as(emergency).isNotEmpty();
      assertThat(told(text)).as("seed %s: %s", seed, text).containsAll(alone);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" lol", "!!", " 😂", " omg", " pls help"})
  void anAfterthoughtKeepsASign(String more) {
    for (String emergency : EMERGENCIES) {
      assertThat(told(emergency + more)).as(emergency + more).containsAll(told(emergency));
    }
  }

  /** Two neighbouring letters inside a long word change places. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void oneTypoKeepsASign(long seed) {
    Random random = new Random(seed);
    for (String noun : List.of("numbness", "tingling", "weakness")) {
      int at = 1 + random.nextInt(noun.length() - 2);
      String typo =
          noun.substring(0, at) + noun.charAt(at + 1) + noun.charAt(at) + noun.substring(at + 2);
      assertThat(told("i have " + typo + " in my leg")).as("seed %s: %s", seed, typo).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theLastSentenceOfALongRantIsHeard(long seed) {
    Random random = new Random(seed);
    StringBuilder rant = new StringBuilder();
    while (rant.length() < 3_900) {
      rant.append(HARMLESS.get(random.nextInt(HARMLESS.size()))).append(". ");
    }
    String text = rant + "and i cant feel when i pee";

    assertThat(told(text)).as("seed %s", seed).contains("bladder-bowel");
  }
}
