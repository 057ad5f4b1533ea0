package backtalk.app;

import backtalk.conversation.Conversation;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Engine;
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
 * Combines a conversation with the interpreter and the engine that run it; the store is given to
 * {@link #dialogueManager}.
 *
 * @param vocabulary the words that the language model knows, in lower case
 */
public record Bot(
    Conversation conversation,
    Interpreter interpreter,
    InputInterpreter inputInterpreter,
    Engine engine,
    Set<String> vocabulary) {

  /** Limits the cache of sentence vectors, in bytes. */
  private static final long VECTOR_CACHE_BYTES = 8L << 20;

  /**
   * Builds the bot for a conversation and trains its classifiers, or loads them from the cache.
   *
   * @param retentionDays days of silence after which a dialogue is erased; people are told this
   *     number
   * @param cache the folder that holds the trained classifiers
   */
  public static Bot of(Conversation written, int retentionDays, Path cache, OnnxEmbedder model) {
    return of(written, retentionDays, TrainedModelCache.storedIn(cache), model);
  }

  static Bot of(
      Conversation written, int retentionDays, TrainedModelCache cache, OnnxEmbedder model) {
    Conversation conversation = written.withRetentionDays(retentionDays);
    Interpreter interpreter = interpreter(conversation, cache, model);
    Engine engine = new Engine(conversation);
    return new Bot(
        conversation, interpreter, new InputInterpreter(interpreter), engine, model.words());
  }

  /**
   * Returns the interpreter of a conversation; its trained classifiers are cached in {@code cache}.
   */
  public static Interpreter interpreter(Conversation conversation, Path cache, OnnxEmbedder model) {
    return interpreter(conversation, TrainedModelCache.storedIn(cache), model);
  }

  private static Interpreter interpreter(
      Conversation conversation, TrainedModelCache cache, OnnxEmbedder model) {
    refuseOtherModel(conversation.wording().thresholds().model(), model.model());
    NluConfig config = NluConfig.of(conversation, model.words());
    TrainedModel learned = cache.loadOrTrain(config, model);
    Embedder cached = new CachedEmbedder(model, VECTOR_CACHE_BYTES);
    return new NluPipeline(config, learned, cached::embed);
  }

  /** Returns true when the classifiers of a conversation are in the cache. */
  public static boolean isTrained(Conversation conversation, Path cache, OnnxEmbedder model) {
    NluConfig config = NluConfig.of(conversation, model.words());
    return TrainedModelCache.storedIn(cache).contains(config, model);
  }

  /** Refuses a model that the thresholds were not measured with. */
  private static void refuseOtherModel(String tunedFor, String loaded) {
    if (!loaded.startsWith(tunedFor)) {
      throw new EmbeddingException(
          "wording/thresholds.yaml is for the model " + tunedFor + ", but here is " + loaded);
    }
  }

  /** Returns a dialogue manager that keeps its dialogues in {@code store}. */
  public DialogueManager dialogueManager(DialogueStore store) {
    return dialogueManager(store, UnansweredQuestionSink.NONE);
  }

  /** Returns a dialogue manager that also reports the questions it could not answer. */
  public DialogueManager dialogueManager(
      DialogueStore store, UnansweredQuestionSink unansweredQuestionSink) {
    return new DialogueManager(
        store, inputInterpreter, new InMemoryRecentText(), engine, unansweredQuestionSink);
  }
}
