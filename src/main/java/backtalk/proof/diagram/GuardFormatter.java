package backtalk.proof.diagram;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Guard;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Urgency;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats a guard as a few short lines. A guard with many parts is only counted. */
final class GuardFormatter {
  private static final int MAX_NAMED = 3;

  private final ReadableGuards readableGuards;

  /** Creates a formatter for guards of a state that asks these facts. */
  GuardFormatter(StateMachine machine, List<String> asked) {
    readableGuards = new ReadableGuards(machine, asked);
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
    List<String> lines = lines(readableGuards.of(guard));
    return later ? prefixed("else ", lines) : lines;
  }

  private static List<String> prefixed(String prefix, List<String> lines) {
    return Stream.concat(Stream.of(prefix + lines.getFirst()), lines.stream().skip(1)).toList();
  }

  private static List<String> lines(ReadableGuard condition) {
    return switch (condition) {
      case ReadableGuard.AnyOf(var parts) when parts.size() <= MAX_NAMED -> listed("any of", parts);
      case ReadableGuard.AllOf(var parts) when parts.size() <= MAX_NAMED -> listed("all of", parts);
      default -> List.of(text(condition));
    };
  }

  private static List<String> listed(String heading, List<ReadableGuard> parts) {
    return Stream.concat(Stream.of(heading), parts.stream().map(part -> "• " + text(part)))
        .toList();
  }

  private static String text(ReadableGuard condition) {
    return switch (condition) {
      case ReadableGuard.Answered answered -> answered(answered);
      case ReadableGuard.AnyAsked asked -> "any sign asked here";
      case ReadableGuard.NoRedFlag none -> "a clear no to every red flag";
      case ReadableGuard.AnyOf(var parts) ->
          areFew(parts) ? joined(" or ", parts) : "any of " + count(parts);
      case ReadableGuard.AllOf(var parts) ->
          areFew(parts)
              ? joined(" and ", parts)
              : (denied(parts) ? "a no to each of " : "all of ") + count(parts);
    };
  }

  /** Returns true when these parts can be named in one line. */
  private static boolean areFew(List<ReadableGuard> parts) {
    return parts.size() <= MAX_NAMED && parts.stream().noneMatch(GuardFormatter::hasParts);
  }

  private static boolean hasParts(ReadableGuard part) {
    return part instanceof ReadableGuard.AnyOf || part instanceof ReadableGuard.AllOf;
  }

  /**
   * Formats a condition on a fact: its button alone when the guard names the fact alone, or its
   * button and the answers.
   */
  private static String answered(ReadableGuard.Answered answered) {
    String button = answered.fact().words().button();
    return defaultAnswers(answered.fact()).equals(answered.answers())
        ? button
        : button + ": " + answers(answered.answers());
  }

  /**
   * Returns the answers that a fact alone in a guard stands for; a fact worked out is never unsure.
   */
  private static Set<Answer> defaultAnswers(Fact fact) {
    return fact.workedOut() ? Set.of(Answer.YES) : Answer.MAY_BE;
  }

  private static String answers(Set<Answer> answers) {
    return Arrays.stream(Answer.values())
        .filter(answers::contains)
        .map(answer -> answer == Answer.UNSURE ? "not sure" : answer.word())
        .collect(Collectors.joining(" or "));
  }

  private static String joined(String word, List<ReadableGuard> parts) {
    return parts.stream().map(GuardFormatter::text).collect(Collectors.joining(word));
  }

  private static String count(List<ReadableGuard> parts) {
    return parts.size() + " " + kind(parts);
  }

  private static String kind(List<ReadableGuard> parts) {
    if (parts.stream().allMatch(part -> isSign(part, Urgency.EMERGENCY))) {
      return "emergency signs";
    }
    if (parts.stream().allMatch(part -> isSign(part, Urgency.PROFESSIONAL))) {
      return "red flags";
    }
    return parts.stream().allMatch(ReadableGuard.Answered.class::isInstance)
        ? "signs"
        : "conditions";
  }

  private static boolean isSign(ReadableGuard part, Urgency least) {
    return part instanceof ReadableGuard.Answered(Fact fact, Set<Answer> answers)
        && fact.severity().ifYes().filter(urgency -> urgency.atLeast(least)).isPresent();
  }

  private static boolean denied(List<ReadableGuard> parts) {
    return parts.stream()
        .allMatch(
            part ->
                part instanceof ReadableGuard.Answered(Fact fact, Set<Answer> answers)
                    && answers.equals(Set.of(Answer.NO)));
  }
}
