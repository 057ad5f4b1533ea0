package backtalk.understanding;

import backtalk.understanding.Clause.Role;
import backtalk.understanding.rules.ContextAnalyzer;
import backtalk.understanding.rules.Cue;
import backtalk.understanding.rules.CueIndex;
import backtalk.understanding.rules.RetractionDetector;
import backtalk.understanding.rules.SentenceParts;
import backtalk.understanding.text.ClauseSplitter;
import backtalk.understanding.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Divides messages into clauses. */
record ClauseStage(CueIndex cues, RetractionDetector retractions) {

  ClauseStage(CueIndex cues) {
    this(cues, new RetractionDetector(cues));
  }

  /** Divides a message into sentences; words that retract the last answer are set apart. */
  Analysis divide(Analysis a) {
    List<Sentence> sentences = a.utterance().sentences();
    Optional<RetractionDetector.Retraction> found =
        a.verb().isEmpty() ? retractions.find(sentences) : Optional.empty();
    return found
        .map(it -> a.withVerb(Optional.of(Analysis.UNDO)).withClauses(clauses(it)))
        .orElseGet(() -> a.withClauses(clauses(sentences, Role.STATEMENT)));
  }

  private List<Clause> clauses(RetractionDetector.Retraction found) {
    return Stream.of(
            clauses(found.beside(), Role.STATEMENT),
            clauses(found.retracting(), Role.RETRACTION).stream().map(Clause::byRules).toList(),
            clauses(found.named(), Role.RETRACTED))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the sentences as clauses, of which only the beginning and the end are compared. */
  private List<Clause> clauses(List<Sentence> sentences, Role role) {
    List<String> around = ClauseSplitter.surroundingText(sentences);
    Set<Sentence> compared = Set.copyOf(ClauseSplitter.beginningAndEnd(sentences));
    return IntStream.range(0, sentences.size())
        .boxed()
        .flatMap(
            at ->
                parts(withDenial(sentences, at), role)
                    .map(
                        part -> clause(part, around.get(at), compared.contains(sentences.get(at)))))
        .toList();
  }

  private record Divided(Sentence sentence, Role role) {}

  /** Returns the statements, questions and conditions in a sentence; a retraction stays whole. */
  private Stream<Divided> parts(Sentence sentence, Role role) {
    return role == Role.STATEMENT
        ? SentenceParts.of(sentence, cues).stream()
            .map(part -> new Divided(part.sentence(), role(part.kind())))
        : Stream.of(new Divided(sentence, role));
  }

  private static Role role(SentenceParts.Kind kind) {
    return kind == SentenceParts.Kind.CONDITION ? Role.CONDITION : Role.STATEMENT;
  }

  private Clause clause(Divided part, String around, boolean compared) {
    ContextAnalyzer context = new ContextAnalyzer(part.sentence(), cues);
    return new Clause(
        part.sentence(), context, part.role(), around, compared, List.of(), List.of());
  }

  /**
   * Returns a sentence; a question with the denial after it, as in "pain? nope": the writer answers
   * the own question.
   */
  private Sentence withDenial(List<Sentence> sentences, int at) {
    Sentence sentence = sentences.get(at);
    List<String> next = at + 1 < sentences.size() ? sentences.get(at + 1).tokens() : List.of();
    if (!sentence.asks() || !cues.begins(Cue.DENIAL_AFTER, next)) {
      return sentence;
    }
    List<String> joined = new ArrayList<>(sentence.tokens());
    joined.add(next.getFirst());
    return new Sentence(joined, true);
  }
}
