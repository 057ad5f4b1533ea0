package backtalk.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Heads tell apart what lies apart, and learn the same from the same. */
class LearningTest {
  private static final Map<String, float[]> PLACES =
      Map.of(
          "numb", new float[] {1, 0, 0},
          "very numb", new float[] {0.8f, 0.6f, 0},
          "all fine", new float[] {0, 1, 0},
          "why pop", new float[] {0, 0, 1},
          "weather", new float[] {0, -1, 0},
          "hello", new float[] {-1, 0, 0});

  private static final Lessons LESSONS =
      new Lessons(
          List.of(
              new Lesson(Lesson.Kind.NOW, "saddle", "numb"),
              new Lesson(Lesson.Kind.NOW, "legs", "very numb"),
              new Lesson(Lesson.Kind.NEGATIVE, "negated", "all fine"),
              new Lesson(Lesson.Kind.TOPIC, "sound", "why pop"),
              new Lesson(Lesson.Kind.FOREIGN, "out-of-scope", "weather"),
              new Lesson(Lesson.Kind.TALK, "greeting", "hello")));

  private static float[] place(String text) {
    float[] vector = PLACES.get(text);
    if (vector == null) {
      throw new AssertionError(text);
    }
    return vector;
  }

  private static Learned learned() {
    return Learning.learn(LESSONS, LearningTest::place);
  }

  private static double score(Head head, String label, String text) {
    return head.score(label, learned().likeness(place(text)));
  }

  @Test
  void eachExampleGetsNearlyItsOwnLabel() {
    Learned.Heads heads = learned().heads();

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
    Learned none = Learning.learn(new Lessons(List.of()), LearningTest::place);

    assertThat(new LearnedFlags(none.heads()).any()).isFalse();
  }
}
