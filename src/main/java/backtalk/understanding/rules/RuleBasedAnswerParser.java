package backtalk.understanding.rules;

import backtalk.understanding.AnswerKind;
import backtalk.understanding.AnswerParser;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Hears answers by ordered rules, most careful first: what is no answer, doubt, "no, but ...", the
 * last of "yeah no", a no in several words, a yes with a limit, a bare no, a bare yes.
 */
public final class RuleBasedAnswerParser implements AnswerParser {

  /** The key of phrases that only look like answers. */
  private static final String OTHER = "other";

  /** Longer messages are tellings: only a yes or a no right at their beginning answers. */
  private static final int MOST_WORDS = 8;

  /** Behind these a yes or no is the answer at last. */
  private static final Set<String> TURNS =
      Set.of(Sentence.COMMA, "but", "so", "and", "ok", "well", "oh", "then", "a");

  private static final String YES = "yes";
  private static final String NO = "no";

  private final Map<List<String>, Optional<AnswerKind>> phrases = new HashMap<>();
  private final CueIndex cues;
  private final DenialScope denialScope;
  private final DenialExceptions denialExceptions;

  public RuleBasedAnswerParser(
      Map<String, List<String>> said, Function<String, Sentence> reading, CueIndex cues) {
    this.cues = cues;
    this.denialScope = new DenialScope(cues);
    this.denialExceptions = new DenialExceptions(cues);
    Arrays.stream(AnswerKind.values())
        .forEach(
            answerKind ->
                said.getOrDefault(answerKind.name().toLowerCase(Locale.ROOT), List.of())
                    .forEach(phrase -> put(reading.apply(phrase), Optional.of(answerKind))));
    said.getOrDefault(OTHER, List.of())
        .forEach(phrase -> put(reading.apply(phrase), Optional.empty()));
  }

  private void put(Sentence phrase, Optional<AnswerKind> reply) {
    if (!phrase.words().isEmpty()) {
      phrases.putIfAbsent(phrase.words(), reply);
    }
  }

  @Override
  public Optional<AnswerKind> parse(Sentence answer, OpenPrompt prompt) {
    List<String> words = answer.words();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<AnswerKind> whole = phrases.get(withoutRepeats(words));
    if (whole != null) {
      return whole;
    }
    return ruled(answer, words, prompt);
  }

  @Override
  public boolean isPhrase(Sentence answer) {
    return phrases.getOrDefault(withoutRepeats(answer.words()), Optional.empty()).isPresent();
  }

  /** The listed answers by their words; empty for what only looks like one. */
  Map<List<String>, Optional<AnswerKind>> phrases() {
    return Map.copyOf(phrases);
  }

  /** "no no no" is "no". */
  private static List<String> withoutRepeats(List<String> words) {
    return new HashSet<>(words).size() == 1 ? List.of(words.getFirst()) : words;
  }

  private Optional<AnswerKind> ruled(Sentence answer, List<String> words, OpenPrompt prompt) {
    boolean leads = Set.of(YES, NO, "none", "nothing").contains(words.getFirst());
    if (!leads && (answer.asks() || begins(Cue.ANSWER_META, words) || ofAnother(words))) {
      return Optional.empty();
    }
    Optional<AnswerKind> reply = leads ? led(answer, words, prompt) : unled(answer, words);
    return reply.filter(it -> it != AnswerKind.NO || denialScope.cover(answer, leads, prompt));
  }

  /** "its my nan, not me" says whose it is, and answers nothing. */
  private boolean ofAnother(List<String> words) {
    int not = words.lastIndexOf("not");
    boolean notMine =
        not >= 0
            && not + 1 < words.size()
            && Set.of("me", "mine", "my").contains(words.get(not + 1));
    return notMine && has(Cue.SOMEONE_ELSE, words);
  }

  private Optional<AnswerKind> led(Sentence answer, List<String> words, OpenPrompt prompt) {
    Optional<AnswerKind> corrected = behind(answer.tokens(), Cue.ANSWER_CORRECTION);
    if (corrected.isPresent() || has(Cue.ANSWER_TWICE_DENIED, words)) {
      return corrected.or(() -> Optional.of(AnswerKind.YES));
    }
    return has(Cue.ANSWER_UNSURE, words.subList(0, Math.min(MOST_WORDS, words.size())))
        ? Optional.of(AnswerKind.UNSURE)
        : decided(answer, words, prompt);
  }

  private Optional<AnswerKind> unled(Sentence answer, List<String> words) {
    return turning(answer).or(() -> words.size() > MOST_WORDS ? opening(answer) : saying(words));
  }

  /** What the first thought of a long answer says, if nothing after it takes that back. */
  private Optional<AnswerKind> opening(Sentence answer) {
    int end = answer.tokens().indexOf(Sentence.COMMA);
    if (end < 1 || end > MOST_WORDS) {
      return Optional.empty();
    }
    Optional<AnswerKind> first = saying(answer.tokens().subList(0, end));
    List<String> rest = answer.tokens().subList(end, answer.tokens().size());
    boolean back = has(Cue.STOPPERS, rest) || has(Cue.STILL, rest);
    return first.filter(answerKind -> answerKind != AnswerKind.NO || !back);
  }

  private Optional<AnswerKind> decided(Sentence answer, List<String> words, OpenPrompt prompt) {
    if (denialExceptions.in(words)) {
      return prompt.open().size() > 1 || denialExceptions.vague(words)
          ? Optional.empty()
          : Optional.of(AnswerKind.YES);
    }
    Optional<AnswerKind> last = lastOfRun(answer.tokens());
    if (last.isPresent() && (last.get() == AnswerKind.YES || deniesAll(answer, prompt))) {
      return last;
    }
    return last.isPresent() ? Optional.empty() : saying(words);
  }

  private Optional<AnswerKind> saying(List<String> words) {
    if (has(Cue.ANSWER_UNSURE, words)) {
      return Optional.of(AnswerKind.UNSURE);
    }
    if (has(Cue.ANSWER_TWICE_DENIED, words)) {
      return Optional.of(AnswerKind.YES);
    }
    boolean just = begins(Cue.ANSWER_EXCEPT, words);
    if (has(Cue.ANSWER_NO, words) || (just && isNoise(words.subList(1, words.size())))) {
      return Optional.of(AnswerKind.NO);
    }
    if (just ? has(Cue.HARMLESS, words) : areOf(Cue.HARMLESS, words)) {
      return Optional.empty();
    }
    return has(Cue.ANSWER_QUALIFIED, words) || has(Cue.ANSWER_YES, words)
        ? Optional.of(AnswerKind.YES)
        : Optional.empty();
  }

  /** "just the cracking" is one and nothing else; "only when it cracks" has more to it. */
  private boolean isNoise(List<String> words) {
    return areOf(Cue.NOISE, words) && !has(Cue.ANSWER_QUALIFIED, words);
  }

  private boolean areOf(Cue cue, List<String> words) {
    return has(cue, words)
        && words.stream()
            .allMatch(word -> cues.holds(cue, word) || cues.holds(Cue.EMPTY_WORDS, word));
  }

  /** The last yes or no that a new thought begins with: "my carer would say, so no". */
  private Optional<AnswerKind> turning(Sentence answer) {
    List<String> tokens = answer.tokens();
    Optional<AnswerKind> last = Optional.empty();
    for (int i = 1; i < tokens.size(); i++) {
      Optional<AnswerKind> one = one(tokens.get(i));
      if (one.isPresent() && TURNS.contains(tokens.get(i - 1)) && bare(tokens, i)) {
        last = one;
      }
    }
    return last;
  }

  /** It stands for itself and belongs to no word after it, as in "so no pain". */
  private boolean bare(List<String> tokens, int at) {
    return at + 1 >= tokens.size()
        || tokens.get(at + 1).equals(Sentence.COMMA)
        || begins(Cue.ANSWER_PRONOUN, tokens.subList(at + 1, tokens.size()));
  }

  private static Optional<AnswerKind> one(String word) {
    return switch (word) {
      case YES -> Optional.of(AnswerKind.YES);
      case NO -> Optional.of(AnswerKind.NO);
      default -> Optional.empty();
    };
  }

  /** The last yes or no right behind a cue: "yes, i mean no". */
  private Optional<AnswerKind> behind(List<String> tokens, Cue cue) {
    Optional<AnswerKind> last = Optional.empty();
    for (TokenSpan tokenSpan : cues.find(cue, tokens)) {
      int at =
          tokenSpan.end() < tokens.size() && tokens.get(tokenSpan.end()).equals(Sentence.COMMA)
              ? 1
              : 0;
      last = tokenSpan.end() + at < tokens.size() ? one(tokens.get(tokenSpan.end() + at)) : last;
    }
    return last;
  }

  /** The last of several yes and no in a row at the beginning: "yeah no". */
  private Optional<AnswerKind> lastOfRun(List<String> tokens) {
    Optional<AnswerKind> last = Optional.empty();
    for (int i = 0; i < tokens.size(); i++) {
      Optional<AnswerKind> one = one(tokens.get(i));
      boolean another = i > 0 && one.isPresent() && !bare(tokens, i);
      if (one.isEmpty() || another) {
        return last;
      }
      last = one;
    }
    return last;
  }

  /** Of several things asked, "no numbness" denies one; "no, nothing" denies all. */
  private boolean deniesAll(Sentence answer, OpenPrompt prompt) {
    int after = 1;
    while (after < answer.tokens().size() && answer.tokens().get(after).equals(NO)) {
      after++;
    }
    return prompt.open().size() <= 1 || bare(answer.tokens(), after - 1);
  }

  private boolean begins(Cue cue, List<String> words) {
    return cues.find(cue, words).stream().anyMatch(tokenSpan -> tokenSpan.start() == 0);
  }

  private boolean has(Cue cue, List<String> words) {
    return !cues.find(cue, words).isEmpty();
  }
}
