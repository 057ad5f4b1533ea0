package backtalk.cli;

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
}
