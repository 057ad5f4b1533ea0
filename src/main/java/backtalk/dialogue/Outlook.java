package backtalk.dialogue;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Machine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What would make things more urgent: found by trying each fact that is not so. Only those are
 * tried that ask for more than there is with others: of one that asks for it alone the answer is
 * known, because no ending is milder or more urgent than its facts.
 */
final class Outlook {

  /** How many levels are named, most urgent first. */
  private static final int LEVELS = 2;

  /** How many facts are named of each. */
  private static final int NAMES = 4;

  private final Machine machine;
  private final Phrasebook phrases;

  /** For each fact the most urgent level that a yes to it can bring about: always the same. */
  private final Map<String, Level> atMost = new HashMap<>();

  Outlook(Machine machine, Phrasebook phrases) {
    this.machine = machine;
    this.phrases = phrases;
    machine.facts().forEach((id, fact) -> atMost.put(id, atMost(fact)));
  }

  /** A line for each more urgent level, with the facts that would lead there. */
  List<String> of(Standing standing) {
    Level now = level(standing.facts());
    Map<Level, List<String>> byLevel = new TreeMap<>(Comparator.reverseOrder());
    for (Fact fact : machine.facts().values()) {
      Level most = atMost.getOrDefault(fact.id(), Level.REASSURE);
      boolean possible = !fact.workedOut() && most.compareTo(now) > 0;
      Level then = possible ? then(standing.facts(), fact, most) : now;
      if (then.compareTo(now) > 0) {
        byLevel.computeIfAbsent(then, level -> new ArrayList<>()).add(fact.words().button());
      }
    }
    return byLevel.entrySet().stream().limit(LEVELS).map(this::line).toList();
  }

  private Level then(Facts facts, Fact fact, Level most) {
    boolean alone = fact.severity().ifYes().filter(most::equals).isPresent();
    return alone ? most : level(told(facts, fact));
  }

  /** The most urgent level that anything asks for which a yes to this fact can bring about. */
  private Level atMost(Fact fact) {
    return machine.facts().values().stream()
        .filter(other -> other.equals(fact) || broughtAbout(other, fact))
        .flatMap(other -> other.severity().ifYes().stream())
        .max(Comparator.naturalOrder())
        .orElse(Level.REASSURE);
  }

  private boolean broughtAbout(Fact other, Fact by) {
    String whole = by.link() instanceof Fact.Link.PartOf(String of) ? of : by.id();
    return other.id().equals(whole)
        || (other.link() instanceof Fact.Link.Together(List<String> all)
            && (all.contains(by.id()) || all.contains(whole)));
  }

  private Facts told(Facts facts, Fact fact) {
    return facts.is(fact.id(), Set.of(Answer.YES))
        ? facts
        : Tellings.tell(machine, facts, fact.id(), new Told(Answer.YES, Instant.EPOCH));
  }

  private Level level(Facts facts) {
    return new Standing(machine, facts).level(machine.where(facts, true)).orElse(Level.REASSURE);
  }

  private String line(Map.Entry<Level, List<String>> group) {
    return phrases.say(
        "would-change",
        Map.of(
            "ending", phrases.level(group.getKey()),
            "facts", phrases.list(group.getValue(), NAMES)));
  }
}
