package backtalk.understanding.rules;

import backtalk.understanding.AnswerKind;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import backtalk.understanding.text.TokenSpan;
import java.util.List;
import java.util.Optional;

/**
 * Parses answers by ordered rules, the most cautious first.
 *
 * <p>The order is: no answer at all, doubt, a denial with an exception, the last of "yeah no", a
 * denial in several words, a qualified yes, a plain no, a plain yes.
 */
final class AnswerRules {

  /** Limits a short answer; in a longer one only a yes or no at the beginning counts. */
  private static final int MAX_WORDS = 8;

  static final String YES = "yes";
  private static final String NO = "no";

  private final CueIndex cues;
  private final Denial denial;

  AnswerRules(CueIndex cues) {
    this.cues = cues;
    this.denial = new Denial(cues);
  }

  /** Returns the answer in a message that has words; empty when it contains none. */
  Optional<AnswerKind> parse(Sentence answer, OpenPrompt prompt) {
    List<String> words = answer.words();
    boolean leads = cues.holds(Cue.ANSWER_LEADS, words.getFirst());
    if (!leads
        && (answer.asks() || cues.begins(Cue.ANSWER_META, words) || aboutAnotherPerson(words))) {
      return Optional.empty();
    }
    Optional<AnswerKind> reply =
        leads ? withLeadingAnswer(answer, words, prompt) : withoutLeadingAnswer(answer, words);
    return reply.filter(
        it ->
            switch (it) {
              case NO -> denial.coversAll(answer, leads, prompt);
              case YES -> leads || !isOver(words);
              default -> true;
            });
  }

  /** Returns true for "it was years ago" and "it is better today": whether it is so is open. */
  private boolean isOver(List<String> words) {
    return (cues.has(Cue.ANSWER_EASED, words) && !cues.has(Cue.ANSWER_EXCEPT, words))
        || (cues.has(Cue.PAST, words) && !cues.has(Cue.STILL, words));
  }

  /** Returns true for a statement about another person, such as "its my nan, not me". */
  private boolean aboutAnotherPerson(List<String> words) {
    int not = words.lastIndexOf("not");
    return not >= 0
        && cues.begins(Cue.ANSWER_NOT_MINE, words.subList(not + 1, words.size()))
        && cues.has(Cue.SOMEONE_ELSE, words);
  }

  private Optional<AnswerKind> withLeadingAnswer(
      Sentence answer, List<String> words, OpenPrompt prompt) {
    Optional<AnswerKind> corrected = after(answer.tokens(), Cue.ANSWER_CORRECTION);
    if (corrected.isPresent() || cues.has(Cue.ANSWER_TWICE_DENIED, words)) {
      return corrected.or(() -> Optional.of(AnswerKind.YES));
    }
    return cues.has(Cue.ANSWER_UNSURE, words.subList(0, Math.min(MAX_WORDS, words.size())))
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
    boolean back = cues.has(Cue.STOPPERS, rest) || cues.has(Cue.STILL, rest);
    return first.filter(kind -> kind != AnswerKind.NO || !back);
  }

  private Optional<AnswerKind> leadingAnswer(
      Sentence answer, List<String> words, OpenPrompt prompt) {
    if (denial.hasException(words)) {
      return prompt.open().size() > 1 || denial.hasVagueException(words)
          ? Optional.empty()
          : Optional.of(AnswerKind.YES);
    }
    Optional<AnswerKind> last = lastOfRun(answer.tokens());
    return last.isEmpty()
        ? byCues(words)
        : last.filter(kind -> kind == AnswerKind.YES || deniesAll(answer, prompt));
  }

  private Optional<AnswerKind> byCues(List<String> words) {
    if (cues.has(Cue.ANSWER_UNSURE, words)) {
      return Optional.of(AnswerKind.UNSURE);
    }
    if (cues.has(Cue.ANSWER_TWICE_DENIED, words)) {
      return Optional.of(AnswerKind.YES);
    }
    boolean just = cues.begins(Cue.ANSWER_EXCEPT, words);
    if (cues.has(Cue.ANSWER_NO, words) || (just && isNoise(words.subList(1, words.size())))) {
      return Optional.of(AnswerKind.NO);
    }
    if (just ? cues.has(Cue.HARMLESS, words) : allOf(Cue.HARMLESS, words)) {
      return Optional.empty();
    }
    return cues.has(Cue.ANSWER_QUALIFIED, words) || cues.has(Cue.ANSWER_YES, words)
        ? Optional.of(AnswerKind.YES)
        : Optional.empty();
  }

  /** Returns true for "just the cracking", but not for "only when it cracks", which says more. */
  private boolean isNoise(List<String> words) {
    return allOf(Cue.NOISE, words) && !cues.has(Cue.ANSWER_QUALIFIED, words);
  }

  private boolean allOf(Cue cue, List<String> words) {
    return cues.has(cue, words)
        && words.stream()
            .allMatch(word -> cues.holds(cue, word) || cues.holds(Cue.EMPTY_WORDS, word));
  }

  /** Returns the last yes or no that begins a new clause: "my carer would say, so no". */
  private Optional<AnswerKind> finalAnswer(Sentence answer) {
    List<String> tokens = answer.tokens();
    Optional<AnswerKind> last = Optional.empty();
    for (int i = 1; i < tokens.size(); i++) {
      Optional<AnswerKind> one = yesOrNo(tokens.get(i));
      if (one.isPresent() && isTurn(tokens.get(i - 1)) && standsAlone(tokens, i)) {
        last = one;
      }
    }
    return last;
  }

  private boolean isTurn(String token) {
    return token.equals(Sentence.COMMA) || cues.holds(Cue.ANSWER_TURNS, token);
  }

  /** Returns true when the word stands alone, unlike the "no" of "so no pain". */
  private boolean standsAlone(List<String> tokens, int at) {
    return at + 1 >= tokens.size()
        || tokens.get(at + 1).equals(Sentence.COMMA)
        || cues.begins(Cue.ANSWER_PRONOUN, tokens.subList(at + 1, tokens.size()));
  }

  /** Returns true for a leading "no" that belongs to the words after it. */
  boolean deniesOneThing(List<String> tokens) {
    return tokens.getFirst().equals(NO) && !standsAlone(tokens, 0) && !tokens.get(1).equals(NO);
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
}
