package backtalk.understanding.rules;

import backtalk.understanding.AnswerKind;
import backtalk.understanding.AnswerParser;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Accepts only plain answers to questions about emergency signs; anything else is asked again. At
 * other questions it returns what the rules return.
 */
public final class StrictAnswerParser implements AnswerParser {

  private final RuleBasedAnswerParser rules;
  private final Set<String> emergencies;
  private final CueIndex cues;
  private final PlainAnswers plain;

  /**
   * Creates a parser.
   *
   * @param emergencies the facts at which only plain answers count
   */
  public StrictAnswerParser(RuleBasedAnswerParser rules, Set<String> emergencies, CueIndex cues) {
    this.rules = rules;
    this.emergencies = emergencies;
    this.cues = cues;
    this.plain = new PlainAnswers(rules.phrases(), cues);
  }

  @Override
  public Optional<AnswerKind> parse(Sentence answer, OpenPrompt prompt) {
    Optional<AnswerKind> heard = rules.parse(answer, prompt);
    return strict(prompt) ? strict(answer, heard, prompt) : heard;
  }

  @Override
  public boolean isPhrase(Sentence answer) {
    return rules.isPhrase(answer);
  }

  @Override
  public boolean isPlainNo(Sentence answer) {
    return denies(plain.kinds(answer.words())) && !answer.asks();
  }

  @Override
  public boolean beginsWithNo(Sentence answer, OpenPrompt prompt) {
    return strict(prompt) ? denies(plain.firstKinds(answer)) : rules.beginsWithNo(answer, prompt);
  }

  private static boolean denies(Set<AnswerKind> kinds) {
    return !kinds.isEmpty() && PlainAnswers.DENIALS.containsAll(kinds);
  }

  private boolean strict(OpenPrompt prompt) {
    return prompt.open().stream().anyMatch(emergencies::contains);
  }

  private Optional<AnswerKind> strict(
      Sentence answer, Optional<AnswerKind> heard, OpenPrompt prompt) {
    Set<AnswerKind> kinds = plain.kinds(answer.words());
    if (heard.isEmpty()) {
      boolean denies = kinds.equals(Set.of(AnswerKind.NO)) && prompt.open().size() == 1;
      return denies && !answer.asks() ? Optional.of(AnswerKind.NO) : heard;
    }
    return heard.filter(
        it ->
            switch (it) {
              case NO, NONE -> denies(kinds) || corrected(answer, kinds);
              case YES -> kinds.contains(AnswerKind.YES) || leads(answer);
              case UNSURE, SKIP -> true;
            });
  }

  /** Returns true for text such as "yes, i mean no": the rules decide which of both counts. */
  private boolean corrected(Sentence answer, Set<AnswerKind> kinds) {
    return kinds.contains(AnswerKind.NO)
        && !kinds.contains(AnswerKind.UNSURE)
        && !cues.find(Cue.ANSWER_CORRECTION, answer.words()).isEmpty();
  }

  /** Returns true for a leading yes that nothing after it limits, denies or questions. */
  private boolean leads(Sentence answer) {
    List<String> words = answer.words();
    return answer.begins("yes")
        && !answer.asks()
        && List.of(Cue.ANSWER_EXCEPT, Cue.NEGATION, Cue.OTHER_BODY_PARTS, Cue.SOMEONE_ELSE).stream()
            .allMatch(cue -> cues.find(cue, words).isEmpty());
  }
}
