package backtalk.app;

import backtalk.config.Config;
import backtalk.conversation.Conversation;
import backtalk.embedding.OnnxEmbedder;
import backtalk.embedding.TrainedModelCache;
import backtalk.loader.ConversationFiles;
import backtalk.loader.Issues;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.ChatTestReader;
import backtalk.proof.Proof;
import backtalk.store.PrivateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Loads conversations, their tests and their bots for the commands. Each method throws {@link
 * InvalidConversationException} on a mistake in the files.
 */
public final class BotFactory {
  private BotFactory() {}

  /** Holds the language model, and the cache of models that were trained with it. */
  record Models(OnnxEmbedder embedder, TrainedModelCache trained) {

    /** Loads the language model, and then the newest trained model of the cache. */
    static Models load(Config config) {
      PrivateDirectory.check(config.dataDir());
      return new Models(
          OnnxEmbedder.load(), TrainedModelCache.storedIn(config.dataDir()).withNewestRead());
    }
  }

  /** Returns the conversation of a folder without proving its promises. */
  public static Conversation take(Path folder) {
    return read(folder).conversation();
  }

  /** Returns the conversation of a folder with the source location of each part. */
  public static LoadResult.Read read(Path folder) {
    return read(folder, ConversationFiles.of(folder).read());
  }

  /** Returns an older version of a conversation, as far as today's loader can read it. */
  public static LoadResult.Read older(Path folder) {
    return read(folder, ConversationFiles.of(folder).readUnchecked());
  }

  private static LoadResult.Read read(Path folder, LoadResult result) {
    return switch (result) {
      case LoadResult.Read read -> read;
      case LoadResult.Refused(var issues) -> throw new InvalidConversationException(folder, issues);
    };
  }

  /**
   * Returns the conversation of a folder with the source location of each part, once every promise
   * is proved, now or at an earlier start.
   */
  public static LoadResult.Read proved(Path folder, Path cacheDir) {
    // Cached proofs and classifiers are trusted, so the directory must be private.
    PrivateDirectory.check(cacheDir);
    return proved(folder, ProofCache.keptIn(cacheDir));
  }

  static LoadResult.Read proved(Path folder, ProofCache proofCache) {
    ConversationFiles files = ConversationFiles.of(folder);
    return proofCache
        .parsed(files)
        .map(parsed -> read(folder, files.read(parsed)))
        .orElseGet(() -> proved(folder, files, proofCache));
  }

  private static LoadResult.Read proved(
      Path folder, ConversationFiles files, ProofCache proofCache) {
    LoadResult.Read read = read(folder, files.read());
    Proof proof = proofCache.prove(files, read);
    List<String> broken = new ProofReport(folder, read.sourceMap()).lines(proof);
    if (!broken.isEmpty()) {
      throw new InvalidConversationException(broken);
    }
    return read;
  }

  /** Returns the chat tests of a folder, ordered by file and line. */
  public static List<ChatTest> tests(Path folder) {
    Issues issues = new Issues();
    List<ChatTest> tests = ChatTestReader.read(folder, issues);
    if (!issues.isEmpty()) {
      throw new InvalidConversationException(folder, issues.sorted());
    }
    return tests;
  }

  /** Returns the bot that the settings describe. */
  public static Bot bot(Config config) {
    return bot(config.conversation(), config);
  }

  /**
   * Returns the bot for the conversation of {@code folder}, once its promises are proved. The
   * models load while the files are read, which shortens the start.
   */
  public static Bot bot(Path folder, Config config) {
    return bot(folder, config, CompletableFuture.supplyAsync(() -> Models.load(config)));
  }

  /** Returns the bot like {@link #bot(Path, Config)}, with models that are being loaded. */
  static Bot bot(Path folder, Config config, CompletableFuture<Models> models) {
    try {
      return bot(folder, proved(folder, config.dataDir()).conversation(), config, models.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failed ? failed : e;
    }
  }

  /** Returns the bot for the proved conversation of {@code folder} with a loaded model. */
  public static Bot bot(Path folder, Conversation proved, Config config, OnnxEmbedder model) {
    return bot(
        folder, proved, config, new Models(model, TrainedModelCache.storedIn(config.dataDir())));
  }

  private static Bot bot(Path folder, Conversation proved, Config config, Models models) {
    Conversation conversation =
        config.captureQuestions() ? proved.withStoredQuestionsNotice() : proved;
    TrainingProcess training = new TrainingProcess(folder, config.dataDir());
    TrainedModelCache cache = models.trained().trainedBy(training::run);
    return Bot.of(conversation, config.retentionDays(), cache, models.embedder());
  }
}
