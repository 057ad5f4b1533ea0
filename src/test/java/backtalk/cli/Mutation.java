package backtalk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes a mutation of one line of a conversation's files.
 *
 * @param line the line number, from 1
 * @param now the mutated line; {@link #DROPPED} where the line is removed
 */
public record Mutation(Kind kind, String file, int line, String before, String now) {

  /** Marks a line that is removed. */
  static final String DROPPED = "";

  /** Lists the kinds of mutation. */
  public enum Kind {
    TARGET_REDIRECTED,
    GUARD_INVERTED,
    GUARD_DROPPED,
    OPTION_DROPPED,
    LEVEL_LOWERED,
    QUESTION_DROPPED,
    SOURCE_DROPPED,
    TEXT_DOUBLED
  }

  /** Returns the lines of the file with the mutation applied. */
  public List<String> in(List<String> lines) {
    List<String> changed = new ArrayList<>(lines);
    if (now.isEmpty()) {
      changed.remove(line - 1);
    } else {
      changed.set(line - 1, now);
    }
    return changed;
  }

  public Path in(Path folder) {
    return folder.resolve(file);
  }

  @Override
  public String toString() {
    return kind + " " + file + ":" + line + ": " + before.strip() + "  =>  " + now.strip();
  }
}
