package backtalk.loader.checks;

import backtalk.conversation.Claim;
import backtalk.conversation.Fact;
import backtalk.conversation.Severity;
import backtalk.conversation.Urgency;
import backtalk.loader.yaml.YamlDocuments;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks that every fact is exactly as urgent as the most urgent of its claims, and that every
 * urgency of a claim is used by a fact. So no urgency can be changed or dropped in one place alone.
 */
record UrgencyCheck(Input input) implements ConversationCheck {
  private static final Case YES = new Case("if-yes", "if yes", "urges", "urges", Severity::ifYes);
  private static final Case DOUBT =
      new Case("if-unsure", "if unsure", "in-doubt", "in doubt urges", Severity::ifUnsure);

  /**
   * Describes one of the two answers that have an urgency.
   *
   * @param key key of a fact; {@code urge} is the key of a claim
   * @param words words for the answer in issues; {@code verb} is the verb for the claim
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
  public void find() {
    Collection<Fact> facts = machine().facts().values();
    facts.stream().filter(this::hasValidClaims).forEach(this::check);
    if (facts.stream().allMatch(this::hasValidClaims)) {
      checkUrgenciesUsed();
    }
  }

  /** Returns true when no claim that a fact names has been reported. */
  private boolean hasValidClaims(Fact fact) {
    return !fact.source().isEmpty()
        && files()
            .find(YamlDocuments.FACTS, fact.id(), "source")
            .filter(source -> source.scalars().allMatch(name -> isValidClaim(name.text())))
            .isPresent();
  }

  private boolean isValidClaim(String id) {
    Claim claim = conversation().sources().claims().get(id);
    return claim != null && hasValidUrgency(claim, YES) && hasValidUrgency(claim, DOUBT);
  }

  private boolean hasValidUrgency(Claim claim, Case answer) {
    return answer.level(claim).isPresent()
        || files().find(YamlDocuments.SOURCES, "claims", claim.id(), answer.urge()).isEmpty();
  }

  private void check(Fact fact) {
    if (has(fact, YES) || has(fact, DOUBT)) {
      YES.level(fact).ifPresent(urgency -> compare(fact, urgency, YES));
      DOUBT.level(fact).ifPresent(urgency -> compare(fact, urgency, DOUBT));
    } else if (!fact.workedOut()) {
      mostUrgent(fact, YES).ifPresent(claim -> reportMissingLevel(fact, claim));
    }
  }

  /** Returns true when the fact has the key. A lone or invalid key has been reported before. */
  private boolean has(Fact fact, Case answer) {
    return files().find(YamlDocuments.FACTS, fact.id(), answer.key()).isPresent();
  }

  private void compare(Fact fact, Urgency urgency, Case answer) {
    mostUrgent(fact, answer)
        .ifPresentOrElse(
            claim -> compare(fact, urgency, answer, claim),
            () -> reportUnsupported(fact, urgency, answer));
  }

  private void compare(Fact fact, Urgency urgency, Case answer, Claim claim) {
    Urgency urged = answer.level(claim).orElseThrow();
    String message = is(fact, urgency, answer) + ", but claim " + claim.id() + " " + answer.verb();
    if (!urgency.atLeast(urged)) {
      String fix = "Raise the level, or mend the claim.";
      report(fact, answer, message + " " + urged.word() + ".", fix);
    } else if (urgency != urged) {
      String fix = "Name a claim that urges as much, or mend the level.";
      report(fact, answer, message + " no more than " + urged.word() + ".", fix);
    }
  }

  private void reportUnsupported(Fact fact, Urgency urgency, Case answer) {
    report(
        fact,
        answer,
        is(fact, urgency, answer) + ", but no claim of its source says so.",
        "Add '" + answer.urge() + ": " + urgency.word() + "' to the claim that does.");
  }

  private static String is(Fact fact, Urgency urgency, Case answer) {
    return "'" + fact.id() + "' is " + urgency.word() + " " + answer.words();
  }

  private void reportMissingLevel(Fact fact, Claim claim) {
    String urged = YES.level(claim).orElseThrow().word();
    report(
        at().fact(fact.id()),
        "'" + fact.id() + "' has no level, but claim " + claim.id() + " urges " + urged + ".",
        "Add 'if-yes' and 'if-unsure', or name another claim.");
  }

  private Optional<Claim> mostUrgent(Fact fact, Case answer) {
    return fact.source().stream()
        .map(conversation().sources().claims()::get)
        .filter(Objects::nonNull)
        .filter(claim -> answer.level(claim).isPresent())
        .max(Comparator.comparing(claim -> answer.level(claim).orElseThrow()));
  }

  private void checkUrgenciesUsed() {
    Set<String> cited = new HashSet<>();
    machine().facts().values().forEach(fact -> cited.addAll(fact.source()));
    conversation().sources().claims().values().stream()
        .filter(claim -> !cited.contains(claim.id()))
        .forEach(
            claim -> YES.level(claim).ifPresent(urgency -> reportUnusedUrgency(claim, urgency)));
  }

  private void reportUnusedUrgency(Claim claim, Urgency urgency) {
    report(
        at().claim(claim.id(), YES.urge()),
        "Claim " + claim.id() + " urges " + urgency.word() + ", but no fact rests on it.",
        "Name it in the 'source' of a fact, or take 'urges' out.");
  }

  private void report(Fact fact, Case answer, String what, String fix) {
    report(at().fact(fact.id(), answer.key()), what, fix);
  }
}
