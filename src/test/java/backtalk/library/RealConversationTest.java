package backtalk.library;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Level;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conversation that the bot is shipped with. */
class RealConversationTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("backtalk.home", "."), "conversations", "back-cracking");

  @Test
  void hasNoMistake() {
    assertThat(LibraryTest.issues(Library.read(FOLDER))).isEmpty();
  }

  @Test
  void itsTestsHaveNoMistake() {
    assertThat(Tests.read(FOLDER)).isInstanceOf(Chats.Read.class);
  }

  @Test
  void emergenciesComeFirst() {
    Conversation conversation = LibraryTest.good(FOLDER);
    List<Fact> facts = List.copyOf(conversation.machine().facts().values());

    assertThat(facts.getFirst().severity().ifYes()).contains(Level.EMERGENCY);
    assertThat(conversation.machine().where((fact, answers) -> false, true).word())
        .isEqualTo(conversation.machine().begin());
  }
}
