package backtalk.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Defines when a fact counts as denied on the way to a calm outcome. */
public final class Denial {

  private static final Set<Answer> NO = Set.of(Answer.NO);

  private Denial() {}

  /**
   * Returns the facts of which one must be possible before a calm outcome needs an answer to this
   * fact; empty when every calm outcome needs it. A part follows its whole.
   */
  public static List<String> neededIf(Map<String, Fact> facts, Fact fact) {
    return switch (fact.link()) {
      case Fact.Link.Asked(List<String> neededIf) -> neededIf;
      case Fact.Link.PartOf(String whole) ->
          Optional.ofNullable(facts.get(whole))
              .filter(it -> !(it.link() instanceof Fact.Link.PartOf))
              .map(it -> neededIf(facts, it))
              .orElse(List.of());
      case Fact.Link.OnlyIfSaid onlyIfSaid -> List.of();
      case Fact.Link.Together together -> List.of();
    };
  }

  /**
   * Returns true when a no to this fact counts only for a while: it is a red flag, or it makes an
   * answer to a red flag needless.
   */
  public static boolean mustBeFresh(Map<String, Fact> facts, String fact) {
    Fact known = facts.get(fact);
    return known != null
        && (known.redFlag()
            || facts.values().stream().anyMatch(other -> neededIf(facts, other).contains(fact)));
  }

  /**
   * Returns a guard for each red flag that may be asked: it is no, or nothing that would require
   * its answer is possible.
   */
  public static List<Guard> ofRedFlags(Map<String, Fact> facts) {
    return facts.values().stream()
        .filter(fact -> fact.redFlag() && !fact.onlyIfSaid())
        .map(fact -> denied(fact.id(), neededIf(facts, fact)))
        .toList();
  }

  private static Guard denied(String fact, List<String> neededIf) {
    if (neededIf.isEmpty()) {
      return no(fact);
    }
    List<Guard> notNeeded = neededIf.stream().map(Denial::no).toList();
    return new Guard.Any(List.of(no(fact), new Guard.All(notNeeded)));
  }

  private static Guard no(String fact) {
    return new Guard.Is(fact, NO);
  }
}
