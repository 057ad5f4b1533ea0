package backtalk.app;

import backtalk.conversation.Conversation;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
import backtalk.dialogue.input.DefaultInputInterpreter;
import backtalk.dialogue.input.InputInterpreter;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.dialogue.ports.UnansweredQuestionSink;
import backtalk.embedding.CachedEmbedder;
import backtalk.embedding.EmbeddingException;
import backtalk.embedding.OnnxEmbedder;
import backtalk.embedding.TrainedModelCache;
import backtalk.store.InMemoryRecentText;
import backtalk.understanding.Embedder;
import backtalk.understanding.Interpreter;
import backtalk.understanding.NluConfig;
import backtalk.understanding.NluPipeline;
import backtalk.understanding.model.TrainedModel;
import java.nio.file.Path;
import java.util.Set;

/**
 * A conversation with all that it takes to hold it, but a place to keep dialogues in.
 *
 * @param words those that its model knows
 */
public record Bot(
    Conversation conversation,
    Interpreter interpreter,
    InputInterpreter inputInterpreter,
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
    Conversation conversation = written.withRetentionDays(retentionDays);
    Interpreter interpreter = listener(conversation, kept, model);
    Engine engine = new Engine(conversation);
    return new Bot(
        conversation,
        interpreter,
        new DefaultInputInterpreter(engine, interpreter),
        engine,
        model.words());
  }

  /** Ears for a conversation; what they learn may be kept in {@code kept}. */
  public static Interpreter listener(Conversation conversation, Path kept) {
    return listener(conversation, kept, OnnxEmbedder.load());
  }

  private static Interpreter listener(Conversation conversation, Path kept, OnnxEmbedder model) {
    refuseOtherModel(conversation.wording().thresholds().model(), model.model());
    NluConfig config = NluConfig.of(conversation, model.words());
    TrainedModel learned = TrainedModelCache.storedIn(kept).loadOrTrain(config, model);
    Embedder cached = new CachedEmbedder(model, REMEMBERED);
    return new NluPipeline(config, learned, cached::embed);
  }

  /** Thresholds found with one model mean nothing with another. */
  private static void refuseOtherModel(String tunedFor, String loaded) {
    if (!loaded.startsWith(tunedFor)) {
      throw new EmbeddingException(
          "wording/thresholds.yaml is for the model " + tunedFor + ", but here is " + loaded);
    }
  }

  /** What takes inputs to answers, keeping dialogues there. */
  public DialogueManager keptIn(DialogueStore store) {
    return keptIn(store, UnansweredQuestionSink.NONE);
  }

  /** The same, telling of questions that it could not answer. */
  public DialogueManager keptIn(
      DialogueStore store, UnansweredQuestionSink unansweredQuestionSink) {
    return new DialogueManager(
        store, inputInterpreter, new InMemoryRecentText(), engine, unansweredQuestionSink);
  }
}
