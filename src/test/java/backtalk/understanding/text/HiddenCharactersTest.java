package backtalk.understanding.text;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.dialogue.BackCracking;
import backtalk.understanding.AnswerKind;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that invisible characters and look-alike letters hide no sign of an emergency. */
class HiddenCharactersTest {
  private static final List<String> EMERGENCIES =
      List.of(
          "i cannot control my bladder",
          "i wet myself this morning",
          "i am numb between my legs",
          "no feeling when i wipe",
          "both my legs are numb",
          "i cannot move my leg",
          "i was in a car crash yesterday",
          "i have chest pain",
          "my speech is slurred",
          "i want to kill myself");

  /** Lists default ignorable code points that are no format characters; most are unassigned. */
  private static final String OTHERS =
      "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2065\u3164\uFE00\uFE0E\uFE0F\uFFA0"
          + "\uFFF0\uFFF8\uDB40\uDC00\uDB40\uDC41\uDB40\uDD00\uDB40\uDDEF\uDB43\uDFFF";

  private static IntStream hidden() {
    IntStream format =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(letter -> Character.getType(letter) == Character.FORMAT);
    return IntStream.concat(format, OTHERS.codePoints());
  }

  private static NluResult interpret(String text, OpenPrompt prompt) {
    return BackCracking.LISTENER.interpret(text, prompt);
  }

  private static Set<String> recorded(String text) {
    return recorded(interpret(text, OpenPrompt.NOTHING));
  }

  private static Set<String> recordedByRules(String text) {
    return recorded(BackCracking.LISTENER.interpretByRules(text, OpenPrompt.NOTHING));
  }

  private static Set<String> recorded(NluResult result) {
    return result.mentions().stream()
        .filter(mention -> mention.answer() == Answer.YES)
        .map(FactMention::fact)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void isRecorded(String disguised, String emergency, Object context) {
    Set<String> alone = recorded(emergency);
    assertThat(alone).as(emergency).isNotEmpty();
    assertThat(recorded(disguised)).as("%s: %s", context, disguised).containsAll(alone);
    Set<String> byRules = recordedByRules(emergency);
    assertThat(byRules).as(emergency).isNotEmpty();
    assertThat(recordedByRules(disguised))
        .as("%s, by rules: %s", context, disguised)
        .containsAll(byRules);
  }

  /** Puts the character inside every word, at a random letter, and in place of every space. */
  @ParameterizedTest
  @MethodSource("hidden")
  void aHiddenCharacterHidesNothing(int letter) {
    Random random = new Random(letter);
    String emergency = EMERGENCIES.get(random.nextInt(EMERGENCIES.size()));
    String mark = Character.toString(letter);
    String context = "U+%04X".formatted(letter);

    isRecorded(inWords(emergency, mark, random), emergency, context);
    isRecorded(emergency.replace(" ", mark), emergency, context);
    isRecorded(emergency.replace("", mark), emergency, context);
  }

  private static String inWords(String text, String mark, Random random) {
    StringBuilder marked = new StringBuilder();
    for (String word : Normaliser.words(text)) {
      int at = word.length() < 2 ? word.length() : 1 + random.nextInt(word.length() - 1);
      marked.append(word, 0, at).append(mark).append(word.substring(at)).append(' ');
    }
    return marked.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void severalOfThemTogetherHideNothing(long seed) {
    Random random = new Random(seed);
    int[] all = hidden().toArray();
    for (String emergency : EMERGENCIES) {
      StringBuilder marked = new StringBuilder();
      for (int i = 0; i < emergency.length(); i++) {
        marked.append(emergency.charAt(i)).appendCodePoint(all[random.nextInt(all.length)]);
      }
      isRecorded(marked.toString(), emergency, "seed " + seed);
    }
  }

  @Test
  void aSoftHyphenJoinsAndAZeroWidthSpaceSeparates() {
    isRecorded(
        "i am num\u00ADb be\u00ADtween\u200Bmy\u200Blegs", "i am numb between my legs", "both");
  }

  private record Alphabet(String name, IntUnaryOperator of) {
    String write(String text, Random random) {
      StringBuilder written = new StringBuilder();
      text.chars()
          .map(letter -> random.nextInt(3) == 0 ? letter : of.applyAsInt(letter))
          .forEach(written::appendCodePoint);
      return written.toString();
    }

    static Alphabet from(String name, int first) {
      return new Alphabet(
          name, letter -> letter >= 'a' && letter <= 'z' ? first + letter - 'a' : letter);
    }

    static Alphabet of(String name, String latin, String alike) {
      int[] letters = alike.codePoints().toArray();
      return new Alphabet(
          name, letter -> latin.indexOf(letter) < 0 ? letter : letters[latin.indexOf(letter)]);
    }
  }

  private static Stream<Alphabet> alphabets() {
    return Stream.of(
        Alphabet.from("full width", 'ａ'),
        Alphabet.from("bold", 0x1D41A),
        Alphabet.from("sans serif", 0x1D5BA),
        Alphabet.from("monospace", 0x1D68A),
        Alphabet.from("circled", 'ⓐ'),
        Alphabet.from("parenthesised", '⒜'),
        Alphabet.from("black circled", 0x1F150),
        Alphabet.from("squared", 0x1F130),
        Alphabet.from("regional indicators", 0x1F1E6),
        Alphabet.of("cyrillic", "aceopxysijhkmtb", "асеорхуѕіјһкмтЬ"),
        Alphabet.of("greek", "aeiknoptuvxyw", "αεικηορτυνχγω"),
        Alphabet.of("capitals of greek", "abehikmnoptxyz", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ"),
        Alphabet.of("small capitals", "abcdefghijklmnoprtuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ"),
        Alphabet.of("accents", "aeiouncs", "äéîõùñçš"),
        Alphabet.of("strokes", "odlhtb", "øđłħŧƀ"));
  }

  @ParameterizedTest
  @MethodSource("alphabets")
  void lettersThatOnlyLookLatinHideNothing(Alphabet alphabet) {
    for (String emergency : EMERGENCIES) {
      isRecorded(
          alphabet.write(emergency, new Random(emergency.hashCode())), emergency, alphabet.name());
    }
  }

  /** The forms that Unicode's names give to a Latin letter of another style. */
  private static final Pattern LATIN_NAME =
      Pattern.compile(
          ".*(?:LATIN (?:SMALL |CAPITAL |SMALL CAPITAL )LETTER|LETTER SMALL CAPITAL|SCRIPT CAPITAL"
              + "|SYMBOL LETTER) ([A-Z])(?: WITH .*)?");

  /** The letter that Unicode calls it, by its plain form or its name; 0 where it is none. */
  private static char latin(int letter) {
    String plain =
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "");
    if (plain.matches("[A-Za-z]")) {
      return plain.toLowerCase(Locale.ROOT).charAt(0);
    }
    String name = Character.getName(letter);
    Matcher named = LATIN_NAME.matcher(name == null ? "" : name);
    return named.matches() ? Character.toLowerCase(named.group(1).charAt(0)) : 0;
  }

  /** All letters beyond plain typing; marks and hidden characters are no letters. */
  private static IntStream beyondPlain() {
    return IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
        .filter(Character::isDefined)
        .filter(letter -> letter < 0xD800 || letter > 0xF8FF)
        .filter(letter -> !HiddenCharacters.without(Character.toString(letter)).isEmpty())
        .filter(letter -> !Character.toString(letter).matches("\\p{M}"));
  }

  @Test
  void everyLetterThatUnicodeCallsLatinIsKnown() {
    List<String> unknown =
        beyondPlain()
            .filter(letter -> latin(letter) != 0)
            .filter(
                letter ->
                    !Lookalikes.latin(Character.toString(letter))
                        .equalsIgnoreCase(Character.toString(latin(letter))))
            .mapToObj(Character::getName)
            .toList();

    assertThat(unknown).isEmpty();
  }

  /** Those of the table too: each letter is written in turn in all the ways that look like it. */
  @Test
  void noSingleLookalikeHidesAnything() {
    Map<Character, List<Integer>> alike = new HashMap<>();
    beyondPlain()
        .forEach(
            letter -> {
              String read = Lookalikes.latin(Character.toString(letter)).toLowerCase(Locale.ROOT);
              if (read.matches("[a-z]")) {
                alike.computeIfAbsent(read.charAt(0), any -> new ArrayList<>()).add(letter);
              }
            });
    assertThat(alike).hasSize(26);
    int rounds = alike.values().stream().mapToInt(List::size).max().orElseThrow();
    for (int round = 0; round < rounds; round++) {
      String emergency = EMERGENCIES.get(round % EMERGENCIES.size());
      isRecorded(written(emergency, alike, round), emergency, "round " + round);
    }
  }

  private static String written(String text, Map<Character, List<Integer>> alike, int round) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      List<Integer> ways = alike.getOrDefault(text.charAt(i), List.of((int) text.charAt(i)));
      written.appendCodePoint(ways.get(round % ways.size()));
    }
    return written.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0301", "\u0308", "\u0336", "\u20DD", "\u0301\u0327\u0489"})
  void marksOnEveryLetterHideNothing(String mark) {
    for (String emergency : EMERGENCIES) {
      isRecorded(emergency.replaceAll("([a-z])", "$1" + mark), emergency, mark);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "почему хрустит спина",
        "у меня болит спина",
        "γιατί τρίζει η μέση μου",
        "dlaczego strzyka mnie w krzyżu i boli też noga",
        "por qué me cruje la espalda",
        "warum knackt mein rücken",
        "چرا کمرم صدا می\u200cدهد",
        "მტკივა ზურგი",
      })
  void anotherLanguageIsRecognised(String text) {
    NluResult result = interpret(text, OpenPrompt.NOTHING);

    assertThat(result.verb().orElse("")).startsWith("other-language");
    assertThat(result.mentions()).isEmpty();
    assertThat(result.doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "yes\u200B, YES",
    "\u2060no\u2060, NO",
    "n\u00ADo, NO",
    "уеѕ, YES",
    "not\u200Bsure, UNSURE",
  })
  void answersAreRecognised(String text, AnswerKind kind) {
    OpenPrompt open = new OpenPrompt(List.of("saddle-numbness"), true);

    assertThat(interpret(text, open).reply()).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({"th\u00ADanks, thanks", "start\u200Bover, start-over", "stop\uFEFF, stop"})
  void commandsAreRecognised(String text, String verb) {
    assertThat(interpret(text, OpenPrompt.NOTHING).verb()).contains(verb);
  }

  @Test
  void plainTextHasOneReading() {
    TextReadings readings = new TextReadings(text -> 1);

    assertThat(readings.of("my leg's numb, why?\n\tplease")).hasSize(1);
    assertThat(readings.of("my leg’s numb – why? 😭")).hasSize(1);
  }
}
