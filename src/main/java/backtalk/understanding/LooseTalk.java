package backtalk.understanding;

import java.util.Optional;
import java.util.Set;

/**
 * Hears small talk that is not said in so many words, by the closest example. Only for talk that
 * changes nothing: what clears or stops must be said exactly.
 */
final class LooseTalk {

  private final Set<String> loose;
  private final double threshold;

  LooseTalk(Set<String> loose, double threshold) {
    this.loose = Set.copyOf(loose);
    this.threshold = threshold;
  }

  /** The kind of talk of a plain text, if the closest question or talk of all is such. */
  Optional<String> of(String plain, Recall recall) {
    if (plain.isBlank()) {
      return Optional.empty();
    }
    Likeness text = recall.of(plain);
    double best = threshold;
    Optional<String> talk = Optional.empty();
    for (int i = 0; i < recall.learned().examples().size(); i++) {
      Lesson lesson = recall.learned().examples().get(i).lesson();
      if (lesson.asks() && text.cosine(i) > best) {
        best = text.cosine(i);
        talk = Optional.of(lesson.label());
      }
    }
    return talk.filter(loose::contains);
  }
}
