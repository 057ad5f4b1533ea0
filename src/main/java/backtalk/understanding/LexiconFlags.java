package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.conversation.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the patterns of the lexicon in sentences, each with the sense in which it is said. */
final class LexiconFlags {

  /** How much a pattern says of its fact. */
  enum Strength {
    YES,
    MAYBE,
    NO,
    MENTION
  }

  /** A pattern found. */
  record Hit(String fact, Strength strength, Sense sense, Span span) {}

  private record Rule(String fact, Strength strength, boolean pastCounts, WordPattern pattern) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, List<String>> classes;

  /**
   * Rules of the lexicon, and the phrases that tell facts. A rule that begins with @ counts past.
   */
  LexiconFlags(Wording wording) {
    classes = wording.lexicon().classes();
    wording.facts().forEach(this::phrases);
    wording
        .lexicon()
        .facts()
        .forEach(
            (fact, patterns) -> {
              add(fact, Strength.YES, patterns.yes());
              add(fact, Strength.MAYBE, patterns.maybe());
              add(fact, Strength.NO, patterns.no());
              add(fact, Strength.MENTION, patterns.mentions());
            });
  }

  private void phrases(String fact, Map<Answer, List<String>> said) {
    said.forEach(
        (answer, phrases) -> {
          List<String> plain = phrases.stream().map(Normaliser::plain).toList();
          switch (answer) {
            case YES -> add(fact, Strength.YES, plain);
            case NO -> add(fact, Strength.NO, plain);
            case UNSURE, SKIPPED -> add(fact, Strength.MAYBE, plain);
          }
        });
  }

  private void add(String fact, Strength strength, List<String> patterns) {
    for (String text : patterns) {
      boolean past = text.startsWith("@");
      WordPattern.parse(past ? text.substring(1) : text, classes)
          .forEach(pattern -> rules.add(new Rule(fact, strength, past, pattern)));
    }
  }

  /** Every pattern that stands in the sentence. */
  List<Hit> find(Sentence sentence, Context context) {
    return rules.stream().flatMap(rule -> hits(rule, sentence, context)).toList();
  }

  private static Stream<Hit> hits(Rule rule, Sentence sentence, Context context) {
    return rule.pattern().find(sentence.tokens()).stream()
        .map(
            found ->
                new Hit(rule.fact(), rule.strength(), sense(rule, context, found), found.span()));
  }

  private static Sense sense(Rule rule, Context context, Match found) {
    Sense sense = context.of(found);
    return rule.pastCounts() && sense == Sense.PAST ? Sense.NOW : sense;
  }

  /** The words of all patterns and classes, for putting misspelt ones right. */
  static Set<String> vocabulary(Wording wording) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    Stream.concat(
            wording.lexicon().classes().values().stream(),
            wording.lexicon().facts().values().stream()
                .flatMap(p -> Stream.of(p.yes(), p.maybe(), p.no(), p.mentions())))
        .flatMap(List::stream)
        .flatMap(text -> Stream.of(text.split("[\\s|]+")))
        .filter(word -> word.matches("[a-z]{4,}"))
        .forEach(word -> words.put(word, true));
    return words.keySet();
  }
}
