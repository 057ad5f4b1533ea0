package backtalk.cli;

import backtalk.Config;
import backtalk.conversation.Conversation;
import backtalk.embedding.EmbeddingException;
import backtalk.embedding.OnnxEmbedder;
import backtalk.library.ChatTest;
import backtalk.library.Chats;
import backtalk.library.ConversationFiles;
import backtalk.library.Library;
import backtalk.library.Reading;
import backtalk.library.Tests;
import backtalk.proof.Proof;
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
    return read(folder, Library.read(folder));
  }

  /** An older version of a conversation, as far as it can be read today. */
  static Reading.Read older(Path folder) {
    return read(folder, Library.readOlder(folder));
  }

  private static Reading.Read read(Path folder, Reading reading) {
    return switch (reading) {
      case Reading.Read read -> read;
      case Reading.Refused(var issues) -> throw new BadConversation(folder, issues);
    };
  }

  /** The conversation of a folder, with every promise proved, now or at an earlier start. */
  private static Conversation proved(Path folder, Path kept) {
    return proved(folder, Proofs.keptIn(kept));
  }

  static Conversation proved(Path folder, Proofs proofs) {
    ConversationFiles files = ConversationFiles.of(folder);
    return proofs.hold(files)
        ? read(folder, files.readUnchecked()).conversation()
        : proved(folder, files, proofs);
  }

  private static Conversation proved(Path folder, ConversationFiles files, Proofs proofs) {
    Reading.Read read = read(folder, files.read());
    Proof proof = proofs.prove(files, read);
    List<String> broken = new BrokenPromises(folder, read.locations()).lines(proof);
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
