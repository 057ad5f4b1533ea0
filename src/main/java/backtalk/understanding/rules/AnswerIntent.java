package backtalk.understanding.rules;

import backtalk.understanding.AnswerParser;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import java.util.Optional;

/** Finds what words at an open question want other than to answer it. */
public record AnswerIntent(AnswerParser parser, CueIndex cues) {

  /** The verb of messages that ask what a question means. */
  private static final String HELP_ME = "help-me";

  /** What is longer may tell something beside asking what is meant. */
  private static final int MOST_UNCLEAR = 8;

  /** "i dont know what you mean" asks what the question means. */
  public Optional<String> unclear(Sentence answer, OpenPrompt prompt) {
    boolean unclear =
        prompt.yesNo()
            && answer.words().size() <= MOST_UNCLEAR
            && !cues.find(Cue.ANSWER_UNCLEAR, answer.words()).isEmpty();
    return unclear ? Optional.of(HELP_ME) : Optional.empty();
  }

  /** "sorry no" and "no i didnt" may deny what was told before rather than what is asked. */
  public Optional<String> correction(Sentence answer, OpenPrompt prompt) {
    boolean corrects =
        prompt.yesNo()
            && parser.isPlainNo(answer)
            && !cues.find(Cue.RETRACTION_NO, answer.words()).isEmpty();
    return corrects ? Optional.of(NluResult.CORRECTION) : Optional.empty();
  }
}
