package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Urgency;
import backtalk.loader.chattests.ChatTestReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the conversation that the bot ships with. */
class RealConversationTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");

  @Test
  void hasNoIssue() {
    assertThat(ConversationFilesTest.issues(ConversationFiles.of(FOLDER).read())).isEmpty();
  }

  @Test
  void itsTestsHaveNoIssue() {
    Issues issues = new Issues();

    assertThat(ChatTestReader.read(FOLDER, issues)).isNotEmpty();
    assertThat(issues.sorted()).isEmpty();
  }

  @Test
  void emergencyFactsComeFirst() {
    Conversation conversation = ConversationFilesTest.load(FOLDER);
    List<Fact> facts = List.copyOf(conversation.machine().facts().values());

    assertThat(facts.getFirst().severity().ifYes()).contains(Urgency.EMERGENCY);
    assertThat(conversation.machine().where((fact, answers) -> false, true).word())
        .isEqualTo(conversation.machine().begin());
  }
}
