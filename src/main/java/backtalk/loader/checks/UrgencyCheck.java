package backtalk.loader.checks;

import backtalk.conversation.Claim;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Severity;
import backtalk.conversation.Urgency;
import backtalk.loader.Issues;
import backtalk.loader.yaml.YamlDocuments;
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
public final class UrgencyCheck implements ConversationCheck {
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
      String key,
      String words,
      String urge,
      String verb,
      Function<Severity, Optional<Urgency>> of) {

    Optional<Urgency> level(Fact fact) {
      return of.apply(fact.severity());
    }

    Optional<Urgency> level(Claim claim) {
      return of.apply(claim.urges());
    }
  }

  @Override
  public void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {
    Look look = new Look(conversation, yamlDocuments, issues);
    Collection<Fact> facts = conversation.machine().facts().values();
    facts.stream().filter(look::isSound).forEach(look::check);
    if (facts.stream().allMatch(look::isSound)) {
      look.checkHeeded();
    }
  }

  /** One look at the levels of one conversation. */
  private record Look(Conversation conversation, YamlDocuments yamlDocuments, Issues issues) {

    /** True where nothing has been reported of the claims that a fact names. */
    boolean isSound(Fact fact) {
      return !fact.source().isEmpty()
          && yamlDocuments
              .find(YamlDocuments.FACTS, fact.id(), "source")
              .filter(source -> source.scalars().allMatch(name -> isSound(name.text())))
              .isPresent();
    }

    private boolean isSound(String id) {
      Claim claim = conversation.sources().claims().get(id);
      return claim != null && isRead(claim, YES) && isRead(claim, DOUBT);
    }

    private boolean isRead(Claim claim, Case in) {
      return in.level(claim).isPresent()
          || yamlDocuments.find(YamlDocuments.SOURCES, "claims", claim.id(), in.urge()).isEmpty();
    }

    void check(Fact fact) {
      if (has(fact, YES) || has(fact, DOUBT)) {
        YES.level(fact).ifPresent(urgency -> compare(fact, urgency, YES));
        DOUBT.level(fact).ifPresent(urgency -> compare(fact, urgency, DOUBT));
      } else if (!fact.workedOut()) {
        mostUrgent(fact, YES).ifPresent(claim -> reportLevelless(fact, claim));
      }
    }

    /** A key that is missing beside the other, or names no level, has been reported before. */
    private boolean has(Fact fact, Case in) {
      return yamlDocuments.find(YamlDocuments.FACTS, fact.id(), in.key()).isPresent();
    }

    private void compare(Fact fact, Urgency urgency, Case in) {
      mostUrgent(fact, in)
          .ifPresentOrElse(
              claim -> compare(fact, urgency, in, claim), () -> reportUnbacked(fact, urgency, in));
    }

    private void compare(Fact fact, Urgency urgency, Case in, Claim claim) {
      Urgency urged = in.level(claim).orElseThrow();
      String but = is(fact, urgency, in) + ", but claim " + claim.id() + " " + in.verb();
      if (!urgency.atLeast(urged)) {
        String fix = "Raise the level, or mend the claim.";
        report(fact, in, but + " " + urged.word() + ".", fix);
      } else if (urgency != urged) {
        String fix = "Name a claim that urges as much, or mend the level.";
        report(fact, in, but + " no more than " + urged.word() + ".", fix);
      }
    }

    private void reportUnbacked(Fact fact, Urgency urgency, Case in) {
      report(
          fact,
          in,
          is(fact, urgency, in) + ", but no claim of its source says so.",
          "Add '" + in.urge() + ": " + urgency.word() + "' to the claim that does.");
    }

    private static String is(Fact fact, Urgency urgency, Case in) {
      return "'" + fact.id() + "' is " + urgency.word() + " " + in.words();
    }

    private void reportLevelless(Fact fact, Claim claim) {
      String urged = YES.level(claim).orElseThrow().word();
      issues.add(
          yamlDocuments.locate(YamlDocuments.FACTS, fact.id()),
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
          .forEach(claim -> YES.level(claim).ifPresent(urgency -> reportUnheeded(claim, urgency)));
    }

    private void reportUnheeded(Claim claim, Urgency urgency) {
      issues.add(
          yamlDocuments.locate(YamlDocuments.SOURCES, "claims", claim.id(), YES.urge()),
          "Claim " + claim.id() + " urges " + urgency.word() + ", but no fact rests on it.",
          "Name it in the 'source' of a fact, or take 'urges' out.");
    }

    private void report(Fact fact, Case in, String what, String fix) {
      issues.add(yamlDocuments.locate(YamlDocuments.FACTS, fact.id(), in.key()), what, fix);
    }
  }
}
