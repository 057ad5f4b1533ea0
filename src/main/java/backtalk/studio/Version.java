package backtalk.studio;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.config.Config;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.LoadResult;

/** Holds a version of the conversation whose promises are proved, and the bot that runs it. */
record Version(Bot bot, LoadResult.Read read) {

  /**
   * Loads the files as they are now.
   *
   * @throws backtalk.app.InvalidConversationException when they have mistakes or break promises
   */
  static Version load(Config config, OnnxEmbedder model) {
    Bot bot = BotFactory.bot(config.conversation(), config, model);
    return new Version(bot, BotFactory.read(config.conversation()));
  }
}
