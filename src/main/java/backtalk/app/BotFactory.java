package backtalk.app;

import backtalk.config.Config;
import backtalk.conversation.Conversation;
import backtalk.embedding.EmbeddingException;
import backtalk.embedding.OnnxEmbedder;
import backtalk.loader.ConversationFiles;
import backtalk.loader.ConversationReader;
import backtalk.loader.LoadResult;
import backtalk.loader.chattests.ChatTest;
import backtalk.loader.chattests.ChatTestReader;
import backtalk.loader.chattests.ChatTestResult;
import backtalk.proof.Proof;
import backtalk.store.PrivateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Where commands take a conversation from; each throws {@link InvalidConversationException} on a
 * mistake.
 */
public final class BotFactory {
  private BotFactory() {}

  /** The conversation of a folder, read without a mistake; what it promises is not proved yet. */
  public static Conversation take(Path folder) {
    return read(folder).conversation();
  }

  /** The conversation of a folder, and where each of its parts stands. */
  public static LoadResult.Read read(Path folder) {
    return read(folder, ConversationReader.read(folder));
  }

  /** An older version of a conversation, as far as it can be read today. */
  public static LoadResult.Read older(Path folder) {
    return read(folder, ConversationReader.readOlder(folder));
  }

  private static LoadResult.Read read(Path folder, LoadResult result) {
    return switch (result) {
      case LoadResult.Read read -> read;
      case LoadResult.Refused(var issues) -> throw new InvalidConversationException(folder, issues);
    };
  }

  /** The conversation of a folder, with every promise proved, now or at an earlier start. */
  private static Conversation proved(Path folder, Path kept) {
    return proved(folder, ProofCache.keptIn(kept));
  }

  static Conversation proved(Path folder, ProofCache proofCache) {
    ConversationFiles files = ConversationFiles.of(folder);
    return proofCache.hold(files)
        ? read(folder, files.readUnchecked()).conversation()
        : proved(folder, files, proofCache);
  }

  private static Conversation proved(Path folder, ConversationFiles files, ProofCache proofCache) {
    LoadResult.Read read = read(folder, files.read());
    Proof proof = proofCache.prove(files, read);
    List<String> broken = new ProofReport(folder, read.sourceMap()).lines(proof);
    if (!broken.isEmpty()) {
      throw new InvalidConversationException(broken);
    }
    return read.conversation();
  }

  /** A conversation that tells people truly what is kept. */
  private static Conversation told(Conversation conversation, Config config) {
    return config.captureQuestions() ? conversation.withStoredQuestionsNotice() : conversation;
  }

  /** The tests of a folder, in the order of files and lines. */
  public static List<ChatTest> tests(Path folder) {
    return switch (ChatTestReader.read(folder)) {
      case ChatTestResult.Read(List<ChatTest> tests) -> tests;
      case ChatTestResult.Refused(var issues) ->
          throw new InvalidConversationException(folder, issues);
    };
  }

  /** The bot of the settings. */
  public static Bot bot(Config config) {
    return bot(config.conversation(), config);
  }

  /**
   * The bot that holds the conversation of {@code folder}, once its promises are proved. The model
   * loads while the files are read, which shortens the start by a fifth.
   */
  public static Bot bot(Path folder, Config config) {
    // What is cached there is believed: a proof among others.
    PrivateDirectory.check(config.dataDir());
    CompletableFuture<OnnxEmbedder> model = CompletableFuture.supplyAsync(OnnxEmbedder::load);
    try {
      Conversation conversation = proved(folder, config.dataDir());
      return Bot.of(
          told(conversation, config), config.retentionDays(), config.dataDir(), model.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof EmbeddingException failed ? failed : e;
    } finally {
      // A process that ends while native code still loads may crash.
      model.exceptionally(failed -> null).join();
    }
  }
}
