package backtalk.understanding.model;

import backtalk.conversation.LanguageData;
import backtalk.understanding.rules.Cue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Holds all training examples, as written, in the order of the files. */
public record TrainingExamples(List<TrainingExample> all) {

  public TrainingExamples {
    all = List.copyOf(all);
  }

  /** Returns the examples in the language data of a conversation. */
  public static TrainingExamples of(LanguageData language, Set<String> redFlags) {
    List<TrainingExample> all = new ArrayList<>();
    language
        .flags()
        .now()
        .forEach((fact, lines) -> add(all, flagKind(fact, redFlags), Map.of(fact, lines)));
    add(all, TrainingExample.Kind.SOMEONE_ELSE, language.flags().someoneElse());
    add(all, TrainingExample.Kind.NEGATIVE, language.flags().negatives());
    language.topics().forEach((topic, lines) -> add(all, topicKind(topic), Map.of(topic, lines)));
    add(all, TrainingExample.Kind.SMALL_TALK, harmlessSmallTalk(language));
    return new TrainingExamples(all);
  }

  private static TrainingExample.Kind flagKind(String fact, Set<String> redFlags) {
    return redFlags.contains(fact) ? TrainingExample.Kind.NOW : TrainingExample.Kind.OTHER_FACT;
  }

  private static TrainingExample.Kind topicKind(String topic) {
    return topic.equals(LanguageData.OUT_OF_SCOPE)
        ? TrainingExample.Kind.OUT_OF_SCOPE
        : TrainingExample.Kind.TOPIC;
  }

  /**
   * Returns the small talk to train on, without kinds that may hide a sign: they would make similar
   * words harmless.
   */
  private static Map<String, List<String>> harmlessSmallTalk(LanguageData language) {
    List<String> excluded =
        language.cues().lists().getOrDefault(Cue.HEARD_THROUGH.word(), List.of());
    Map<String, List<String>> plain = new LinkedHashMap<>(language.verbs());
    plain.keySet().removeAll(Set.copyOf(excluded));
    return plain;
  }

  private static void add(
      List<TrainingExample> all, TrainingExample.Kind kind, Map<String, List<String>> lines) {
    lines.forEach(
        (label, texts) -> texts.forEach(text -> all.add(new TrainingExample(kind, label, text))));
  }

  /** Returns the examples in plain form, without those that are empty then. */
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
