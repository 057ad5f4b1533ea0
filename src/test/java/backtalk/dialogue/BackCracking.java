package backtalk.dialogue;

import backtalk.app.Bot;
import backtalk.conversation.Conversation;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.understanding.Interpreter;
import java.nio.file.Path;

/** Loads the real conversation once for all tests. */
public final class BackCracking {

  /** Holds the conversation; tests that need it fail with its mistakes when it cannot be loaded. */
  public static final Conversation CONVERSATION = read();

  /** Interprets text for it. The trained model is cached for the next run of the tests. */
  public static final Interpreter LISTENER =
      Bot.interpreter(CONVERSATION, Path.of("target/hearing"), OnnxEmbedder.load());

  private BackCracking() {}

  private static Conversation read() {
    Path folder = Path.of(System.getProperty("backtalk.home", "."), "conversations/back-cracking");
    return switch (ConversationFiles.of(folder).read()) {
      case LoadResult.Read(Conversation conversation, var sourceMap) -> conversation;
      case LoadResult.Refused(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
