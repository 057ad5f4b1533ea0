package backtalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks how stored dialogues go on when their conversation is changed. */
class MigrationProofTest {
  private static final Conversation OLD = TestConversations.read(TestConversations.JAW);

  @TempDir private Path folder;

  @BeforeEach
  void copy() {
    TestConversations.copy(TestConversations.JAW, folder);
  }

  @Test
  void anUnchangedConversationGoesOnEverywhere() {
    MigrationProof migrationProof = migrate();

    assertThat(migrationProof.lost()).isEmpty();
    assertThat(migrationProof.positions())
        .containsKeys("welcome", "urgent", "doctor-signs", "emergency", "reassure")
        .allSatisfy(
            (position, next) -> {
              assertThat(next.goesOn()).isTrue();
              assertThat(next.askedAgain()).isEmpty();
            });
  }

  @Test
  void aChangedQuestionIsAskedAgain() {
    TestConversations.change(
        folder.resolve("conversation.yaml"),
        "say: \"How does your jaw feel when it clicks?\"",
        "say: \"How does it feel?\"");

    MigrationProof.Next feel = next("feel");

    assertThat(feel.goesOn()).isFalse();
    assertThat(feel.askedAgain()).containsExactly("feel");
    assertThat(next("urgent").askedAgain()).isEmpty();
  }

  @Test
  void aChangedTransitionMovesDialogues() {
    TestConversations.change(
        folder.resolve("conversation.yaml"),
        "- {when: pain, to: professional}",
        "- {when: pain, to: see-doctor}");

    assertThat(next("professional").askedAgain()).containsExactly("see-doctor");
  }

  @Test
  void aRenamedFactLosesItsAnswersUnlessItsOldNameIsKept() {
    rename("fever", "high-temperature");
    assertThat(migrate().lost()).containsExactly("fever");

    addToHead("renamed: {fever: high-temperature}");
    assertThat(migrate().lost()).isEmpty();
    assertThat(next("see-doctor").askedAgain()).isEmpty();
  }

  @Test
  void aRetiredFactIsNotLost() {
    rename("fever", "high-temperature");
    addToHead("retired: [fever]");

    assertThat(migrate().lost()).isEmpty();
    assertThat(next("see-doctor").askedAgain()).contains("doctor-signs");
  }

  private void rename(String old, String now) {
    for (String file : new String[] {"conversation", "facts", "outcomes", "topics"}) {
      rename(folder.resolve(file + ".yaml"), old, now);
    }
    rename(folder.resolve("wording/facts.yaml"), old, now);
  }

  private static void rename(Path file, String old, String now) {
    TestConversations.changeAll(file, "(?<![\\w-])" + old + "(?=[,:}\\]])", now);
  }

  private void addToHead(String line) {
    TestConversations.change(
        folder.resolve("conversation.yaml"),
        "country: default\n",
        "country: default\n" + line + "\n");
  }

  private MigrationProof.Next next(String position) {
    Map<String, MigrationProof.Next> positions = migrate().positions();
    assertThat(positions).containsKey(position);
    return Objects.requireNonNull(positions.get(position));
  }

  private MigrationProof migrate() {
    return MigrationProof.of(OLD, TestConversations.read(folder));
  }
}
