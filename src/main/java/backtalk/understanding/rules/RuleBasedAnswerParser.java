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
 * Parses answers by ordered rules, the most cautious first.
 *
 * <p>The order is: no answer at all, doubt, a denial with an exception, the last of "yeah no", a
 * denial in several words, a qualified yes, a plain no, a plain yes.
 */
public final class RuleBasedAnswerParser implements AnswerParser {

  /** Names the phrases that only look like answers. */
  private static final String NO_ANSWER = "other";

  /** Limits a short answer; in a longer one only a yes or no at the beginning counts. */
  private static final int MAX_WORDS = 8;

  /** Lists the words after which a yes or no is the final answer. */
  private static final Set<String> TURN_WORDS =
      Set.of(Sentence.COMMA, "but", "so", "and", "ok", "well", "oh", "then", "a");

  private static final String YES = "yes";
  private static final String NO = "no";

  private final Map<List<String>, Optional<AnswerKind>> phrases = new HashMap<>();
  private final CueIndex cues;
  private final DenialScope scope;
  private final DenialExceptions exceptions;

  public RuleBasedAnswerParser(
      Map<String, List<String>> listed, Function<String, Sentence> normalise, CueIndex cues) {
    this.cues = cues;
    this.scope = new DenialScope(cues);
    this.exceptions = new DenialExceptions(cues);
    Arrays.stream(AnswerKind.values())
        .forEach(
            kind ->
                listed
                    .getOrDefault(kind.name().toLowerCase(Locale.ROOT), List.of())
                    .forEach(phrase -> addPhrase(normalise.apply(phrase), Optional.of(kind))));
    listed
        .getOrDefault(NO_ANSWER, List.of())
        .forEach(phrase -> addPhrase(normalise.apply(phrase), Optional.empty()));
  }

  private void addPhrase(Sentence phrase, Optional<AnswerKind> reply) {
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
    return whole != null ? whole : byRules(answer, words, prompt);
  }

  @Override
  public boolean isPhrase(Sentence answer) {
    return phrases.getOrDefault(withoutRepeats(answer.words()), Optional.empty()).isPresent();
  }

  Map<List<String>, Optional<AnswerKind>> phrases() {
    return Map.copyOf(phrases);
  }

  /** Returns one word for a repeated one: "no no no" is "no". */
  private static List<String> withoutRepeats(List<String> words) {
    return new HashSet<>(words).size() == 1 ? List.of(words.getFirst()) : words;
  }

  private Optional<AnswerKind> byRules(Sentence answer, List<String> words, OpenPrompt prompt) {
    boolean leads = Set.of(YES, NO, "none", "nothing").contains(words.getFirst());
    if (!leads && (answer.asks() || begins(Cue.ANSWER_META, words) || aboutAnotherPerson(words))) {
      return Optional.empty();
    }
    Optional<AnswerKind> reply =
        leads ? withLeadingAnswer(answer, words, prompt) : withoutLeadingAnswer(answer, words);
    return reply.filter(it -> it != AnswerKind.NO || scope.covers(answer, leads, prompt));
  }

  /** Returns true for a statement about another person, such as "its my nan, not me". */
  private boolean aboutAnotherPerson(List<String> words) {
    int not = words.lastIndexOf("not");
    boolean notMine =
        not >= 0
            && not + 1 < words.size()
            && Set.of("me", "mine", "my").contains(words.get(not + 1));
    return notMine && has(Cue.SOMEONE_ELSE, words);
  }

  private Optional<AnswerKind> withLeadingAnswer(
      Sentence answer, List<String> words, OpenPrompt prompt) {
    Optional<AnswerKind> corrected = after(answer.tokens(), Cue.ANSWER_CORRECTION);
    if (corrected.isPresent() || has(Cue.ANSWER_TWICE_DENIED, words)) {
      return corrected.or(() -> Optional.of(AnswerKind.YES));
    }
    return has(Cue.ANSWER_UNSURE, words.subList(0, Math.min(MAX_WORDS, words.size())))
        ? Optional.of(AnswerKind.UNSURE)
        : leadingAnswer(answer, words, prompt);
  }

  private Optional<AnswerKind> withoutLeadingAnswer(Sentence answer, List<String> words) {
    return finalAnswer(answer)
        .or(() -> words.size() > MAX_WORDS ? firstClause(answer) : byCues(words));
  }

  /** Returns the answer in the first clause of a long message, unless the rest revokes it. */
  private Optional<AnswerKind> firstClause(Sentence answer) {
    int end = answer.tokens().indexOf(Sentence.COMMA);
    if (end < 1 || end > MAX_WORDS) {
      return Optional.empty();
    }
    Optional<AnswerKind> first = byCues(answer.tokens().subList(0, end));
    List<String> rest = answer.tokens().subList(end, answer.tokens().size());
    boolean back = has(Cue.STOPPERS, rest) || has(Cue.STILL, rest);
    return first.filter(kind -> kind != AnswerKind.NO || !back);
  }

  private Optional<AnswerKind> leadingAnswer(
      Sentence answer, List<String> words, OpenPrompt prompt) {
    if (exceptions.appliesTo(words)) {
      return prompt.open().size() > 1 || exceptions.isVague(words)
          ? Optional.empty()
          : Optional.of(AnswerKind.YES);
    }
    Optional<AnswerKind> last = lastOfRun(answer.tokens());
    if (last.isPresent() && (last.get() == AnswerKind.YES || deniesAll(answer, prompt))) {
      return last;
    }
    return last.isPresent() ? Optional.empty() : byCues(words);
  }

  private Optional<AnswerKind> byCues(List<String> words) {
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
    if (just ? has(Cue.HARMLESS, words) : allOf(Cue.HARMLESS, words)) {
      return Optional.empty();
    }
    return has(Cue.ANSWER_QUALIFIED, words) || has(Cue.ANSWER_YES, words)
        ? Optional.of(AnswerKind.YES)
        : Optional.empty();
  }

  /** Returns true for "just the cracking", but not for "only when it cracks", which says more. */
  private boolean isNoise(List<String> words) {
    return allOf(Cue.NOISE, words) && !has(Cue.ANSWER_QUALIFIED, words);
  }

  private boolean allOf(Cue cue, List<String> words) {
    return has(cue, words)
        && words.stream()
            .allMatch(word -> cues.holds(cue, word) || cues.holds(Cue.EMPTY_WORDS, word));
  }

  /** Returns the last yes or no that begins a new clause: "my carer would say, so no". */
  private Optional<AnswerKind> finalAnswer(Sentence answer) {
    List<String> tokens = answer.tokens();
    Optional<AnswerKind> last = Optional.empty();
    for (int i = 1; i < tokens.size(); i++) {
      Optional<AnswerKind> one = yesOrNo(tokens.get(i));
      if (one.isPresent() && TURN_WORDS.contains(tokens.get(i - 1)) && standsAlone(tokens, i)) {
        last = one;
      }
    }
    return last;
  }

  /** Returns true when the word stands alone, unlike the "no" of "so no pain". */
  private boolean standsAlone(List<String> tokens, int at) {
    return at + 1 >= tokens.size()
        || tokens.get(at + 1).equals(Sentence.COMMA)
        || begins(Cue.ANSWER_PRONOUN, tokens.subList(at + 1, tokens.size()));
  }

  private static Optional<AnswerKind> yesOrNo(String word) {
    return switch (word) {
      case YES -> Optional.of(AnswerKind.YES);
      case NO -> Optional.of(AnswerKind.NO);
      default -> Optional.empty();
    };
  }

  /** Returns the last yes or no right after a cue: "yes, i mean no". */
  private Optional<AnswerKind> after(List<String> tokens, Cue cue) {
    Optional<AnswerKind> last = Optional.empty();
    for (TokenSpan span : cues.find(cue, tokens)) {
      int at = span.end() < tokens.size() && tokens.get(span.end()).equals(Sentence.COMMA) ? 1 : 0;
      last = span.end() + at < tokens.size() ? yesOrNo(tokens.get(span.end() + at)) : last;
    }
    return last;
  }

  /** Returns the last of several yes and no in a row at the beginning: "yeah no". */
  private Optional<AnswerKind> lastOfRun(List<String> tokens) {
    Optional<AnswerKind> last = Optional.empty();
    for (int i = 0; i < tokens.size(); i++) {
      Optional<AnswerKind> one = yesOrNo(tokens.get(i));
      boolean another = i > 0 && one.isPresent() && !standsAlone(tokens, i);
      if (one.isEmpty() || another) {
        return last;
      }
      last = one;
    }
    return last;
  }

  /** Returns true when every asked fact is denied: "no, nothing" does, "no numbness" does not. */
  private boolean deniesAll(Sentence answer, OpenPrompt prompt) {
    int after = 1;
    while (after < answer.tokens().size() && answer.tokens().get(after).equals(NO)) {
      after++;
    }
    return prompt.open().size() <= 1 || standsAlone(answer.tokens(), after - 1);
  }

  private boolean begins(Cue cue, List<String> words) {
    return cues.find(cue, words).stream().anyMatch(span -> span.start() == 0);
  }

  private boolean has(Cue cue, List<String> words) {
    return !cues.find(cue, words).isEmpty();
  }
}
