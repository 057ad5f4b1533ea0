package backtalk.understanding.rules;

import backtalk.understanding.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a sentence where a question and a statement meet, so that the mood of one does not cover
 * the other: "both legs tingle, what exercise helps".
 */
public final class SentenceParts {

  /** Sets the fewest words of a part. */
  private static final int MIN_WORDS = 2;

  /** Lists the kinds of parts. */
  public enum Kind {
    STATEMENT,
    QUESTION,
    /** Marks what a question supposes: "what helps if my foot is numb". */
    CONDITION
  }

  /** Holds a part of a sentence. */
  public record Part(Sentence sentence, Kind kind) {}

  private final Sentence whole;
  private final List<String> tokens;
  private final CueIndex cues;
  private final List<Part> parts = new ArrayList<>();
  private int from;
  private Kind kind;

  private SentenceParts(Sentence whole, CueIndex cues) {
    this.whole = whole;
    this.tokens = whole.tokens();
    this.cues = cues;
    this.kind = beginsAsking(firstWord()) ? Kind.QUESTION : Kind.STATEMENT;
  }

  /** Returns the parts of a sentence; the sentence itself when it has only one. */
  public static List<Part> of(Sentence sentence, CueIndex cues) {
    SentenceParts divided = new SentenceParts(sentence, cues);
    divided.divide();
    return divided.parts.size() > 1
        ? List.copyOf(divided.parts)
        : List.of(new Part(sentence, Kind.STATEMENT));
  }

  private int firstWord() {
    int at = 0;
    while (at < tokens.size() - 1
        && (tokens.get(at).equals(Sentence.COMMA) || cues.holds(Cue.LEAD_INS, tokens.get(at)))) {
      at++;
    }
    return at;
  }

  private void divide() {
    for (int at = 1; at < tokens.size(); at++) {
      if (at - from < MIN_WORDS || tokens.size() - at < MIN_WORDS) {
        continue;
      }
      if (kind == Kind.QUESTION) {
        endQuestion(at);
      } else if (beginsQuestion(at)) {
        cut(at, Kind.QUESTION);
      }
    }
    add(tokens.size());
  }

  /** Begins a condition or a statement where one follows the question. */
  private void endQuestion(int at) {
    String word = tokens.get(at);
    if (cues.holds(Cue.CONDITIONS, word) && beginsOwn(at + 1) && !isSupposed(at)) {
      cut(at, Kind.CONDITION);
      from++;
    } else if (joinsStatement(at) && beginsOwn(at + 1)) {
      cut(at, Kind.STATEMENT);
    } else if (word.equals(Sentence.COMMA) && beginsOwn(at + 1)) {
      cut(at, Kind.STATEMENT);
    } else if (word.equals(Sentence.COMMA) && beginsAsking(at + 1)) {
      cut(at + 1, Kind.QUESTION);
    }
  }

  private boolean joinsStatement(int at) {
    return cues.begins(Cue.STATEMENT_JOINERS, tokens.subList(at, tokens.size()));
  }

  /** Returns true for a statement inside the question: "is it normal that i cant feel it when". */
  private boolean isSupposed(int at) {
    return cues.find(Cue.PRESUPPOSING, tokens.subList(from, at)).stream()
        .map(cue -> from + cue.end())
        .anyMatch(end -> end < at && cues.holds(Cue.CLAUSE_STARTERS, tokens.get(end)));
  }

  private boolean beginsOwn(int at) {
    return at < tokens.size() && cues.begins(Cue.OWN_SIGNS, tokens.subList(at, tokens.size()));
  }

  private boolean beginsQuestion(int at) {
    String before = tokens.get(at - 1);
    boolean marked = before.equals(Sentence.COMMA) || cues.holds(Cue.QUESTION_MARKERS, before);
    return (marked && beginsAsking(at))
        || (opensQuestion(at) && !cues.holds(Cue.QUESTION_EMBEDDERS, before));
  }

  /** Returns true where any word of a question stands that does not also go on a statement. */
  private boolean beginsAsking(int at) {
    List<String> rest = tokens.subList(at, tokens.size());
    boolean goesOn = at > 0 && cues.holds(Cue.STATEMENT_VERBS, rest.getFirst());
    return opensQuestion(at)
        || (!goesOn
            && cues.begins(Cue.QUESTION_STARTERS, rest)
            && !cues.begins(Cue.STATEMENT, rest));
  }

  private boolean opensQuestion(int at) {
    List<String> rest = tokens.subList(at, tokens.size());
    return cues.begins(Cue.QUESTION_OPENERS, rest) && !cues.begins(Cue.STATEMENT, rest);
  }

  private void cut(int at, Kind next) {
    add(at);
    from = at;
    kind = next;
  }

  private void add(int to) {
    List<String> words = tokens.subList(from, to);
    boolean supposed = kind == Kind.STATEMENT && from == 0 && words.getFirst().equals("if");
    Kind of = supposed && to < tokens.size() ? Kind.CONDITION : kind;
    List<String> kept = supposed ? words.subList(1, words.size()) : words;
    parts.add(new Part(new Sentence(kept, kind == Kind.QUESTION && whole.asks()), of));
  }
}
