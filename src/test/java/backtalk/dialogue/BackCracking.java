package backtalk.dialogue;

import backtalk.cli.Bot;
import backtalk.conversation.Conversation;
import backtalk.library.Library;
import backtalk.library.Reading;
import backtalk.understanding.Listener;
import java.nio.file.Path;

/** The real conversation, read once for all tests. */
public final class BackCracking {

  /** Read, or the tests that need it fail with its mistakes. */
  public static final Conversation CONVERSATION = read();

  /** Ears for it; what they learned is kept for the next run of the tests. */
  public static final Listener LISTENER = Bot.listener(CONVERSATION, Path.of("target/hearing"));

  private BackCracking() {}

  private static Conversation read() {
    Path folder = Path.of(System.getProperty("backtalk.home", "."), "conversations/back-cracking");
    return switch (Library.read(folder)) {
      case Reading.Read(Conversation conversation, var locations) -> conversation;
      case Reading.Refused(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
