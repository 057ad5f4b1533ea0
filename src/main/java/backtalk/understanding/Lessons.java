package backtalk.understanding;

import backtalk.conversation.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything there is to learn from, as it is written, in the order of the files. */
public record Lessons(List<Lesson> all) {

  public Lessons {
    all = List.copyOf(all);
  }

  /** The examples of a wording. */
  static Lessons of(Wording wording, Set<String> redFlags) {
    List<Lesson> all = new ArrayList<>();
    wording
        .flags()
        .now()
        .forEach(
            (fact, lines) ->
                add(
                    all,
                    redFlags.contains(fact) ? Lesson.Kind.NOW : Lesson.Kind.TELLING,
                    Map.of(fact, lines)));
    add(all, Lesson.Kind.SOMEONE, wording.flags().someoneElse());
    add(all, Lesson.Kind.NEGATIVE, wording.flags().negatives());
    wording
        .topics()
        .forEach(
            (topic, lines) ->
                add(
                    all,
                    topic.equals(Wording.OUT_OF_SCOPE) ? Lesson.Kind.FOREIGN : Lesson.Kind.TOPIC,
                    Map.of(topic, lines)));
    add(all, Lesson.Kind.TALK, plainTalk(wording));
    return new Lessons(all);
  }

  /** What may stand for something worse teaches nothing: it would make like words harmless. */
  private static Map<String, List<String>> plainTalk(Wording wording) {
    List<String> through = wording.cues().lists().getOrDefault(Cue.HEARD_THROUGH.word(), List.of());
    Map<String, List<String>> plain = new LinkedHashMap<>(wording.verbs());
    plain.keySet().removeAll(Set.copyOf(through));
    return plain;
  }

  private static void add(List<Lesson> all, Lesson.Kind kind, Map<String, List<String>> lines) {
    lines.forEach((label, texts) -> texts.forEach(text -> all.add(new Lesson(kind, label, text))));
  }

  /** The same in plain form, without those that nothing is left of. */
  Lessons plain(UnaryOperator<String> plain) {
    return new Lessons(
        all.stream()
            .map(lesson -> new Lesson(lesson.kind(), lesson.label(), plain.apply(lesson.text())))
            .filter(lesson -> !lesson.text().isBlank())
            .toList());
  }
}
