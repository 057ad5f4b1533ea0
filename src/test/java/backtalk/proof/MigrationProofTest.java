package backtalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of dialogues that are saved when their conversation is changed. */
class MigrationProofTest {
  private static final Conversation OLD = Written.read(Written.JAW);

  @TempDir private Path folder;

  @BeforeEach
  void copy() {
    Written.copy(Written.JAW, folder);
  }

  @Test
  void anUnchangedConversationGoesOnEverywhere() {
    MigrationProof migrationProof = changeover();

    assertThat(migrationProof.lost()).isEmpty();
    assertThat(migrationProof.places())
        .containsKeys("welcome", "urgent", "doctor-signs", "emergency", "reassure")
        .allSatisfy(
            (place, next) -> {
              assertThat(next.goesOn()).isTrue();
              assertThat(next.askedAgain()).isEmpty();
            });
  }

  @Test
  void anotherQuestionIsAskedAgain() {
    Written.change(
        folder.resolve("conversation.yaml"),
        "say: \"How does your jaw feel when it clicks?\"",
        "say: \"How does it feel?\"");

    MigrationProof.Next feel = next("feel");

    assertThat(feel.goesOn()).isFalse();
    assertThat(feel.askedAgain()).containsExactly("feel");
    assertThat(next("urgent").askedAgain()).isEmpty();
  }

  @Test
  void anotherWayLeadsElsewhere() {
    Written.change(
        folder.resolve("conversation.yaml"),
        "- {when: pain, to: professional}",
        "- {when: pain, to: see-doctor}");

    assertThat(next("professional").askedAgain()).containsExactly("see-doctor");
  }

  @Test
  void aRenamedFactLosesItsAnswersUnlessItsOldNameIsKept() {
    rename("fever", "high-temperature");
    assertThat(changeover().lost()).containsExactly("fever");

    past("renamed: {fever: high-temperature}");
    assertThat(changeover().lost()).isEmpty();
    assertThat(next("see-doctor").askedAgain()).isEmpty();
  }

  @Test
  void whatWasGivenUpOnPurposeIsNotLost() {
    rename("fever", "high-temperature");
    past("retired: [fever]");

    assertThat(changeover().lost()).isEmpty();
    assertThat(next("see-doctor").askedAgain()).contains("doctor-signs");
  }

  private void rename(String old, String now) {
    for (String file : new String[] {"conversation", "facts", "outcomes", "topics"}) {
      rename(folder.resolve(file + ".yaml"), old, now);
    }
    rename(folder.resolve("wording/facts.yaml"), old, now);
  }

  private static void rename(Path file, String old, String now) {
    Written.changeAll(file, "(?<![\\w-])" + old + "(?=[,:}\\]])", now);
  }

  private void past(String line) {
    Written.change(
        folder.resolve("conversation.yaml"),
        "country: default\n",
        "country: default\n" + line + "\n");
  }

  private MigrationProof.Next next(String place) {
    Map<String, MigrationProof.Next> places = changeover().places();
    assertThat(places).containsKey(place);
    return Objects.requireNonNull(places.get(place));
  }

  private MigrationProof changeover() {
    return MigrationProof.of(OLD, Written.read(folder));
  }
}
