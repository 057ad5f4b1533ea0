package backtalk.proof.diagram;

import backtalk.conversation.Answer;
import backtalk.conversation.Denial;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats a guard as a few short lines in the shorthands of the author's language. The loader
 * expands the shorthands, which suits the engine but is too long for readers. In a label, a guard
 * with many parts is only counted.
 */
public final class GuardFormatter {
  private static final int MAX_NAMED = 3;

  private final StateMachine machine;
  private final Set<Guard> asked;
  private final Set<Guard> denied;

  public GuardFormatter(StateMachine machine, List<String> asked) {
    this.machine = machine;
    this.asked = each(asked, Answer.MAY_BE);
    this.denied = Set.copyOf(Denial.ofRedFlags(machine.facts()));
  }

  private static Set<Guard> each(List<String> facts, Set<Answer> answers) {
    return facts.stream().map(fact -> new Guard.Is(fact, answers)).collect(Collectors.toSet());
  }

  /** Represents a guard with its shorthands restored. */
  private sealed interface Term {
    /** Names a fact, which may be worked out from others, and the answers that hold. */
    record Sign(Fact fact, Set<Answer> answers) implements Term {}

    record Phrase(String words) implements Term {}

    /** Joins at least two terms by "or" if any suffices, or else by "and". */
    record Joined(boolean any, List<Term> parts) implements Term {}
  }

  /**
   * Returns the label of one of several transitions, of which the first open one is taken.
   *
   * @param later true when other transitions come before it
   */
  List<String> lines(Guard guard, boolean later) {
    if (guard.equals(Guard.always())) {
      return later ? List.of("otherwise") : List.of();
    }
    List<String> lines = lines(term(guard));
    return later
        ? Stream.concat(Stream.of("else " + lines.getFirst()), lines.stream().skip(1)).toList()
        : lines;
  }

  /** Returns the guard in one sentence that names every fact; "" for one that always holds. */
  public String whole(Guard guard) {
    return guard.equals(Guard.always()) ? "" : whole(term(guard));
  }

  private static String whole(Term term) {
    return switch (term) {
      case Term.Sign(Fact fact, Set<Answer> answers) -> {
        String button = "“" + fact.words().button() + "”";
        yield isUsual(fact, answers) ? button : button + " is " + words(answers);
      }
      case Term.Phrase(String words) -> words;
      case Term.Joined(boolean any, List<Term> parts) ->
          parts.stream()
              .map(part -> part instanceof Term.Joined ? "(" + whole(part) + ")" : whole(part))
              .collect(Collectors.joining(any ? " or " : " and "));
    };
  }

  private Term term(Guard guard) {
    return switch (guard) {
      case Guard.Is(String fact, Set<Answer> answers) -> new Term.Sign(machine.fact(fact), answers);
      case Guard.Any(List<Guard> guards) ->
          isShorthand(guards, asked)
              ? new Term.Phrase("any sign asked here")
              : workedOut(guards, Answer.NO).orElseGet(() -> joined(true, guards));
      case Guard.All(List<Guard> guards) ->
          isShorthand(guards, denied)
              ? new Term.Phrase("a clear no to every red flag")
              : workedOut(guards, Answer.YES).orElseGet(() -> joined(false, guards));
    };
  }

  private static boolean isShorthand(List<Guard> guards, Set<Guard> expansion) {
    return guards.size() > 1 && expansion.equals(new HashSet<>(guards));
  }

  /** Returns the fact that is worked out from exactly these guards, if any. */
  private Optional<Term> workedOut(List<Guard> guards, Answer answer) {
    Set<Guard> given = new HashSet<>(guards);
    return machine.facts().values().stream()
        .filter(
            fact ->
                fact.link() instanceof Fact.Link.Together(List<String> facts)
                    && given.equals(each(facts, Set.of(answer))))
        .findFirst()
        .map(fact -> new Term.Sign(fact, Set.of(answer)));
  }

  private Term joined(boolean any, List<Guard> guards) {
    List<Term> parts = guards.stream().map(this::term).flatMap(part -> partsOf(any, part)).toList();
    return parts.size() == 1 ? parts.getFirst() : new Term.Joined(any, parts);
  }

  /** Returns the parts of a term that is joined alike, or else the term. */
  private static Stream<Term> partsOf(boolean any, Term term) {
    return term instanceof Term.Joined(boolean alike, List<Term> parts) && alike == any
        ? parts.stream()
        : Stream.of(term);
  }

  private static List<String> lines(Term term) {
    return term instanceof Term.Joined(boolean any, List<Term> parts) && parts.size() <= MAX_NAMED
        ? Stream.concat(
                Stream.of(any ? "any of" : "all of"), parts.stream().map(part -> "• " + text(part)))
            .toList()
        : List.of(text(term));
  }

  private static String text(Term term) {
    return switch (term) {
      case Term.Sign(Fact fact, Set<Answer> answers) -> text(fact, answers);
      case Term.Phrase(String words) -> words;
      case Term.Joined(boolean any, List<Term> parts) when isShort(parts) ->
          parts.stream()
              .map(GuardFormatter::text)
              .collect(Collectors.joining(any ? " or " : " and "));
      case Term.Joined(boolean any, List<Term> parts) ->
          (any ? "any of " : all(parts, GuardFormatter::isDenial) ? "a no to each of " : "all of ")
              + parts.size()
              + " "
              + kind(parts);
    };
  }

  /**
   * Formats a condition on a fact: its button alone for the answers that a guard means by the fact
   * alone, or its button and the answers. A fact that is worked out is never unsure.
   */
  private static String text(Fact fact, Set<Answer> answers) {
    String button = fact.words().button();
    return isUsual(fact, answers) ? button : button + ": " + words(answers);
  }

  private static boolean isUsual(Fact fact, Set<Answer> answers) {
    return answers.equals(fact.workedOut() ? Set.of(Answer.YES) : Answer.MAY_BE);
  }

  private static String words(Set<Answer> answers) {
    return Arrays.stream(Answer.values())
        .filter(answers::contains)
        .map(answer -> answer == Answer.UNSURE ? "not sure" : answer.word())
        .collect(Collectors.joining(" or "));
  }

  /** Returns true when these parts can be named in one line. */
  private static boolean isShort(List<Term> parts) {
    return parts.size() <= MAX_NAMED && parts.stream().noneMatch(Term.Joined.class::isInstance);
  }

  private static String kind(List<Term> parts) {
    if (all(parts, sign -> requires(sign, Urgency.EMERGENCY))) {
      return "emergency signs";
    }
    return all(parts, sign -> requires(sign, Urgency.PROFESSIONAL))
        ? "red flags"
        : all(parts, sign -> true) ? "signs" : "conditions";
  }

  private static boolean all(List<Term> parts, Predicate<Term.Sign> condition) {
    return parts.stream().allMatch(part -> part instanceof Term.Sign sign && condition.test(sign));
  }

  private static boolean requires(Term.Sign sign, Urgency least) {
    return sign.fact().severity().yesAtLeast(least);
  }

  private static boolean isDenial(Term.Sign sign) {
    return sign.answers().equals(Set.of(Answer.NO));
  }
}
