package backtalk.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.FactRenames;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that a dialogue of an older version continues and keeps its answers. */
class DialogueMigrationTest {
  private static final Conversation CONVERSATION = BackCracking.CONVERSATION;
  private static final Instant ANSWERED_AT = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void aFactThatStillExistsKeepsItsAnswer() {
    Facts told = facts(Map.of("swelling", Answer.YES, "gone", Answer.NO));

    assertThat(new DialogueMigration(CONVERSATION).migrated(told))
        .isEqualTo(facts(Map.of("swelling", Answer.YES)));
  }

  @Test
  void aRenamedFactKeepsItsAnswer() {
    DialogueMigration dialogueMigration =
        migration(new FactRenames(Map.of("lump", "bump", "bump", "swelling"), Set.of()));

    assertThat(dialogueMigration.migrated(facts(Map.of("lump", Answer.UNSURE))))
        .isEqualTo(facts(Map.of("swelling", Answer.UNSURE)));
    assertThat(dialogueMigration.lost(facts(Map.of("lump", Answer.YES)))).isEmpty();
  }

  @Test
  void twoFactsMergedIntoOneKeepTheMoreSeriousAnswer() {
    DialogueMigration dialogueMigration =
        migration(new FactRenames(Map.of("lump", "swelling"), Set.of()));
    Map<String, Answer> told = new LinkedHashMap<>();
    told.put("lump", Answer.YES);
    told.put("swelling", Answer.NO);

    assertThat(dialogueMigration.migrated(facts(told)).answer("swelling")).contains(Answer.YES);
  }

  @Test
  void newlyLinkedFactsTakeTheMoreSeriousAnswer() {
    Map<String, Answer> told = new LinkedHashMap<>();
    told.put("severe-or-worsening-pain", Answer.YES);
    told.put("pain-with-cracking", Answer.NO);

    Facts migrated = new DialogueMigration(CONVERSATION).migrated(facts(told));

    assertThat(migrated.answer("severe-or-worsening-pain")).contains(Answer.YES);
    assertThat(migrated.answer("pain-with-cracking")).contains(Answer.YES);
  }

  @Test
  void aYesToAMissingFactIsLostUnlessTheFactIsRetired() {
    Facts told = facts(Map.of("gone", Answer.YES, "denied", Answer.NO, "swelling", Answer.YES));

    assertThat(new DialogueMigration(CONVERSATION).lost(told)).containsExactly("gone");
    assertThat(migration(new FactRenames(Map.of(), Set.of("gone"))).lost(told)).isEmpty();
  }

  @Test
  void aPersonAtAnUnchangedStateIsNotNotified() {
    Chat chat = new Chat(CONVERSATION);
    chat.commands("check");
    chat.dialogue = chat.dialogue.withConversation("older");

    chat.taps(CONVERSATION.phrase("none-of-these"));

    assertThat(chat.last().gist().place()).isEqualTo("feeling");
    assertThat(chat.said()).doesNotContain(CONVERSATION.phrase("step-moved"));
  }

  @Test
  void aPersonMovedToAnotherStateIsNotifiedOnce() {
    Chat chat = new Chat(CONVERSATION);
    chat.commands("check");
    chat.dialogue =
        chat.dialogue
            .withConversation("older")
            .with(chat.dialogue.question().withFingerprint("another question"));

    chat.taps(CONVERSATION.phrase("none-of-these"));
    assertThat(chat.said()).contains(CONVERSATION.phrase("step-moved"));

    chat.taps(CONVERSATION.phrase("none-of-these"));
    assertThat(chat.said()).doesNotContain(CONVERSATION.phrase("step-moved"));
  }

  private static DialogueMigration migration(FactRenames factRenames) {
    return new DialogueMigration(
        new Conversation(
            CONVERSATION.about(),
            factRenames,
            CONVERSATION.machine(),
            CONVERSATION.topics(),
            CONVERSATION.topicGroups(),
            CONVERSATION.cautions(),
            CONVERSATION.sources(),
            CONVERSATION.phrases(),
            CONVERSATION.wording(),
            List.of()));
  }

  private static Facts facts(Map<String, Answer> answers) {
    Map<String, FactValue> told = new LinkedHashMap<>();
    answers.forEach((fact, answer) -> told.put(fact, new FactValue(answer, ANSWERED_AT)));
    return new Facts(told);
  }
}
