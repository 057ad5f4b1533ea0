package backtalk.cli;

import backtalk.Config;
import backtalk.conversation.Conversation;
import backtalk.embedding.EmbeddingException;
import backtalk.embedding.OnnxEmbedder;
import backtalk.library.ChatTest;
import backtalk.library.Chats;
import backtalk.library.Library;
import backtalk.library.Reading;
import backtalk.library.Tests;
import backtalk.store.PrivateDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Where commands take a conversation from; each throws {@link BadConversation} on a mistake. */
public final class Shelf {
  private Shelf() {}

  /** The conversation of a folder, read without a mistake; what it promises is not proved yet. */
  public static Conversation take(Path folder) {
    return read(folder).conversation();
  }

  /** The conversation of a folder, and where each of its parts stands. */
  static Reading.Read read(Path folder) {
    return switch (Library.read(folder)) {
      case Reading.Read read -> read;
      case Reading.Refused(var issues) -> throw new BadConversation(folder, issues);
    };
  }

  /** An older version of a conversation, as far as it can be read today. */
  static Reading.Read older(Path folder) {
    return switch (Library.readOlder(folder)) {
      case Reading.Read read -> read;
      case Reading.Refused(var issues) -> throw new BadConversation(folder, issues);
    };
  }

  /** The conversation of a folder, with every promise proved, now or at an earlier start. */
  private static Conversation proved(Path folder, Path kept) {
    Proofs proofs = Proofs.keptIn(kept);
    return proofs.recall(folder).orElseGet(() -> proved(folder, proofs));
  }

  private static Conversation proved(Path folder, Proofs proofs) {
    Reading.Read read = read(folder);
    List<String> broken = new BrokenPromises(folder, read.locations()).lines(proofs.prove(read));
    if (!broken.isEmpty()) {
      throw new BadConversation(broken);
    }
    return read.conversation();
  }

  /** A conversation that tells people truly what is kept. */
  private static Conversation told(Conversation conversation, Config config) {
    return config.captureQuestions() ? conversation.keepingQuestions() : conversation;
  }

  /** The tests of a folder, in the order of files and lines. */
  public static List<ChatTest> tests(Path folder) {
    return switch (Tests.read(folder)) {
      case Chats.Read(List<ChatTest> tests) -> tests;
      case Chats.Refused(var issues) -> throw new BadConversation(folder, issues);
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
