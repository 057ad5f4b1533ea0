package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Urgency;
import backtalk.loader.chattests.ChatTestReader;
import backtalk.loader.chattests.ChatTestResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the conversation that the bot ships with. */
class RealConversationTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");

  @Test
  void hasNoIssue() {
    assertThat(ConversationReaderTest.issues(ConversationReader.read(FOLDER))).isEmpty();
  }

  @Test
  void itsTestsHaveNoIssue() {
    assertThat(ChatTestReader.read(FOLDER)).isInstanceOf(ChatTestResult.Read.class);
  }

  @Test
  void emergencyFactsComeFirst() {
    Conversation conversation = ConversationReaderTest.load(FOLDER);
    List<Fact> facts = List.copyOf(conversation.machine().facts().values());

    assertThat(facts.getFirst().severity().ifYes()).contains(Urgency.EMERGENCY);
    assertThat(conversation.machine().where((fact, answers) -> false, true).word())
        .isEqualTo(conversation.machine().begin());
  }
}
