package backtalk.dialogue.handling;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Fact;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.BackCracking;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Tests that the number of questions left is that of denying one question after the other. */
class QuestionsLeftTest {

  private static final StateMachine MACHINE = BackCracking.CONVERSATION.machine();
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  /** Holds mostly no, because other answers end a check before there is something to count. */
  private static final List<Answer> ANSWERS =
      List.of(Answer.NO, Answer.NO, Answer.NO, Answer.YES, Answer.UNSURE, Answer.SKIPPED);

  @RepeatedTest(100)
  void equalsTheNumberOfQuestionsDeniedOneByOne(RepetitionInfo run) {
    Facts facts = randomFacts(new Random(run.getCurrentRepetition()));

    if (MACHINE.where(facts, true) instanceof Position.Asking) {
      assertThat(MACHINE.questionsLeft(facts)).isEqualTo(denied(facts));
    }
  }

  private static Facts randomFacts(Random random) {
    List<String> all =
        MACHINE.facts().values().stream().filter(fact -> !fact.workedOut()).map(Fact::id).toList();
    Facts facts = Facts.NONE;
    for (int answers = random.nextInt(12); answers > 0; answers--) {
      Answer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
      String fact = all.get(random.nextInt(all.size()));
      facts = FactUpdates.apply(MACHINE, facts, fact, new FactValue(answer, NOON));
    }
    return facts;
  }

  private static int denied(Facts facts) {
    Facts denied = facts;
    int questions = 0;
    while (MACHINE.where(denied, true) instanceof Position.Asking(var state, List<String> open)) {
      for (String fact : open) {
        denied = FactUpdates.apply(MACHINE, denied, fact, new FactValue(Answer.NO, NOON));
      }
      questions++;
    }
    return questions;
  }
}
