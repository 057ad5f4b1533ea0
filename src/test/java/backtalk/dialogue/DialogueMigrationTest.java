package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.FactRenames;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dialogue of an older version goes on, and loses nothing that was told. */
class DialogueMigrationTest {
  private static final Conversation NOW = BackCracking.CONVERSATION;
  private static final Instant THEN = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void whatIsStillAFactIsKept() {
    Facts told = told(Map.of("swelling", Answer.YES, "gone", Answer.NO));

    assertThat(new DialogueMigration(NOW).migrated(told))
        .isEqualTo(told(Map.of("swelling", Answer.YES)));
  }

  @Test
  void aRenamedFactKeepsItsAnswer() {
    DialogueMigration dialogueMigration =
        after(new FactRenames(Map.of("lump", "bump", "bump", "swelling"), Set.of()));

    assertThat(dialogueMigration.migrated(told(Map.of("lump", Answer.UNSURE))))
        .isEqualTo(told(Map.of("swelling", Answer.UNSURE)));
    assertThat(dialogueMigration.lost(told(Map.of("lump", Answer.YES)))).isEmpty();
  }

  @Test
  void ofTwoFactsThatBecameOneTheMoreSeriousAnswerStands() {
    DialogueMigration dialogueMigration =
        after(new FactRenames(Map.of("lump", "swelling"), Set.of()));
    Map<String, Answer> told = new LinkedHashMap<>();
    told.put("lump", Answer.YES);
    told.put("swelling", Answer.NO);

    assertThat(dialogueMigration.migrated(told(told)).answer("swelling")).contains(Answer.YES);
  }

  @Test
  void factsThatHangTogetherNowAreBroughtInStepUpwards() {
    Map<String, Answer> told = new LinkedHashMap<>();
    told.put("severe-or-worsening-pain", Answer.YES);
    told.put("pain-with-cracking", Answer.NO);

    Facts carried = new DialogueMigration(NOW).migrated(told(told));

    assertThat(carried.answer("severe-or-worsening-pain")).contains(Answer.YES);
    assertThat(carried.answer("pain-with-cracking")).contains(Answer.YES);
  }

  @Test
  void aYesToWhatIsGoneIsLostUnlessItWasGivenUp() {
    Facts told = told(Map.of("gone", Answer.YES, "denied", Answer.NO, "swelling", Answer.YES));

    assertThat(new DialogueMigration(NOW).lost(told)).containsExactly("gone");
    assertThat(after(new FactRenames(Map.of(), Set.of("gone"))).lost(told)).isEmpty();
  }

  @Test
  void whoStandsWhereNothingChangedIsToldNothingOfTheChange() {
    Chat chat = new Chat(NOW);
    chat.commands("check");
    chat.dialogue = chat.dialogue.withConversation("older");

    chat.taps(NOW.phrase("none-of-these"));

    assertThat(chat.last().gist().place()).isEqualTo("worrying");
    assertThat(chat.said()).doesNotContain(NOW.phrase("step-moved"));
  }

  @Test
  void whoStandsElsewhereNowIsToldSoOnce() {
    Chat chat = new Chat(NOW);
    chat.commands("check");
    chat.dialogue =
        chat.dialogue
            .withConversation("older")
            .with(chat.dialogue.question().withPlace("another question"));

    chat.taps(NOW.phrase("none-of-these"));
    assertThat(chat.said()).contains(NOW.phrase("step-moved"));

    chat.taps(NOW.phrase("none-of-these"));
    assertThat(chat.said()).doesNotContain(NOW.phrase("step-moved"));
  }

  private static DialogueMigration after(FactRenames factRenames) {
    return new DialogueMigration(
        new Conversation(
            NOW.about(),
            factRenames,
            NOW.machine(),
            NOW.topics(),
            NOW.cautions(),
            NOW.sources(),
            NOW.phrases(),
            NOW.wording()));
  }

  private static Facts told(Map<String, Answer> answers) {
    Map<String, FactValue> told = new LinkedHashMap<>();
    answers.forEach((fact, answer) -> told.put(fact, new FactValue(answer, THEN)));
    return new Facts(told);
  }
}
