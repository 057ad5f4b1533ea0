package backtalk.understanding;

import backtalk.conversation.Answer;
import backtalk.understanding.rules.AnswerParser;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.text.Sentence;
import java.util.List;
import java.util.Optional;

/** Determines the answer to the open question. */
record AnswerStage(AnswerParser parser, CueIndex cues) {

  /** Names the verb of messages that ask what a question means. */
  private static final String HELP_ME = "help-me";

  /** Limits the words of such a message: a longer one may also name a sign. */
  private static final int MAX_UNCLEAR = 8;

  /** Sets the longest answer, in words, that certainly states nothing besides. */
  private static final int MAX_SHORT = 2;

  /** Recognises messages such as "i dont know what you mean" at an open question. */
  Analysis recogniseUnclearQuestion(Analysis a) {
    return a.verb().isEmpty() && isUnclear(a) ? a.withVerb(Optional.of(HELP_ME)) : a;
  }

  private boolean isUnclear(Analysis a) {
    List<String> words = a.utterance().answer().words();
    return a.utterance().prompt().yesNo()
        && words.size() <= MAX_UNCLEAR
        && cues.has(Cue.ANSWER_UNCLEAR, words);
  }

  /**
   * Parses the answer, which outranks small talk.
   *
   * <p>A retraction is no answer, and small talk only when it is listed as one.
   */
  Analysis parseAnswer(Analysis a) {
    Sentence answer = a.utterance().answer();
    OpenPrompt prompt = a.utterance().prompt();
    boolean answers =
        prompt.yesNo()
            && !a.retracts()
            && !a.verb().equals(Optional.of(NluResult.JOKE))
            && !isUnclear(a)
            && (!isAmbiguous(a) || parser.isPhrase(answer));
    boolean eased = a.verb().equals(Optional.of(NluResult.EASED));
    Optional<AnswerKind> reply =
        (answers ? parser.parse(answer, prompt) : Optional.<AnswerKind>empty())
            .filter(kind -> kind != AnswerKind.YES || !eased);
    return reply.isPresent() ? a.withReply(reply).withVerb(Optional.empty()) : a;
  }

  /** Returns true for small talk that may hide a sign or an answer. */
  private boolean isAmbiguous(Analysis a) {
    return a.verb().filter(cues.words(Cue.HEARD_THROUGH)::contains).isPresent();
  }

  /** Spares small talk and short answers the comparison with examples. */
  Analysis skipComparison(Analysis a) {
    Sentence answer = a.utterance().answer();
    boolean talk = a.verb().isPresent() && !isAmbiguous(a);
    boolean answered =
        a.reply().isPresent() && (answer.words().size() <= MAX_SHORT || parser.isPlainNo(answer));
    return (talk || answered) && !saysMore(a.clauses())
        ? a.withClauses(a.clauses().stream().map(Clause::byRules).toList())
        : a;
  }

  /** Returns true when the message carries other meaning beside a retraction. */
  private static boolean saysMore(List<Clause> clauses) {
    return clauses.stream()
            .map(Clause::role)
            .filter(role -> role != Clause.Role.CONDITION)
            .distinct()
            .count()
        > 1;
  }

  /**
   * Weighs the answer against the detected facts.
   *
   * <p>A mention of the asked fact outranks a no, and "no, but my leg tingles" is a no to the
   * question.
   */
  Analysis weighAgainstFacts(Analysis a) {
    OpenPrompt prompt = a.utterance().prompt();
    List<FactMention> mentions = a.facts().mentions();
    if (a.retracts() || prompt.open().isEmpty()) {
      return a;
    }
    if (prompt.open().size() == 1
        && mentions.stream().anyMatch(it -> prompt.open().contains(it.fact()))) {
      return a.withReply(a.reply().filter(kind -> kind == AnswerKind.YES));
    }
    if (prompt.open().size() == 1 && deniesAnother(a)) {
      return a.withReply(Optional.empty());
    }
    boolean confirms = mentions.stream().anyMatch(it -> it.answer() == Answer.YES);
    return confirms && parser.beginsWithNo(a.utterance().answer(), prompt)
        ? a.withReply(Optional.of(AnswerKind.NO))
        : a;
  }

  /** Returns true for a no that only denies facts that are not asked: "no pain". */
  private boolean deniesAnother(Analysis a) {
    List<FactMention> mentions = a.facts().mentions();
    return a.reply().equals(Optional.of(AnswerKind.NO))
        && !mentions.isEmpty()
        && mentions.stream().allMatch(it -> it.answer() == Answer.NO)
        && parser.deniesOneThing(a.utterance().answer());
  }

  /** Recognises a "no" that may deny an earlier mention, such as "sorry no". */
  Analysis recogniseCorrection(Analysis a) {
    Sentence answer = a.utterance().answer();
    boolean corrects =
        a.verb().isEmpty()
            && a.utterance().prompt().yesNo()
            && parser.isPlainNo(answer)
            && cues.has(Cue.RETRACTION_NO, answer.words());
    return corrects ? a.withVerb(Optional.of(NluResult.CORRECTION)) : a;
  }
}
