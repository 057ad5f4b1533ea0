package backtalk.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that classifiers separate distant examples, and that training is deterministic. */
class TrainerTest {
  private static final Map<String, float[]> VECTORS =
      Map.of(
          "numb", new float[] {1, 0, 0},
          "very numb", new float[] {0.8f, 0.6f, 0},
          "all fine", new float[] {0, 1, 0},
          "why pop", new float[] {0, 0, 1},
          "weather", new float[] {0, -1, 0},
          "hello", new float[] {-1, 0, 0});

  private static final List<TrainingExample> EXAMPLES =
      List.of(
          new TrainingExample(TrainingExample.Kind.NOW, "saddle", "numb"),
          new TrainingExample(TrainingExample.Kind.NOW, "legs", "very numb"),
          new TrainingExample(TrainingExample.Kind.NEGATIVE, "negated", "all fine"),
          new TrainingExample(TrainingExample.Kind.TOPIC, "sound", "why pop"),
          new TrainingExample(TrainingExample.Kind.OUT_OF_SCOPE, "out-of-scope", "weather"),
          new TrainingExample(TrainingExample.Kind.SMALL_TALK, "greeting", "hello"));

  private static float[] vector(String text) {
    float[] vector = VECTORS.get(text);
    if (vector == null) {
      throw new AssertionError(text);
    }
    return vector;
  }

  private static TrainedModel trained() {
    return Trainer.train(EXAMPLES, TrainerTest::vector);
  }

  private static double score(Classifier classifier, String label, String text) {
    return classifier.score(label, trained().kernels(vector(text)));
  }

  @Test
  void eachExampleGetsNearlyItsOwnLabel() {
    TrainedModel.Classifiers classifiers = trained().classifiers();

    assertThat(score(classifiers.flag(), "NOW", "numb")).isGreaterThan(0.7);
    assertThat(score(classifiers.flag(), "NOW", "all fine")).isLessThan(0.3);
    assertThat(score(classifiers.fact(), "saddle", "numb")).isGreaterThan(0.5);
    assertThat(score(classifiers.scope(), "TOPIC", "why pop")).isGreaterThan(0.7);
    assertThat(score(classifiers.scope(), "TOPIC", "weather")).isLessThan(0.2);
    assertThat(score(classifiers.talk(), "greeting", "hello")).isGreaterThan(0.7);
  }

  @Test
  void theSameExamplesGiveTheSameWeights() {
    assertThat(trained().classifiers().flag().weights(0))
        .containsExactly(trained().classifiers().flag().weights(0));
  }

  @Test
  void withoutExamplesTheRedFlagClassifierIsUntrained() {
    TrainedModel untrained = Trainer.train(List.of(), TrainerTest::vector);

    assertThat(new RedFlagClassifier(untrained.classifiers()).isTrained()).isFalse();
  }
}
