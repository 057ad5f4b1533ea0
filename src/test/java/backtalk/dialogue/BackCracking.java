package backtalk.dialogue;

import backtalk.app.Bot;
import backtalk.conversation.Conversation;
import backtalk.loader.ConversationReader;
import backtalk.loader.LoadResult;
import backtalk.understanding.Interpreter;
import java.nio.file.Path;

/** The real conversation, read once for all tests. */
public final class BackCracking {

  /** Read, or the tests that need it fail with its mistakes. */
  public static final Conversation CONVERSATION = read();

  /** Ears for it; what they learned is kept for the next run of the tests. */
  public static final Interpreter LISTENER =
      Bot.interpreter(CONVERSATION, Path.of("target/hearing"));

  private BackCracking() {}

  private static Conversation read() {
    Path folder = Path.of(System.getProperty("backtalk.home", "."), "conversations/back-cracking");
    return switch (ConversationReader.read(folder)) {
      case LoadResult.Read(Conversation conversation, var sourceMap) -> conversation;
      case LoadResult.Refused(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
