package backtalk.understanding;

import backtalk.conversation.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  DetectedFacts {
    mentions = List.copyOf(mentions);
    doubts = List.copyOf(doubts);
  }

  /** Returns a copy without the facts that are denied. */
  DetectedFacts withoutDenials() {
    return new DetectedFacts(
        mentions.stream().filter(mention -> Answer.MAY_BE.contains(mention.answer())).toList(),
        doubts,
        someoneElse);
  }

  /** Returns a copy in which every fact is only possible. */
  DetectedFacts asDoubts() {
    Stream<String> mentioned = withoutDenials().mentions().stream().map(FactMention::fact);
    return new DetectedFacts(
        List.of(), Stream.concat(mentioned, doubts.stream()).toList(), someoneElse);
  }

  /** Returns a copy without doubts. */
  DetectedFacts withoutDoubts() {
    return new DetectedFacts(mentions, List.of(), someoneElse);
  }

  /** Collects facts; a yes outranks a doubt, and a doubt outranks a no. */
  static final class Collector {

    private final List<String> order;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private Optional<String> someoneElse = Optional.empty();

    /** Creates a collector that returns facts in this order, most urgent first. */
    Collector(List<String> order) {
      this.order = order;
    }

    void add(String fact, Answer answer) {
      answers.merge(fact, answer, (old, added) -> old == Answer.YES ? old : added);
    }

    void addDoubt(String fact) {
      doubtful.add(fact);
    }

    void addSomeoneElse(String fact) {
      boolean first = someoneElse.map(other -> priority(fact) < priority(other)).orElse(true);
      someoneElse = first ? Optional.of(fact) : someoneElse;
    }

    void addAll(DetectedFacts facts) {
      facts.mentions().forEach(mention -> add(mention.fact(), mention.answer()));
      facts.doubts().forEach(this::addDoubt);
      facts.someoneElse().ifPresent(this::addSomeoneElse);
    }

    private int priority(String fact) {
      int index = order.indexOf(fact);
      return index < 0 ? order.size() : index;
    }

    DetectedFacts result() {
      List<FactMention> mentions = new ArrayList<>();
      List<String> doubts = new ArrayList<>();
      for (String fact : order) {
        Optional<Answer> answer =
            Optional.ofNullable(answers.get(fact))
                .filter(it -> it != Answer.NO || !doubtful.contains(fact));
        answer.ifPresent(it -> mentions.add(new FactMention(fact, it)));
        if (answer.isEmpty() && doubtful.contains(fact)) {
          doubts.add(fact);
        }
      }
      return new DetectedFacts(mentions, doubts, someoneElse);
    }
  }
}
