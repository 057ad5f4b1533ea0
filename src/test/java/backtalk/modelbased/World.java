package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.dialogue.BackCracking;
import backtalk.loader.ConversationReader;
import backtalk.loader.LoadResult;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A conversation to be walked in, and ears for it. */
record World(String name, Conversation conversation, Interpreter interpreter) {

  /** Hears nothing in any words; labels of buttons are not words. */
  private static final Interpreter DEAF =
      (text, prompt) ->
          new NluResult(
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              new TopicMatch.Declined(),
              Optional.empty());

  static World backCracking() {
    return new World("back-cracking", BackCracking.CONVERSATION, BackCracking.LISTENER);
  }

  static World jawClicking() {
    return sample("jaw-clicking");
  }

  static World small() {
    return sample("small");
  }

  private static World sample(String name) {
    Path home = Path.of(System.getProperty("backtalk.home", "."));
    return new World(name, read(home.resolve("src/test/resources").resolve(name)), DEAF);
  }

  private static Conversation read(Path folder) {
    return switch (ConversationReader.read(folder)) {
      case LoadResult.Read(Conversation conversation, var sourceMap) -> conversation;
      case LoadResult.Refused(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
