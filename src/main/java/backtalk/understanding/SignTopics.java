package backtalk.understanding;

import backtalk.conversation.Urgency;
import backtalk.understanding.rules.Assertion;
import backtalk.understanding.rules.LexiconMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Replaces topics beside a sign that a message tells or hints at: no exercises are shown there, and
 * no guesses.
 *
 * @param ranked the topics that can be ranked
 */
record SignTopics(NluConfig config, Set<String> ranked) {

  /** Limits the topics offered below an answer. */
  private static final int MAX_ALTERNATIVES = 2;

  /** Lists the statuses of signs that leave exercises possible. */
  private static final Set<Assertion> NO_HINT =
      Set.of(Assertion.NEGATED, Assertion.PAST, Assertion.IDIOM);

  /**
   * Returns true when any clause tells or names a sign, whoever has it, unless it is denied, over
   * or a figure of speech, and while the person is asked about one.
   */
  boolean isHinted(Analysis a) {
    return doubts(a).findAny().isPresent()
        || a.facts().someoneElse().isPresent()
        || hints(a).findAny().isPresent();
  }

  private static Stream<String> doubts(Analysis a) {
    return Stream.concat(a.facts().doubts().stream(), a.utterance().prompt().doubts().stream());
  }

  /** Returns true for a doubt that words of the lexicon support. */
  boolean isDoubtedInWords(Analysis a) {
    return !a.facts().doubts().isEmpty() && hints(a).findAny().isPresent();
  }

  Stream<LexiconMatcher.Hit> hints(Analysis a) {
    return a.clauses().stream().flatMap(clause -> clause.hits().stream()).filter(this::isHint);
  }

  private boolean isHint(LexiconMatcher.Hit hit) {
    boolean states =
        hit.strength() == LexiconMatcher.Strength.YES
            || hit.strength() == LexiconMatcher.Strength.MAYBE;
    return states
        && config.facts().redFlags().contains(hit.fact())
        && !NO_HINT.contains(hit.assertion());
  }

  /**
   * Returns the topic in place of exercises: that of the sign where one has its name, else the list
   * of warning signs.
   */
  private Optional<String> instead(Analysis a) {
    return hints(a)
        .map(LexiconMatcher.Hit::fact)
        .filter(ranked::contains)
        .findFirst()
        .or(config.topics()::signs);
  }

  /**
   * Returns the match with another topic in place of exercises, or of guesses beside a sign. Beside
   * an emergency in doubt nothing is answered that may be said in its place.
   */
  TopicMatch beside(TopicMatch match, Analysis a) {
    Set<String> emergencies = config.facts().emergencies();
    return a.facts().doubts().stream().anyMatch(emergencies::contains)
        ? new TopicMatch.Declined()
        : withoutMovements(settled(match, a), a);
  }

  /**
   * Returns the match without the answers that would be others if a sign that is doubted or named
   * were true. Where the person is asked about it now, they wait; else the warning signs are shown.
   */
  private TopicMatch settled(TopicMatch match, Analysis a) {
    Optional<Urgency> possible =
        Stream.concat(doubts(a), hints(a).map(LexiconMatcher.Hit::fact))
            .map(this::urgency)
            .max(Comparator.naturalOrder());
    if (possible.isEmpty()
        || !(match instanceof TopicMatch.Answered(var topics, var alternatives, var sure))) {
      return match;
    }
    List<String> kept =
        topics.stream()
            .filter(topic -> !config.topics().differsFrom(topic, possible.get()))
            .toList();
    if (!kept.isEmpty()) {
      return new TopicMatch.Answered(kept, alternatives, sure);
    }
    return instead(a)
        .filter(signs -> a.facts().doubts().isEmpty())
        .<TopicMatch>map(signs -> new TopicMatch.Answered(List.of(signs), List.of(), sure))
        .orElseGet(TopicMatch.Declined::new);
  }

  private Urgency urgency(String fact) {
    if (config.facts().emergencies().contains(fact)) {
      return Urgency.EMERGENCY;
    }
    return config.facts().signs().contains(fact) ? Urgency.SEE_DOCTOR : Urgency.PROFESSIONAL;
  }

  private TopicMatch withoutMovements(TopicMatch match, Analysis a) {
    Optional<String> instead = instead(a);
    return switch (match) {
      case TopicMatch.Answered(var topics, var alternatives, var sure) -> {
        boolean replaced = topics.stream().anyMatch(config.topics().movements()::contains);
        Stream<String> signs = replaced ? instead.stream() : Stream.empty();
        List<String> kept = Stream.concat(signs, still(topics)).distinct().toList();
        yield kept.isEmpty()
            ? new TopicMatch.Declined()
            : new TopicMatch.Answered(kept, still(alternatives).toList(), sure);
      }
      case TopicMatch.Offered(var topics) ->
          instead
              .filter(signs -> a.facts().doubts().isEmpty() && hints(a).findAny().isPresent())
              .<TopicMatch>map(
                  signs ->
                      new TopicMatch.Answered(List.of(signs), alternatives(signs, topics), false))
              .orElseGet(() -> new TopicMatch.Offered(still(topics).toList()));
      case TopicMatch.Declined declined -> declined;
    };
  }

  private List<String> alternatives(String signs, List<String> topics) {
    return still(topics).filter(topic -> !topic.equals(signs)).limit(MAX_ALTERNATIVES).toList();
  }

  private Stream<String> still(List<String> topics) {
    return topics.stream().filter(topic -> !config.topics().movements().contains(topic));
  }
}
