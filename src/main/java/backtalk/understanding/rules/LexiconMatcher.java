package backtalk.understanding.rules;

import backtalk.conversation.Answer;
import backtalk.conversation.LanguageData;
import backtalk.understanding.text.Normaliser;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds lexicon patterns in sentences, with their assertion status. */
public final class LexiconMatcher {

  /**
   * Sets the sentence length, in tokens, from which patterns are preselected by the words they
   * need.
   */
  private static final int LONG_SENTENCE = 60;

  /** Matches the words of patterns that misspelt words are corrected to. */
  private static final Predicate<String> LONG_WORD =
      Pattern.compile("[a-z]{4,}").asMatchPredicate();

  /** Lists the strengths with which a pattern states its fact. */
  public enum Strength {
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

  /** Holds the patterns of which one must match before a message is compared with examples. */
  private final Map<String, List<WordPattern>> subjects = new HashMap<>();

  /** Holds the positions of the rules by the words, or stems with a star, they can begin with. */
  private final Map<String, List<Integer>> byBeginning = new HashMap<>();

  /**
   * Creates a matcher of the lexicon's patterns and of the phrases that state facts.
   *
   * <p>A pattern that begins with @ also counts when it is about the past.
   */
  public LexiconMatcher(LanguageData language) {
    classes = language.lexicon().classes();
    language.facts().forEach(this::addPhrases);
    language
        .lexicon()
        .facts()
        .forEach(
            (fact, patterns) -> {
              add(fact, Strength.YES, patterns.yes());
              add(fact, Strength.MAYBE, patterns.maybe());
              add(fact, Strength.NO, patterns.no());
              add(fact, Strength.MENTION, patterns.mentions());
              addSubjects(fact, patterns.subjects());
            });
  }

  private void addSubjects(String fact, List<String> patterns) {
    if (!patterns.isEmpty()) {
      subjects.put(
          fact,
          patterns.stream().flatMap(text -> WordPattern.parse(text, classes).stream()).toList());
    }
  }

  /** Returns the facts whose subject none of these sentences names. */
  public Set<String> withoutSubject(List<Sentence> sentences) {
    return subjects.entrySet().stream()
        .filter(
            entry ->
                sentences.stream().noneMatch(sentence -> isIn(sentence.words(), entry.getValue())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean isIn(List<String> words, List<WordPattern> patterns) {
    return IntStream.range(0, words.size())
        .anyMatch(at -> patterns.stream().anyMatch(pattern -> pattern.at(words, at).isPresent()));
  }

  private void addPhrases(String fact, Map<Answer, List<String>> byAnswer) {
    byAnswer.forEach(
        (answer, phrases) -> {
          Strength strength =
              switch (answer) {
                case YES -> Strength.YES;
                case NO -> Strength.NO;
                case UNSURE, SKIPPED -> Strength.MAYBE;
              };
          add(fact, strength, phrases.stream().map(Normaliser::plain).toList());
        });
  }

  private void add(String fact, Strength strength, List<String> patterns) {
    for (String text : patterns) {
      boolean past = text.startsWith("@");
      WordPattern.parse(past ? text.substring(1) : text, classes)
          .forEach(pattern -> add(new Rule(fact, strength, past, pattern)));
    }
  }

  private void add(Rule rule) {
    for (String beginning : rule.pattern().beginnings()) {
      byBeginning.computeIfAbsent(beginning, first -> new ArrayList<>()).add(rules.size());
    }
    rules.add(rule);
  }

  /** Returns every match in the sentence, in the order of the lexicon. */
  public List<Hit> find(Sentence sentence, ContextAnalyzer context) {
    List<String> tokens = sentence.tokens();
    Function<String, List<Integer>> candidates = candidates(tokens);
    Map<String, List<Integer>> byWord = new HashMap<>();
    Map<Integer, List<Hit>> found = new TreeMap<>();
    for (int at = 0; at < tokens.size(); at++) {
      for (int position : byWord.computeIfAbsent(tokens.get(at), candidates)) {
        Rule rule = rules.get(position);
        rule.pattern()
            .at(tokens, at)
            .map(match -> hit(rule, context, match))
            .ifPresent(hit -> found.computeIfAbsent(position, any -> new ArrayList<>()).add(hit));
      }
    }
    return found.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Returns the rules that may begin with a word; for a long sentence only those whose words it
   * contains.
   */
  private Function<String, List<Integer>> candidates(List<String> tokens) {
    if (tokens.size() <= LONG_SENTENCE) {
      return this::beginningWith;
    }
    Set<String> words = Set.copyOf(tokens);
    return word ->
        beginningWith(word).stream()
            .filter(rule -> rules.get(rule).pattern().canMatch(words))
            .toList();
  }

  private List<Integer> beginningWith(String word) {
    Set<Integer> positions = new HashSet<>(byBeginning.getOrDefault(word, List.of()));
    for (int length = 0; length <= word.length(); length++) {
      String stem = word.substring(0, length) + WordPattern.STEM;
      positions.addAll(byBeginning.getOrDefault(stem, List.of()));
    }
    return List.copyOf(positions);
  }

  private static Hit hit(Rule rule, ContextAnalyzer context, WordPattern.Match match) {
    Assertion assertion = context.of(match.span(), match.gaps());
    boolean now = rule.pastCounts() && assertion == Assertion.PAST;
    return new Hit(rule.fact(), rule.strength(), now ? Assertion.NOW : assertion, match.span());
  }

  /** Returns the words of all patterns and classes, for the spelling correction. */
  public static Set<String> vocabulary(LanguageData language) {
    return Stream.concat(
            language.lexicon().classes().values().stream(),
            language.lexicon().facts().values().stream()
                .flatMap(p -> Stream.of(p.yes(), p.maybe(), p.no(), p.mentions(), p.subjects())))
        .flatMap(List::stream)
        .flatMap(text -> Stream.of(text.split("[\\s|]+")))
        .filter(LONG_WORD)
        .collect(Collectors.toSet());
  }
}
