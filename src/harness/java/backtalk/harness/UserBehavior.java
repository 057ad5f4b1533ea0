package backtalk.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Chooses what people do next: tap through a check, mostly with denials, or type. */
final class UserBehavior {
  private static final List<String> UNWANTED = List.of("forget", "privacy", "my-data", "stop");

  private final SplittableRandom random;
  private final List<String> lines;

  /** Creates a behavior: people type the lines, or tap where there are none. */
  UserBehavior(long seed, List<String> lines) {
    this.random = new SplittableRandom(seed);
    this.lines = List.copyOf(lines);
  }

  /** Lists the actions of people. */
  sealed interface Act {
    record Tap(String data) implements Act {}

    record Say(String text) implements Act {}

    record Forward(String text) implements Act {}
  }

  /** Chooses the next action of a person who sees buttons with this data. */
  Act next(List<String> buttons) {
    return lines.isEmpty() ? tapping(buttons) : new Act.Say(typed());
  }

  private Act tapping(List<String> buttons) {
    Optional<String> later = anyOf(buttons, UserBehavior::asksLater);
    if (later.isPresent() && random.nextBoolean()) {
      return new Act.Tap(later.get());
    }
    if (random.nextInt(100) < 92) {
      return denial(buttons).<Act>map(Act.Tap::new).orElse(new Act.Say("/check"));
    }
    List<String> all = buttons.stream().filter(UserBehavior::isWanted).toList();
    return all.isEmpty() ? new Act.Say("/check") : new Act.Tap(any(all));
  }

  /** Returns the button "None of these", else one of the buttons for no. */
  private Optional<String> denial(List<String> buttons) {
    Optional<String> none = buttons.stream().filter(data -> data.endsWith(".r:n")).findFirst();
    return none.or(() -> anyOf(buttons, UserBehavior::isNo));
  }

  private Optional<String> anyOf(List<String> buttons, Predicate<String> wanted) {
    List<String> found = buttons.stream().filter(wanted).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(any(found));
  }

  private static boolean asksLater(String data) {
    return data.endsWith(":ask-again") || data.endsWith(":in-three-days");
  }

  private static boolean isNo(String data) {
    return data.contains(".a:") && data.endsWith(":n");
  }

  private static boolean isWanted(String data) {
    return UNWANTED.stream().noneMatch(data::endsWith);
  }

  private String any(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Returns a line unchanged in one case of four, else with a typing error and an ending. */
  private String typed() {
    String line = any(lines);
    return random.nextInt(4) == 0 ? line : withTypo(line) + ending();
  }

  private String withTypo(String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
    int which = random.nextInt(words.size());
    String word = words.get(which);
    if (word.length() > 3) {
      int at = 1 + random.nextInt(word.length() - 2);
      words.set(which, word.substring(0, at) + word.substring(at + 1));
    }
    return String.join(" ", words);
  }

  private String ending() {
    return any(List.of("", "", " pls", "?", " tho", " lol", "..", " any idea", " since " + day()));
  }

  private String day() {
    return any(List.of("monday", "yesterday", "last week", "march", "a few days", "this morning"));
  }

  /** Returns a text of exactly this many letters. */
  String text(int letters) {
    StringBuilder text = new StringBuilder();
    while (text.length() < letters) {
      text.append(typed()).append(". ");
    }
    return text.substring(0, letters);
  }

  /** Returns true with a probability in percent. */
  boolean happens(double percent) {
    return random.nextDouble(100) < percent;
  }
}
