package backtalk.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import backtalk.understanding.Embedder;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Embeds texts with the 8-bit quantised model bge-small-en-v1.5 on ONNX Runtime; a message takes
 * about 2 ms.
 *
 * <p>A vector has two halves of equal weight: that of the [CLS] token, as the model's authors
 * advise, and the mean of the tokens after the sixth of twelve layers, which is nearer to the
 * words. No instruction precedes the text. Texts are embedded one at a time: the quantisation
 * scales by the largest number in a batch, so texts in one batch would change each other's vectors.
 */
public final class OnnxEmbedder implements Embedder, AutoCloseable {

  private static final String NAME = "bge-small-en-v1.5-q";
  private static final int DIMENSIONS = 384;

  private final Vocabulary vocabulary;
  private final WordPieceTokenizer tokenizer;
  private final OrtEnvironment runtime;
  private final OrtSession session;

  private OnnxEmbedder(Vocabulary vocabulary, OrtEnvironment runtime, OrtSession session) {
    this.vocabulary = vocabulary;
    this.tokenizer = new WordPieceTokenizer(vocabulary);
    this.runtime = runtime;
    this.session = session;
  }

  /** Loads the model; each embedding then runs on the calling thread alone. */
  public static OnnxEmbedder load() {
    return load(1);
  }

  /**
   * Loads the model.
   *
   * @param threads the number of threads that work on one text
   * @throws EmbeddingException with one line for the operator when it cannot be loaded
   */
  public static OnnxEmbedder load(int threads) {
    return load(ModelFiles.of(NAME), threads);
  }

  /**
   * Writes the model beside the program, so that it can be loaded without a copy in memory.
   *
   * @throws EmbeddingException with one line for the operator when it cannot be written
   */
  public static void prepareFiles() {
    try {
      ModelFiles.of(NAME).prepare();
    } catch (OrtException | IOException | LinkageError e) {
      throw EmbeddingException.ofLoading(e);
    }
  }

  static OnnxEmbedder load(ModelFiles files, int threads) {
    // Loading both in parallel shortens the start by a third on two processors.
    CompletableFuture<Vocabulary> vocabulary = CompletableFuture.supplyAsync(files::vocabulary);
    // A native library that fails to load throws one kind of error at first and another one later.
    try {
      // First, because it says where the library is that the options load.
      OrtEnvironment runtime = files.runtime();
      try (SessionOptions options = options(threads)) {
        return new OnnxEmbedder(vocabulary.join(), runtime, files.session(runtime, options));
      }
    } catch (OrtException | IOException | CompletionException | LinkageError e) {
      throw EmbeddingException.ofLoading(e);
    }
  }

  private static SessionOptions options(int threads) throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
    // A spinning thread would take the processor from other chats.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }

  @Override
  public float[] embed(String text) {
    long[][] ids = {tokenizer.ids(text)};
    long[][] ones = {new long[ids[0].length]};
    Arrays.fill(ones[0], 1);
    long[][] zeros = {new long[ids[0].length]};
    try (OnnxTensor input = OnnxTensor.createTensor(runtime, ids);
        OnnxTensor attention = OnnxTensor.createTensor(runtime, ones);
        OnnxTensor sentence = OnnxTensor.createTensor(runtime, zeros)) {
      return run(
          Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", sentence));
    } catch (OrtException e) {
      throw new EmbeddingException("The language model failed: " + e.getCode(), e);
    }
  }

  private float[] run(Map<String, OnnxTensor> inputs) throws OrtException {
    try (OrtSession.Result result = session.run(inputs)) {
      float[] first = new float[DIMENSIONS];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
      float[] mean = mean(((OnnxTensor) result.get(1)).getFloatBuffer());
      float[] both = Arrays.copyOf(unit(first), 2 * DIMENSIONS);
      System.arraycopy(unit(mean), 0, both, DIMENSIONS, DIMENSIONS);
      return unit(both);
    }
  }

  /** Returns the sum of the vectors of all tokens, which has the direction of their mean. */
  private static float[] mean(FloatBuffer tokens) {
    float[] sum = new float[DIMENSIONS];
    while (tokens.hasRemaining()) {
      for (int i = 0; i < DIMENSIONS; i++) {
        sum[i] += tokens.get();
      }
    }
    return sum;
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  @Override
  public String model() {
    return NAME + " on ONNX Runtime " + runtime.getVersion();
  }

  /**
   * Returns the vocabulary's whole words of the letters a to z: about 21,000, many names among
   * them.
   */
  public Set<String> words() {
    return vocabulary.words();
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new EmbeddingException("The language model cannot be closed: " + e.getCode(), e);
    }
  }
}
