package backtalk.understanding.rules;

import backtalk.understanding.AnswerParser;
import backtalk.understanding.NluResult;
import backtalk.understanding.OpenPrompt;
import backtalk.understanding.text.Sentence;
import java.util.Optional;

/** Recognises text at an open question that does not answer it. */
public record AnswerIntent(AnswerParser parser, CueIndex cues) {

  /** The verb of messages that ask what a question means. */
  private static final String HELP_ME = "help-me";

  /** Limits the words of such a text: a longer one may also name a sign. */
  private static final int MOST_UNCLEAR = 8;

  /** Returns the help command for text such as "i dont know what you mean". */
  public Optional<String> unclear(Sentence answer, OpenPrompt prompt) {
    boolean unclear =
        prompt.yesNo()
            && answer.words().size() <= MOST_UNCLEAR
            && !cues.find(Cue.ANSWER_UNCLEAR, answer.words()).isEmpty();
    return unclear ? Optional.of(HELP_ME) : Optional.empty();
  }

  /** Returns the verb of a "no" that may deny an earlier mention, such as "sorry no". */
  public Optional<String> correction(Sentence answer, OpenPrompt prompt) {
    boolean corrects =
        prompt.yesNo()
            && parser.isPlainNo(answer)
            && !cues.find(Cue.RETRACTION_NO, answer.words()).isEmpty();
    return corrects ? Optional.of(NluResult.CORRECTION) : Optional.empty();
  }
}
