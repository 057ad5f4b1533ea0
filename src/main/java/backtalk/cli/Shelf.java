package backtalk.cli;

import backtalk.Config;
import backtalk.library.Library;
import backtalk.library.Reading;
import java.nio.file.Path;

/** Where commands take a conversation from. */
public final class Shelf {
  private Shelf() {}

  /** The conversation of a folder; throws {@link BadConversation} when it has any mistake. */
  public static Reading.Read take(Path folder) {
    return switch (Library.read(folder)) {
      case Reading.Read read -> read;
      case Reading.Refused(var issues) -> throw new BadConversation(folder, issues);
    };
  }

  /** The bot of the settings; throws {@link BadConversation} as {@link #take} does. */
  public static Bot bot(Config config) {
    return Bot.of(take(config.conversation()).conversation(), config.retentionDays());
  }
}
