package backtalk.understanding.rules;

import backtalk.understanding.AnswerKind;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Parses answers to an open question: a listed phrase, or else by rules.
 *
 * <p>A question about an emergency sign accepts plain answers alone, and anything else is asked
 * again. A plain answer consists of listed answers and harmless filler.
 */
public final class AnswerParser {

  private static final Set<AnswerKind> DENIALS = EnumSet.of(AnswerKind.NO, AnswerKind.NONE);

  /** Names the phrases that only look like answers. */
  private static final String NO_ANSWER = "other";

  /** Limits the words of a listed answer. */
  private static final int LONGEST = 8;

  /** Holds the listed answers by their words; empty for what only looks like one. */
  private final Map<List<String>, Optional<AnswerKind>> phrases = new HashMap<>();

  private final AnswerRules rules;
  private final Set<String> emergencies;
  private final CueIndex cues;

  /**
   * Creates a parser.
   *
   * @param listed the name of a kind of answer in lower case, to its phrases
   * @param emergencies the facts at which only plain answers count
   */
  public AnswerParser(
      Map<String, List<String>> listed,
      Function<String, Sentence> normalise,
      Set<String> emergencies,
      CueIndex cues) {
    this.rules = new AnswerRules(cues);
    this.emergencies = emergencies;
    this.cues = cues;
    for (AnswerKind kind : AnswerKind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      add(listed.getOrDefault(name, List.of()).stream().map(normalise), Optional.of(kind));
    }
    add(listed.getOrDefault(NO_ANSWER, List.of()).stream().map(normalise), Optional.empty());
  }

  private void add(Stream<Sentence> answers, Optional<AnswerKind> kind) {
    answers
        .map(Sentence::words)
        .filter(words -> !words.isEmpty())
        .forEach(words -> phrases.putIfAbsent(words, kind));
  }

  /**
   * Returns the answer in a message; empty when it contains none.
   *
   * <p>Doubt and silence are never a no.
   */
  public Optional<AnswerKind> parse(Sentence answer, OpenPrompt prompt) {
    if (answer.words().isEmpty()) {
      return Optional.empty();
    }
    Optional<AnswerKind> listed = phrases.get(withoutRepeats(answer.words()));
    Optional<AnswerKind> heard = listed != null ? listed : rules.parse(answer, prompt);
    return isStrict(prompt) ? strict(answer, heard, prompt) : heard;
  }

  /** Returns true when exactly these words are listed as an answer. */
  public boolean isPhrase(Sentence answer) {
    return phrases.getOrDefault(withoutRepeats(answer.words()), Optional.empty()).isPresent();
  }

  /** Returns one word for a repeated one: "no no no" is "no". */
  private static List<String> withoutRepeats(List<String> words) {
    return new HashSet<>(words).size() == 1 ? List.of(words.getFirst()) : words;
  }

  /** Returns true when the message consists of noes and harmless filler alone. */
  public boolean isPlainNo(Sentence answer) {
    return denies(kinds(answer.words())) && !answer.asks();
  }

  /** Returns true for "no pain": its no belongs to what follows, and is no answer by itself. */
  public boolean deniesOneThing(Sentence answer) {
    return rules.deniesOneThing(answer.tokens());
  }

  /** Returns true when the message begins with a no, so that later mentions are exceptions. */
  public boolean beginsWithNo(Sentence answer, OpenPrompt prompt) {
    return isStrict(prompt)
        ? denies(firstKinds(answer))
        : cues.begins(Cue.DENIAL_LEADS, answer.tokens());
  }

  private static boolean denies(Set<AnswerKind> kinds) {
    return !kinds.isEmpty() && DENIALS.containsAll(kinds);
  }

  private boolean isStrict(OpenPrompt prompt) {
    return prompt.open().stream().anyMatch(emergencies::contains);
  }

  private Optional<AnswerKind> strict(
      Sentence answer, Optional<AnswerKind> heard, OpenPrompt prompt) {
    Set<AnswerKind> kinds = kinds(answer.words());
    if (heard.isEmpty()) {
      boolean denies = kinds.equals(Set.of(AnswerKind.NO)) && prompt.open().size() == 1;
      return denies && !answer.asks() ? Optional.of(AnswerKind.NO) : heard;
    }
    return heard.filter(
        it ->
            switch (it) {
              case NO, NONE ->
                  (denies(kinds) && !endsOnly(answer.words())) || isCorrected(answer, kinds);
              case YES -> kinds.contains(AnswerKind.YES) || leads(answer);
              case UNSURE, SKIP -> true;
            });
  }

  /** Returns true for "not any more" and "gone now", which say that there was something. */
  private boolean endsOnly(List<String> words) {
    return cues.has(Cue.RESOLVED, words) || cues.has(Cue.ANSWER_EASED, words);
  }

  /** Returns true for text such as "yes, i mean no": the rules decide which of both counts. */
  private boolean isCorrected(Sentence answer, Set<AnswerKind> kinds) {
    return kinds.contains(AnswerKind.NO)
        && !kinds.contains(AnswerKind.UNSURE)
        && cues.has(Cue.ANSWER_CORRECTION, answer.words());
  }

  /** Returns true for a leading yes that nothing after it limits, denies or questions. */
  private boolean leads(Sentence answer) {
    List<String> words = answer.words();
    return answer.tokens().getFirst().equals(AnswerRules.YES)
        && !answer.asks()
        && Stream.of(Cue.ANSWER_EXCEPT, Cue.NEGATION, Cue.OTHER_BODY_PARTS, Cue.SOMEONE_ELSE)
            .noneMatch(cue -> cues.has(cue, words));
  }

  /** Returns the kinds of answers that a message consists of; empty if it has other words. */
  private Set<AnswerKind> kinds(List<String> words) {
    List<Optional<Set<AnswerKind>>> reached = new ArrayList<>();
    reached.add(Optional.of(EnumSet.noneOf(AnswerKind.class)));
    for (int end = 1; end <= words.size(); end++) {
      reached.add(reach(words, end, reached));
    }
    return reached.getLast().orElseGet(Set::of);
  }

  /** Returns the kinds of answers before the first comma or stopper. */
  private Set<AnswerKind> firstKinds(Sentence answer) {
    List<String> tokens = answer.tokens();
    int comma = tokens.indexOf(Sentence.COMMA);
    int end = comma < 0 ? tokens.size() : comma;
    int stop =
        cues.find(Cue.STOPPERS, tokens).stream().mapToInt(it -> it.start()).min().orElse(end);
    return kinds(tokens.subList(0, Math.min(end, stop)));
  }

  /** Prefers the longest last unit, so that "not sure" is not read as its parts. */
  private Optional<Set<AnswerKind>> reach(
      List<String> words, int end, List<Optional<Set<AnswerKind>>> reached) {
    for (int start = Math.max(0, end - LONGEST); start < end; start++) {
      Optional<Set<AnswerKind>> before = reached.get(start);
      Optional<Set<AnswerKind>> unit = unit(words.subList(start, end));
      if (before.isPresent() && unit.isPresent()) {
        Set<AnswerKind> both = EnumSet.copyOf(before.get());
        both.addAll(unit.get());
        return Optional.of(both);
      }
    }
    return Optional.empty();
  }

  private Optional<Set<AnswerKind>> unit(List<String> words) {
    if (cues.is(Cue.ANSWER_TWICE_DENIED, words)) {
      return Optional.of(Set.of(AnswerKind.YES));
    }
    Optional<AnswerKind> listed = phrases.getOrDefault(words, Optional.empty());
    if (listed.isPresent()) {
      return listed.map(Set::of);
    }
    if (isNoise(words) || cues.is(Cue.ANSWER_FINE, words)) {
      return Optional.of(Set.of(AnswerKind.NO));
    }
    boolean filler = cues.is(Cue.ANSWER_FILLER, words) || cues.is(Cue.ANSWER_CORRECTION, words);
    return filler ? Optional.of(Set.of()) : Optional.empty();
  }

  /** Returns true for text such as "just the cracking", which says that nothing else is there. */
  private boolean isNoise(List<String> words) {
    List<String> rest = words.subList(1, words.size());
    return cues.holds(Cue.EXCEPTION_ONLY, words.getFirst())
        && rest.stream().anyMatch(word -> cues.holds(Cue.NOISE, word))
        && rest.stream()
            .allMatch(word -> cues.holds(Cue.NOISE, word) || cues.holds(Cue.NOISE_ARTICLES, word));
  }
}
