package backtalk.dialogue.handling;

import static backtalk.conversation.Answer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.StateMachine;
import backtalk.dialogue.BackCracking;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.UndoEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that parts and wholes stay consistent: pain, and severe or growing pain as a part of it.
 */
class FactUpdatesTest {

  private static final StateMachine MACHINE = BackCracking.CONVERSATION.machine();
  private static final String WHOLE = "pain-with-cracking";
  private static final String PART = "severe-or-worsening-pain";

  @ParameterizedTest(name = "whole {0}, part {1}, then part {2}: whole {3}")
  @CsvSource({
    ", , YES, YES",
    "NO, NO, YES, YES",
    "UNSURE, , YES, YES",
    "NO, NO, UNSURE, UNSURE",
    "YES, , UNSURE, YES",
    "YES, , NO, YES",
    ", , NO, ",
    ", , SKIPPED, ",
  })
  void answeringThePartChangesTheWhole(
      @Nullable Answer whole, @Nullable Answer part, Answer answer, @Nullable Answer expected) {
    Facts after = apply(facts(whole, part), PART, answer);

    assertThat(after.answer(PART)).contains(answer);
    assertThat(after.answer(WHOLE)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "part {0}, then whole {1}: part {2}")
  @CsvSource({
    "YES, NO, NO",
    "UNSURE, NO, NO",
    ", NO, NO",
    "YES, UNSURE, UNSURE",
    "NO, UNSURE, NO",
    ", YES, ",
    "YES, YES, YES",
    ", SKIPPED, ",
  })
  void answeringTheWholeChangesThePart(
      @Nullable Answer part, Answer answer, @Nullable Answer expected) {
    Facts after = apply(facts(part == null ? null : YES, part), WHOLE, answer);

    assertThat(after.answer(PART)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0} then {1} lowers an emergency: {2}")
  @CsvSource({
    "YES, NO, true",
    "UNSURE, NO, true",
    "YES, SKIPPED, false",
    "YES, UNSURE, false",
    "NO, NO, false",
    ", NO, false",
  })
  void loweringAnEmergencyIsDetected(@Nullable Answer before, Answer after, boolean lowers) {
    Facts facts = before == null ? Facts.NONE : apply(Facts.NONE, "bladder-bowel", before);

    assertThat(FactUpdates.lowersEmergency(MACHINE, facts, "bladder-bowel", after))
        .isEqualTo(lowers);
    assertThat(
            FactUpdates.lowersEmergency(MACHINE, apply(facts, "swelling", YES), "swelling", after))
        .isFalse();
  }

  @Test
  void anUpdateIsUndoneInTheSameOrderInEveryProcess() {
    Map<String, Optional<FactValue>> before =
        MACHINE.facts().keySet().stream()
            .collect(Collectors.toMap(it -> it, it -> Optional.empty()));

    assertThat(new UndoEntry(before).before().keySet())
        .containsExactlyElementsOf(new TreeSet<>(before.keySet()));
  }

  private static Facts facts(@Nullable Answer whole, @Nullable Answer part) {
    Facts facts = Facts.NONE;
    facts = whole == null ? facts : facts.with(WHOLE, at(whole));
    return part == null ? facts : facts.with(PART, at(part));
  }

  private static Facts apply(Facts facts, String fact, Answer answer) {
    return FactUpdates.apply(MACHINE, facts, fact, at(answer));
  }

  private static FactValue at(Answer answer) {
    return new FactValue(answer, Instant.EPOCH);
  }
}
