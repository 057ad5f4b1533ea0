package backtalk.studio;

import backtalk.app.Bot;
import backtalk.app.BotFactory;
import backtalk.config.Config;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.LoadResult;
import backtalk.loader.PictureFiles;
import java.util.Map;

/** Holds a version of the conversation whose promises are proved, and the bot that runs it. */
record Version(Bot bot, LoadResult.Read read, Map<String, byte[]> pictures) {

  /**
   * Loads the files as they are now.
   *
   * @param training is called before a training of the classifiers, which takes minutes
   * @throws backtalk.app.InvalidConversationException when they have mistakes or break promises
   */
  static Version load(Config config, OnnxEmbedder model, Runnable training) {
    LoadResult.Read read = BotFactory.proved(config.conversation(), config.dataDir());
    if (!Bot.isTrained(read.conversation(), config.dataDir(), model)) {
      training.run();
    }
    Bot bot = BotFactory.bot(config.conversation(), read.conversation(), config, model);
    return new Version(bot, read, PictureFiles.of(config.conversation()));
  }
}
