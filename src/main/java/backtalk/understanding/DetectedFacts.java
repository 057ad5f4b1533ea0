package backtalk.understanding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import backtalk.conversation.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds detected facts.
 *
 * @param mentions certain facts, most urgent first
 * @param doubts possible facts to confirm, most urgent first
 * @param someoneElse an emergency of another person now
 */
record DetectedFacts(
    List<FactMention> mentions, List<String> doubts, Optional<String> someoneElse) {

  static final DetectedFacts NONE = new DetectedFacts(List.of(), List.of(), Optional.empty());

  /** Holds what one piece of evidence says about a fact. */
  record Finding(String fact, Kind kind) {

    /** Lists the kinds of findings. */
    enum Kind {
      YES,
      DOUBT,
      NO,
      SOMEONE_ELSE
    }

    /** Returns the same finding as a doubt; empty for a no. */
    Optional<Finding> asDoubt() {
      return switch (kind) {
        case YES, DOUBT -> Optional.of(new Finding(fact, Kind.DOUBT));
        case NO -> Optional.empty();
        case SOMEONE_ELSE -> Optional.of(this);
      };
    }
  }

  DetectedFacts {
    mentions = List.copyOf(mentions);
    doubts = List.copyOf(doubts);
  }

  /**
   * Returns the facts that these findings state together: a yes outranks a doubt, and a doubt
   * outranks a no.
   *
   * @param order the facts, most urgent first
   */
  static DetectedFacts of(Stream<Finding> findings, List<String> order) {
    Map<String, Set<Finding.Kind>> byFact =
        findings.collect(groupingBy(Finding::fact, mapping(Finding::kind, toSet())));
    List<FactMention> mentions = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    for (String fact : order) {
      Set<Finding.Kind> kinds = byFact.getOrDefault(fact, Set.of());
      if (kinds.contains(Finding.Kind.YES)) {
        mentions.add(new FactMention(fact, Answer.YES));
      } else if (kinds.contains(Finding.Kind.DOUBT)) {
        doubts.add(fact);
      } else if (kinds.contains(Finding.Kind.NO)) {
        mentions.add(new FactMention(fact, Answer.NO));
      }
    }
    Optional<String> someoneElse =
        order.stream()
            .filter(it -> byFact.getOrDefault(it, Set.of()).contains(Finding.Kind.SOMEONE_ELSE))
            .findFirst();
    return new DetectedFacts(mentions, doubts, someoneElse);
  }

  /** Returns the findings that state these facts. */
  Stream<Finding> findings() {
    return Stream.of(
            mentions.stream().map(it -> new Finding(it.fact(), kind(it.answer()))),
            doubts.stream().map(fact -> new Finding(fact, Finding.Kind.DOUBT)),
            someoneElse.stream().map(fact -> new Finding(fact, Finding.Kind.SOMEONE_ELSE)))
        .flatMap(all -> all);
  }

  private static Finding.Kind kind(Answer answer) {
    return answer == Answer.NO ? Finding.Kind.NO : Finding.Kind.YES;
  }

  /** Returns a copy without doubts. */
  DetectedFacts withoutDoubts() {
    return new DetectedFacts(mentions, List.of(), someoneElse);
  }
}
