package backtalk.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Heads tell apart what lies apart, and learn the same from the same. */
class TrainerTest {
  private static final Map<String, float[]> PLACES =
      Map.of(
          "numb", new float[] {1, 0, 0},
          "very numb", new float[] {0.8f, 0.6f, 0},
          "all fine", new float[] {0, 1, 0},
          "why pop", new float[] {0, 0, 1},
          "weather", new float[] {0, -1, 0},
          "hello", new float[] {-1, 0, 0});

  private static final TrainingExamples LESSONS =
      new TrainingExamples(
          List.of(
              new TrainingExample(TrainingExample.Kind.NOW, "saddle", "numb"),
              new TrainingExample(TrainingExample.Kind.NOW, "legs", "very numb"),
              new TrainingExample(TrainingExample.Kind.NEGATIVE, "negated", "all fine"),
              new TrainingExample(TrainingExample.Kind.TOPIC, "sound", "why pop"),
              new TrainingExample(TrainingExample.Kind.FOREIGN, "out-of-scope", "weather"),
              new TrainingExample(TrainingExample.Kind.TALK, "greeting", "hello")));

  private static float[] place(String text) {
    float[] vector = PLACES.get(text);
    if (vector == null) {
      throw new AssertionError(text);
    }
    return vector;
  }

  private static TrainedModel learned() {
    return Trainer.train(LESSONS, TrainerTest::place);
  }

  private static double score(Classifier classifier, String label, String text) {
    return classifier.score(label, learned().likeness(place(text)));
  }

  @Test
  void eachExampleGetsNearlyItsOwnLabel() {
    TrainedModel.Heads heads = learned().heads();

    assertThat(score(heads.flag(), "NOW", "numb")).isGreaterThan(0.7);
    assertThat(score(heads.flag(), "NOW", "all fine")).isLessThan(0.3);
    assertThat(score(heads.fact(), "saddle", "numb")).isGreaterThan(0.5);
    assertThat(score(heads.scope(), "TOPIC", "why pop")).isGreaterThan(0.7);
    assertThat(score(heads.scope(), "TOPIC", "weather")).isLessThan(0.2);
    assertThat(score(heads.talk(), "greeting", "hello")).isGreaterThan(0.7);
  }

  @Test
  void theSameExamplesTeachTheSame() {
    assertThat(learned().heads().flag().weights(0))
        .containsExactly(learned().heads().flag().weights(0));
  }

  @Test
  void withoutExamplesOfFlagsNothingIsGuessed() {
    TrainedModel none = Trainer.train(new TrainingExamples(List.of()), TrainerTest::place);

    assertThat(new RedFlagClassifier(none.heads()).any()).isFalse();
  }
}
