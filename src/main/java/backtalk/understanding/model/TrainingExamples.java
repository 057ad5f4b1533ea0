package backtalk.understanding.model;

import backtalk.conversation.LanguageData;
import backtalk.understanding.rules.Cue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything there is to learn from, as it is written, in the order of the files. */
public record TrainingExamples(List<TrainingExample> all) {

  public TrainingExamples {
    all = List.copyOf(all);
  }

  /** The examples of a wording. */
  public static TrainingExamples of(LanguageData language, Set<String> redFlags) {
    List<TrainingExample> all = new ArrayList<>();
    language
        .flags()
        .now()
        .forEach(
            (fact, lines) ->
                add(
                    all,
                    redFlags.contains(fact)
                        ? TrainingExample.Kind.NOW
                        : TrainingExample.Kind.TELLING,
                    Map.of(fact, lines)));
    add(all, TrainingExample.Kind.SOMEONE, language.flags().someoneElse());
    add(all, TrainingExample.Kind.NEGATIVE, language.flags().negatives());
    language
        .topics()
        .forEach(
            (topic, lines) ->
                add(
                    all,
                    topic.equals(LanguageData.OUT_OF_SCOPE)
                        ? TrainingExample.Kind.FOREIGN
                        : TrainingExample.Kind.TOPIC,
                    Map.of(topic, lines)));
    add(all, TrainingExample.Kind.TALK, plainTalk(language));
    return new TrainingExamples(all);
  }

  /** What may stand for something worse teaches nothing: it would make like words harmless. */
  private static Map<String, List<String>> plainTalk(LanguageData language) {
    List<String> through =
        language.cues().lists().getOrDefault(Cue.HEARD_THROUGH.word(), List.of());
    Map<String, List<String>> plain = new LinkedHashMap<>(language.verbs());
    plain.keySet().removeAll(Set.copyOf(through));
    return plain;
  }

  private static void add(
      List<TrainingExample> all, TrainingExample.Kind kind, Map<String, List<String>> lines) {
    lines.forEach(
        (label, texts) -> texts.forEach(text -> all.add(new TrainingExample(kind, label, text))));
  }

  /** The same in plain form, without those that nothing is left of. */
  public TrainingExamples plain(UnaryOperator<String> plain) {
    return new TrainingExamples(
        all.stream()
            .map(
                example ->
                    new TrainingExample(
                        example.kind(), example.label(), plain.apply(example.text())))
            .filter(example -> !example.text().isBlank())
            .toList());
  }
}
