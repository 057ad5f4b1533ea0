package backtalk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a conversation's files made wrong.
 *
 * @param line counted from 1
 * @param now what stands there instead; {@link #DROPPED} where nothing does
 */
public record Mutation(Kind kind, String file, int line, String before, String now) {

  /** Stands for a line that is dropped. */
  static final String DROPPED = "";

  /** What is made wrong. */
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

  /** The lines of the file with this one made wrong. */
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
