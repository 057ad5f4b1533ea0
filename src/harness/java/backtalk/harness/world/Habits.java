package backtalk.harness.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** What people do next: tap through a check, mostly denying, or type. */
final class Habits {
  private static final List<String> UNWANTED = List.of("forget", "privacy", "my-data", "stop");

  private final SplittableRandom dice;
  private final List<String> lines;

  /** Habits of people who tap, or, where there are lines, of people who type them. */
  Habits(long seed, List<String> lines) {
    this.dice = new SplittableRandom(seed);
    this.lines = List.copyOf(lines);
  }

  /** What somebody does. */
  sealed interface Act {
    record Tap(String data) implements Act {}

    record Say(String text) implements Act {}

    record Forward(String text) implements Act {}
  }

  Act next(Person person) {
    return lines.isEmpty() ? tapping(person) : new Act.Say(typed());
  }

  private Act tapping(Person person) {
    if (dice.nextInt(100) < 92) {
      return denial(person.buttons).<Act>map(Act.Tap::new).orElse(new Act.Say("/check"));
    }
    List<String> all = person.buttons.stream().filter(Habits::isWanted).toList();
    return all.isEmpty() ? new Act.Say("/check") : new Act.Tap(any(all));
  }

  /** "None of these" where there is such a button, else one of the noes. */
  private Optional<String> denial(List<String> buttons) {
    Optional<String> none = buttons.stream().filter(data -> data.endsWith(".r:n")).findFirst();
    return none.or(() -> some(buttons, Habits::isNo));
  }

  private Optional<String> some(List<String> buttons, Predicate<String> wanted) {
    List<String> found = buttons.stream().filter(wanted).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(any(found));
  }

  private static boolean isNo(String data) {
    return data.contains(".a:") && data.endsWith(":n");
  }

  private static boolean isWanted(String data) {
    return UNWANTED.stream().noneMatch(data::endsWith);
  }

  private String any(List<String> all) {
    return all.get(dice.nextInt(all.size()));
  }

  /** One in four says what others said to the letter; the rest have slips and ways of their own. */
  private String typed() {
    String line = any(lines);
    return dice.nextInt(4) == 0 ? line : slipped(line) + tail();
  }

  private String slipped(String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
    int which = dice.nextInt(words.size());
    String word = words.get(which);
    if (word.length() > 3) {
      int at = 1 + dice.nextInt(word.length() - 2);
      words.set(which, word.substring(0, at) + word.substring(at + 1));
    }
    return String.join(" ", words);
  }

  private String tail() {
    return any(List.of("", "", " pls", "?", " tho", " lol", "..", " any idea", " since " + day()));
  }

  private String day() {
    return any(List.of("monday", "yesterday", "last week", "march", "a few days", "this morning"));
  }

  /** A text of so many letters, as of somebody who never stops. */
  String text(int letters) {
    StringBuilder text = new StringBuilder();
    while (text.length() < letters) {
      text.append(typed()).append(". ");
    }
    return text.substring(0, letters);
  }

  /** True so many times in a hundred. */
  boolean chance(double percent) {
    return dice.nextDouble(100) < percent;
  }
}
