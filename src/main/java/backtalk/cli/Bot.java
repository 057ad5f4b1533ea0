package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Hearing;
import backtalk.dialogue.Listening;
import backtalk.dialogue.Unanswered;
import backtalk.embedding.CachedEmbedder;
import backtalk.embedding.EmbeddingException;
import backtalk.embedding.OnnxEmbedder;
import backtalk.embedding.Schooling;
import backtalk.store.ShortMemory;
import backtalk.understanding.Ears;
import backtalk.understanding.Embedder;
import backtalk.understanding.Learned;
import backtalk.understanding.Listener;
import backtalk.understanding.Tuning;
import java.nio.file.Path;
import java.util.Set;

/**
 * A conversation with all that it takes to hold it, but a place to keep dialogues in.
 *
 * @param words those that its model knows
 */
public record Bot(
    Conversation conversation,
    Listener listener,
    Hearing hearing,
    Engine engine,
    Set<String> words) {

  /** Vectors of texts heard lately may take so much memory, in bytes. */
  private static final long REMEMBERED = 8L << 20;

  /**
   * The bot that holds this conversation, once it has learned to hear.
   *
   * @param retentionDays after how many days of silence a dialogue is forgotten, as it tells people
   * @param kept the folder where what was learned is kept
   */
  public static Bot of(Conversation written, int retentionDays, Path kept) {
    return of(written, retentionDays, kept, OnnxEmbedder.load());
  }

  /** The same, by a model that is loaded already. */
  static Bot of(Conversation written, int retentionDays, Path kept, OnnxEmbedder model) {
    Conversation conversation = written.keptFor(retentionDays);
    Listener listener = listener(conversation, kept, model);
    Engine engine = new Engine(conversation);
    return new Bot(conversation, listener, new Listening(engine, listener), engine, model.words());
  }

  /** Ears for a conversation; what they learn may be kept in {@code kept}. */
  public static Listener listener(Conversation conversation, Path kept) {
    return listener(conversation, kept, OnnxEmbedder.load());
  }

  private static Listener listener(Conversation conversation, Path kept, OnnxEmbedder model) {
    refuseOtherModel(conversation.wording().thresholds().model(), model.model());
    Tuning tuning = Tuning.of(conversation, model.words());
    Learned learned = Schooling.keptIn(kept).learned(tuning, model);
    Embedder cached = new CachedEmbedder(model, REMEMBERED);
    return new Ears(tuning, learned, cached::embed);
  }

  /** Thresholds found with one model mean nothing with another. */
  private static void refuseOtherModel(String tunedFor, String loaded) {
    if (!loaded.startsWith(tunedFor)) {
      throw new EmbeddingException(
          "wording/thresholds.yaml is for the model " + tunedFor + ", but here is " + loaded);
    }
  }

  /** What takes inputs to answers, keeping dialogues there. */
  public DialogueManager keptIn(Dialogues dialogues) {
    return keptIn(dialogues, Unanswered.NONE);
  }

  /** The same, telling of questions that it could not answer. */
  public DialogueManager keptIn(Dialogues dialogues, Unanswered unanswered) {
    return new DialogueManager(dialogues, hearing, new ShortMemory(), engine, unanswered);
  }
}
