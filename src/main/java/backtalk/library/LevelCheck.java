package backtalk.library;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import backtalk.conversation.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Every fact is exactly as serious as the most urgent of the claims that it rests on, and whatever
 * a claim urges is some fact's level. So no level can be moved or dropped in one place alone.
 */
final class LevelCheck implements Check {
  private static final Case YES = new Case("if-yes", "if yes", "urges", "urges", Severity::ifYes);
  private static final Case DOUBT =
      new Case("if-unsure", "if unsure", "in-doubt", "in doubt urges", Severity::ifUnsure);

  /**
   * One of the two cases that have a level.
   *
   * @param key of a fact, and {@code urge} of a claim
   * @param words for a mistake, as {@code verb} for what the claim does
   */
  private record Case(
      String key, String words, String urge, String verb, Function<Severity, Optional<Level>> of) {

    Optional<Level> level(Fact fact) {
      return of.apply(fact.severity());
    }

    Optional<Level> level(Claim claim) {
      return of.apply(claim.urges());
    }
  }

  @Override
  public void find(Conversation conversation, Trees trees, Issues issues) {
    Look look = new Look(conversation, trees, issues);
    Collection<Fact> facts = conversation.machine().facts().values();
    facts.stream().filter(look::isSound).forEach(look::check);
    if (facts.stream().allMatch(look::isSound)) {
      look.checkHeeded();
    }
  }

  /** One look at the levels of one conversation. */
  private record Look(Conversation conversation, Trees trees, Issues issues) {

    /** True where nothing has been reported of the claims that a fact names. */
    boolean isSound(Fact fact) {
      return !fact.source().isEmpty()
          && trees
              .find(Trees.FACTS, fact.id(), "source")
              .filter(source -> source.scalars().allMatch(name -> isSound(name.text())))
              .isPresent();
    }

    private boolean isSound(String id) {
      Claim claim = conversation.sources().claims().get(id);
      return claim != null && isRead(claim, YES) && isRead(claim, DOUBT);
    }

    private boolean isRead(Claim claim, Case in) {
      return in.level(claim).isPresent()
          || trees.find(Trees.SOURCES, "claims", claim.id(), in.urge()).isEmpty();
    }

    void check(Fact fact) {
      if (has(fact, YES) || has(fact, DOUBT)) {
        YES.level(fact).ifPresent(level -> compare(fact, level, YES));
        DOUBT.level(fact).ifPresent(level -> compare(fact, level, DOUBT));
      } else if (!fact.workedOut()) {
        mostUrgent(fact, YES).ifPresent(claim -> reportLevelless(fact, claim));
      }
    }

    /** A key that is missing beside the other, or names no level, has been reported before. */
    private boolean has(Fact fact, Case in) {
      return trees.find(Trees.FACTS, fact.id(), in.key()).isPresent();
    }

    private void compare(Fact fact, Level level, Case in) {
      mostUrgent(fact, in)
          .ifPresentOrElse(
              claim -> compare(fact, level, in, claim), () -> reportUnbacked(fact, level, in));
    }

    private void compare(Fact fact, Level level, Case in, Claim claim) {
      Level urged = in.level(claim).orElseThrow();
      String but = is(fact, level, in) + ", but claim " + claim.id() + " " + in.verb();
      if (!level.atLeast(urged)) {
        String fix = "Raise the level, or mend the claim.";
        report(fact, in, but + " " + urged.word() + ".", fix);
      } else if (level != urged) {
        String fix = "Name a claim that urges as much, or mend the level.";
        report(fact, in, but + " no more than " + urged.word() + ".", fix);
      }
    }

    private void reportUnbacked(Fact fact, Level level, Case in) {
      report(
          fact,
          in,
          is(fact, level, in) + ", but no claim of its source says so.",
          "Add '" + in.urge() + ": " + level.word() + "' to the claim that does.");
    }

    private static String is(Fact fact, Level level, Case in) {
      return "'" + fact.id() + "' is " + level.word() + " " + in.words();
    }

    private void reportLevelless(Fact fact, Claim claim) {
      String urged = YES.level(claim).orElseThrow().word();
      issues.add(
          trees.spot(Trees.FACTS, fact.id()),
          "'" + fact.id() + "' has no level, but claim " + claim.id() + " urges " + urged + ".",
          "Add 'if-yes' and 'if-unsure', or name another claim.");
    }

    private Optional<Claim> mostUrgent(Fact fact, Case in) {
      return fact.source().stream()
          .map(conversation.sources().claims()::get)
          .filter(Objects::nonNull)
          .filter(claim -> in.level(claim).isPresent())
          .max(Comparator.comparing(claim -> in.level(claim).orElseThrow()));
    }

    void checkHeeded() {
      Set<String> heeded = new HashSet<>();
      conversation.machine().facts().values().forEach(fact -> heeded.addAll(fact.source()));
      conversation.sources().claims().values().stream()
          .filter(claim -> !heeded.contains(claim.id()))
          .forEach(claim -> YES.level(claim).ifPresent(level -> reportUnheeded(claim, level)));
    }

    private void reportUnheeded(Claim claim, Level level) {
      issues.add(
          trees.spot(Trees.SOURCES, "claims", claim.id(), YES.urge()),
          "Claim " + claim.id() + " urges " + level.word() + ", but no fact rests on it.",
          "Name it in the 'source' of a fact, or take 'urges' out.");
    }

    private void report(Fact fact, Case in, String what, String fix) {
      issues.add(trees.spot(Trees.FACTS, fact.id(), in.key()), what, fix);
    }
  }
}
