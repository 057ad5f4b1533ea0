package backtalk.modelbased;

import backtalk.conversation.Conversation;
import backtalk.dialogue.BackCracking;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds a conversation for the walks and chats, and its interpreter. */
record ConversationUnderTest(String name, Conversation conversation, Interpreter interpreter) {

  /** Finds no meaning in any text; button labels are recognised without it. */
  private static final Interpreter NO_MEANING =
      (text, prompt) ->
          new NluResult(
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              new TopicMatch.Declined(),
              Optional.empty());

  static ConversationUnderTest backCracking() {
    return new ConversationUnderTest(
        "back-cracking", BackCracking.CONVERSATION, BackCracking.LISTENER);
  }

  static ConversationUnderTest jawClicking() {
    return sample("jaw-clicking");
  }

  static ConversationUnderTest small() {
    return sample("small");
  }

  private static ConversationUnderTest sample(String name) {
    Path home = Path.of(System.getProperty("backtalk.home", "."));
    return new ConversationUnderTest(
        name, read(home.resolve("src/test/resources").resolve(name)), NO_MEANING);
  }

  private static Conversation read(Path folder) {
    return switch (ConversationFiles.of(folder).read()) {
      case LoadResult.Read(Conversation conversation, var sourceMap) -> conversation;
      case LoadResult.Refused(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
