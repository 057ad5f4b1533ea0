package backtalk.studio;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.app.InvalidConversationException;
import backtalk.config.Config;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds a version of the conversation whose promises are proved, and the bot that runs it. */
record Version(Bot bot, LoadResult.Read read) {

  /** Matches the first line of a report: the place, what is wrong there, and how to mend it. */
  private static final Pattern PLACED = Pattern.compile("(.*?\\.ya?ml:\\d+): (.*)");

  private static final String INDENT = "    ";

  /**
   * Defines a mistake or a broken promise in JSON.
   *
   * @param place file and line; empty where it has none
   * @param chat the shortest chat that shows a broken promise
   */
  record Problem(String place, String text, List<String> chat) {}

  /**
   * Loads the files as they are now.
   *
   * @throws InvalidConversationException when they have mistakes or break promises
   */
  static Version load(Config config, OnnxEmbedder model) {
    Bot bot = BotFactory.bot(config.conversation(), config, model);
    return new Version(bot, BotFactory.read(config.conversation()));
  }

  /** Returns the problems that a report lists: each begins at the margin. */
  static List<Problem> problems(InvalidConversationException report) {
    List<Problem> problems = new ArrayList<>();
    List<String> chat = new ArrayList<>();
    for (String line : report.lines().reversed()) {
      if (line.startsWith(INDENT)) {
        chat.addFirst(line.strip());
      } else {
        problems.addFirst(problem(line, List.copyOf(chat)));
        chat.clear();
      }
    }
    return problems;
  }

  private static Problem problem(String line, List<String> chat) {
    Matcher placed = PLACED.matcher(line);
    return placed.matches()
        ? new Problem(placed.group(1), placed.group(2), chat)
        : new Problem("", line, chat);
  }
}
