package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Past;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dialogue of an older version goes on, and loses nothing that was told. */
class SuccessionTest {
  private static final Conversation NOW = BackCracking.CONVERSATION;
  private static final Instant THEN = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void whatIsStillAFactIsKept() {
    Facts told = told(Map.of("swelling", Answer.YES, "gone", Answer.NO));

    assertThat(new Succession(NOW).carried(told)).isEqualTo(told(Map.of("swelling", Answer.YES)));
  }

  @Test
  void aRenamedFactKeepsItsAnswer() {
    Succession succession = after(new Past(Map.of("lump", "bump", "bump", "swelling"), Set.of()));

    assertThat(succession.carried(told(Map.of("lump", Answer.UNSURE))))
        .isEqualTo(told(Map.of("swelling", Answer.UNSURE)));
    assertThat(succession.lost(told(Map.of("lump", Answer.YES)))).isEmpty();
  }

  @Test
  void ofTwoFactsThatBecameOneTheMoreSeriousAnswerStands() {
    Succession succession = after(new Past(Map.of("lump", "swelling"), Set.of()));
    Map<String, Answer> told = new LinkedHashMap<>();
    told.put("lump", Answer.YES);
    told.put("swelling", Answer.NO);

    assertThat(succession.carried(told(told)).answer("swelling")).contains(Answer.YES);
  }

  @Test
  void factsThatHangTogetherNowAreBroughtInStepUpwards() {
    Map<String, Answer> told = new LinkedHashMap<>();
    told.put("severe-or-worsening-pain", Answer.YES);
    told.put("pain-with-cracking", Answer.NO);

    Facts carried = new Succession(NOW).carried(told(told));

    assertThat(carried.answer("severe-or-worsening-pain")).contains(Answer.YES);
    assertThat(carried.answer("pain-with-cracking")).contains(Answer.YES);
  }

  @Test
  void aYesToWhatIsGoneIsLostUnlessItWasGivenUp() {
    Facts told = told(Map.of("gone", Answer.YES, "denied", Answer.NO, "swelling", Answer.YES));

    assertThat(new Succession(NOW).lost(told)).containsExactly("gone");
    assertThat(after(new Past(Map.of(), Set.of("gone"))).lost(told)).isEmpty();
  }

  @Test
  void whoStandsWhereNothingChangedIsToldNothingOfTheChange() {
    Chat chat = new Chat(NOW);
    chat.commands("check");
    chat.dialogue = chat.dialogue.under("older");

    chat.taps(NOW.phrase("none-of-these"));

    assertThat(chat.last().gist().place()).isEqualTo("worrying");
    assertThat(chat.said()).doesNotContain(NOW.phrase("step-moved"));
  }

  @Test
  void whoStandsElsewhereNowIsToldSoOnce() {
    Chat chat = new Chat(NOW);
    chat.commands("check");
    chat.dialogue = chat.dialogue.under("older").with(chat.dialogue.asked().at("another question"));

    chat.taps(NOW.phrase("none-of-these"));
    assertThat(chat.said()).contains(NOW.phrase("step-moved"));

    chat.taps(NOW.phrase("none-of-these"));
    assertThat(chat.said()).doesNotContain(NOW.phrase("step-moved"));
  }

  private static Succession after(Past past) {
    return new Succession(
        new Conversation(
            NOW.about(),
            past,
            NOW.machine(),
            NOW.topics(),
            NOW.cautions(),
            NOW.sources(),
            NOW.phrases(),
            NOW.wording()));
  }

  private static Facts told(Map<String, Answer> answers) {
    Map<String, Told> told = new LinkedHashMap<>();
    answers.forEach((fact, answer) -> told.put(fact, new Told(answer, THEN)));
    return new Facts(told);
  }
}
