package backtalk.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.dialogue.BackCracking;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Checks that the classifier's scores on labelled messages stay above their floors. A better score
 * calls for a higher floor.
 */
class UnderstandingTest {
  private static final Path FOLDER = Path.of("src/test/resources/understanding");

  private static EvaluationScores score(String file) {
    return new Evaluator(BackCracking.CONVERSATION, BackCracking.LISTENER)
        .score(EvaluationSet.read(FOLDER.resolve(file)));
  }

  @Test
  void redFlagsAreDetectedAndHardNegativesAreNot() {
    EvaluationScores scores = score("red-flags.tsv");

    assertAtLeast(scores, "now: emergencies escalated or confirmed", 1);
    assertAtLeast(scores, "now: red flags escalated or confirmed", 0.98);
    assertAtMost(scores, "hard negatives escalated", 0.04);
    assertAtMost(scores, "hard negatives confirmed", 0.20);
  }

  @Test
  void topicsAreMatchedAndOutOfScopeMessagesAreNotAnswered() {
    EvaluationScores scores = score("topics.tsv");

    assertAtLeast(scores, "topics answered right or offered", 0.93);
    assertAtMost(scores, "topics answered wrongly", 0.05);
    assertAtMost(scores, "topics answered wrongly, the right one not among the buttons", 0.04);
    assertAtLeast(scores, "out of scope declined or offered", 0.95);
    assertAtMost(scores, "ordinary messages confirmed", 0.08);
  }

  /** Allows three of 183 messages, which also tell a sign: "it cracks way more than it used to". */
  @Test
  void ordinaryMessagesAreNotEscalated() {
    assertThat(score("topics.tsv").of("ordinary messages escalated").hits()).isLessThanOrEqualTo(3);
  }

  @Test
  void answersAreReadAndNeverFlippedBetweenYesAndNo() {
    EvaluationScores scores = score("answers.tsv");

    assertAtLeast(scores, "answers right", 0.93);
    assertAtMost(scores, "answers flipped between yes and no", 0);
  }

  /** Checks messages that no threshold was tuned on against the most important floors. */
  @Test
  void redFlagsInUnseenMessagesAreDetected() {
    EvaluationScores scores = score("unseen/red-flags.tsv");

    assertAtLeast(scores, "now: emergencies escalated or confirmed", 1);
    assertAtLeast(scores, "now: red flags escalated or confirmed", 0.98);
    assertAtMost(score("unseen/answers.tsv"), "answers flipped between yes and no", 0);
    assertAtMost(score("unseen/topics.tsv"), "ordinary messages escalated", 0.01);
    assertAtLeast(score("unseen/topics.tsv"), "out of scope declined or offered", 0.93);
  }

  private static void assertAtLeast(EvaluationScores scores, String name, double floor) {
    assertThat(scores.of(name).of()).as(name).isPositive();
    assertThat(scores.of(name).share())
        .as("%s: %s%n%s", name, scores.of(name).text(), String.join("\n", scores.mistakes()))
        .isGreaterThanOrEqualTo(floor);
  }

  private static void assertAtMost(EvaluationScores scores, String name, double ceiling) {
    assertThat(scores.of(name).of()).as(name).isPositive();
    assertThat(scores.of(name).share())
        .as("%s: %s%n%s", name, scores.of(name).text(), String.join("\n", scores.mistakes()))
        .isLessThanOrEqualTo(ceiling);
  }
}
