package backtalk.cli;

import backtalk.understanding.Ears;
import backtalk.understanding.Lesson;
import backtalk.understanding.Lessons;
import backtalk.understanding.Tuning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Examples in folds: each fold is heard by ears that learned from the others. Neighbours in a file
 * are often the same thought in other words, so they stay together.
 */
final class Folds {

  /** So many neighbouring examples stay together. */
  private static final int TOGETHER = 5;

  private final Tuning tuning;
  private final Function<String, float[]> embed;
  private final int folds;

  Folds(Tuning tuning, Function<String, float[]> embed, int folds) {
    this.tuning = tuning;
    this.embed = embed;
    this.folds = folds;
  }

  /** One fold: ears, and what to try them on. */
  record Fold(Ears ears, List<Practice> practice) {}

  Fold fold(int number) {
    List<Lesson> learned = new ArrayList<>();
    List<Lesson> held = new ArrayList<>();
    List<Lesson> all = tuning.lessons().all();
    for (int i = 0; i < all.size(); i++) {
      (i / TOGETHER % folds == number ? held : learned).add(all.get(i));
    }
    Tuning without = tuning.learning(new Lessons(learned));
    return new Fold(new Ears(without, without.learn(embed), embed), practice(held));
  }

  private static List<Practice> practice(List<Lesson> held) {
    Map<Practice.Of, List<Practice.Row>> rows = new EnumMap<>(Practice.Of.class);
    for (Lesson lesson : held) {
      switch (lesson.kind()) {
        case NOW -> add(rows, Practice.Of.FLAGS, lesson, Evaluation.NOW);
        case SOMEONE -> add(rows, Practice.Of.FLAGS, lesson, Evaluation.SOMEONE_NOW);
        case NEGATIVE -> add(rows, Practice.Of.FLAGS, lesson, lesson.label());
        case TOPIC, FOREIGN -> add(rows, Practice.Of.TOPICS, lesson, "");
        case TELLING, TALK -> {}
      }
    }
    return rows.entrySet().stream().map(e -> new Practice(e.getKey(), e.getValue())).toList();
  }

  private static void add(
      Map<Practice.Of, List<Practice.Row>> rows, Practice.Of of, Lesson lesson, String kind) {
    rows.computeIfAbsent(of, each -> new ArrayList<>())
        .add(new Practice.Row(lesson.text(), Set.of(lesson.label()), kind));
  }
}
