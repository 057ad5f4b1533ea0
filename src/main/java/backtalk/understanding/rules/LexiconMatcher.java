package backtalk.understanding.rules;

import backtalk.conversation.Answer;
import backtalk.conversation.LanguageData;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds lexicon patterns in sentences, with their assertion status. */
public final class LexiconMatcher {

  /**
   * Sets the sentence length, in tokens, from which patterns are preselected by the words they
   * need.
   */
  private static final int LONG_SENTENCE = 60;

  /** Lists the strengths with which a pattern states its fact. */
  enum Strength {
    YES,
    MAYBE,
    NO,
    MENTION
  }

  /** Holds a matched pattern. */
  public record Hit(String fact, Strength strength, Assertion assertion, TokenSpan span) {}

  private record Rule(String fact, Strength strength, boolean pastCounts, WordPattern pattern) {}

  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, List<String>> classes;
  private final PatternIndex index;

  /**
   * Creates a matcher of the lexicon's patterns and of the phrases that state facts.
   *
   * <p>A pattern that begins with @ also counts when it is about the past.
   */
  public LexiconMatcher(LanguageData language) {
    classes = language.lexicon().classes();
    language.facts().forEach(this::phrases);
    language
        .lexicon()
        .facts()
        .forEach(
            (fact, patterns) -> {
              add(fact, Strength.YES, patterns.yes());
              add(fact, Strength.MAYBE, patterns.maybe());
              add(fact, Strength.NO, patterns.no());
              add(fact, Strength.MENTION, patterns.mentions());
            });
    index = new PatternIndex(rules.stream().map(Rule::pattern).toList());
  }

  private void phrases(String fact, Map<Answer, List<String>> byAnswer) {
    byAnswer.forEach(
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

  /** Returns every match in the sentence, in the order of the lexicon. */
  public List<Hit> find(Sentence sentence, ContextAnalyzer context) {
    List<String> tokens = sentence.tokens();
    Function<String, List<Integer>> candidates = candidates(tokens);
    Map<String, List<Integer>> byWord = new HashMap<>();
    Map<Integer, List<PatternMatch>> found = new TreeMap<>();
    for (int at = 0; at < tokens.size(); at++) {
      for (int rule : byWord.computeIfAbsent(tokens.get(at), candidates)) {
        rules
            .get(rule)
            .pattern()
            .at(tokens, at)
            .ifPresent(it -> found.computeIfAbsent(rule, any -> new ArrayList<>()).add(it));
      }
    }
    return found.entrySet().stream()
        .flatMap(of -> of.getValue().stream().map(it -> hit(rules.get(of.getKey()), context, it)))
        .toList();
  }

  /**
   * Returns the rules that may begin with a word; for a long sentence only those whose words it
   * contains.
   */
  private Function<String, List<Integer>> candidates(List<String> tokens) {
    if (tokens.size() <= LONG_SENTENCE) {
      return index::beginningWith;
    }
    Set<String> words = Set.copyOf(tokens);
    return word ->
        index.beginningWith(word).stream()
            .filter(rule -> rules.get(rule).pattern().canMatch(words))
            .toList();
  }

  private static Hit hit(Rule rule, ContextAnalyzer context, PatternMatch found) {
    return new Hit(rule.fact(), rule.strength(), assertion(rule, context, found), found.span());
  }

  private static Assertion assertion(Rule rule, ContextAnalyzer context, PatternMatch found) {
    Assertion assertion = context.of(found);
    return rule.pastCounts() && assertion == Assertion.PAST ? Assertion.NOW : assertion;
  }

  /** Returns the words of all patterns and classes, for the spelling correction. */
  public static Set<String> vocabulary(LanguageData language) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    Stream.concat(
            language.lexicon().classes().values().stream(),
            language.lexicon().facts().values().stream()
                .flatMap(p -> Stream.of(p.yes(), p.maybe(), p.no(), p.mentions())))
        .flatMap(List::stream)
        .flatMap(text -> Stream.of(text.split("[\\s|]+")))
        .filter(word -> word.matches("[a-z]{4,}"))
        .forEach(word -> words.put(word, true));
    return words.keySet();
  }
}
