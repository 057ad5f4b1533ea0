package backtalk.embedding;

import backtalk.understanding.model.Classifier;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads and writes a trained model as one file.
 *
 * <p>The file holds the model's origin, its numbers and labels, and the plain forms of the training
 * examples. A SHA-256 hash of all that comes last, so that a single wrong bit is noticed.
 */
final class TrainedModelFile {

  private static final int FORMAT = 0x4c524e38;

  private static final int HASH_LENGTH = 32;

  private TrainedModelFile() {}

  /** Holds the content of a file. */
  record Content(ModelOrigin origin, TrainedModel model) {}

  /**
   * Reads a file.
   *
   * @throws IOException when it is damaged or cannot be read
   */
  static Content read(Path file) throws IOException {
    ByteBuffer in = verified(Files.readAllBytes(file));
    try {
      if (in.getInt() != FORMAT) {
        throw new IOException("not a trained model of this format");
      }
      return new Content(new ModelOrigin(text(in), text(in)), model(in));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IOException("the file of the trained model is truncated", e);
    }
  }

  /** Returns the bytes before the hash after comparing them with it. */
  private static ByteBuffer verified(byte[] bytes) throws IOException {
    int end = Math.max(0, bytes.length - HASH_LENGTH);
    MessageDigest digest = sha256();
    digest.update(bytes, 0, end);
    if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw new IOException("the hash of the trained model does not match");
    }
    return ByteBuffer.wrap(bytes, 0, end);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform provides SHA-256", e);
    }
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[count(in, 1)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Reads a count of items of {@code bytes} bytes each, and refuses more than the file can hold.
   */
  private static int count(ByteBuffer in, int bytes) {
    int count = in.getInt();
    if ((long) count * bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  private static double[] numbers(ByteBuffer in) {
    double[] numbers = new double[count(in, Double.BYTES)];
    in.asDoubleBuffer().get(numbers);
    in.position(in.position() + numbers.length * Double.BYTES);
    return numbers;
  }

  private static float[] floats(ByteBuffer in) {
    float[] floats = new float[count(in, Float.BYTES)];
    in.asFloatBuffer().get(floats);
    in.position(in.position() + floats.length * Float.BYTES);
    return floats;
  }

  private static Classifier classifier(ByteBuffer in) {
    List<String> labels = new ArrayList<>();
    for (int left = count(in, 1); left > 0; left--) {
      labels.add(text(in));
    }
    double[] base = numbers(in);
    int[] rows = new int[count(in, Integer.BYTES)];
    in.asIntBuffer().get(rows);
    in.position(in.position() + rows.length * Integer.BYTES);
    double[][] weights = new double[labels.size()][];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = numbers(in);
    }
    return new Classifier(labels, rows, weights, base);
  }

  private static TrainedModel model(ByteBuffer in) throws IOException {
    TrainedModel.Classifiers classifiers =
        new TrainedModel.Classifiers(
            classifier(in), classifier(in), classifier(in), classifier(in), classifier(in));
    List<TrainingExample> examples = new ArrayList<>();
    for (int left = count(in, 1); left > 0; left--) {
      examples.add(new TrainingExample(kind(text(in)), text(in), text(in)));
    }
    float[][] dimensions = new float[count(in, 1)][];
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = floats(in);
    }
    return new TrainedModel(classifiers, examples, dimensions);
  }

  private static TrainingExample.Kind kind(String name) throws IOException {
    return Stream.of(TrainingExample.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IOException("unknown kind of training example"));
  }

  /** Writes a temporary file and moves it into place, so that no reader sees a partial file. */
  static void write(Path file, Content content) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = Files.createTempFile(file.getParent(), "learning-", ".tmp");
    try {
      write(content, temporary);
      readableByAll(temporary);
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Lets every user read the file, because the build and the bot may run as different users; only
   * the owner may write it.
   */
  private static void readableByAll(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void write(Content content, Path temporary) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(temporary))) {
      DataOutputStream out = new DataOutputStream(new DigestOutputStream(file, digest));
      TrainedModel model = content.model();
      out.writeInt(FORMAT);
      write(out, content.origin().embedder());
      write(out, content.origin().all());
      write(out, model.classifiers().flag());
      write(out, model.classifiers().fact());
      write(out, model.classifiers().topic());
      write(out, model.classifiers().scope());
      write(out, model.classifiers().talk());
      writeExamples(out, model);
      file.write(digest.digest());
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void write(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static void write(DataOutputStream out, Classifier classifier) throws IOException {
    out.writeInt(classifier.labels().size());
    for (String label : classifier.labels()) {
      write(out, label);
    }
    write(out, classifier.base());
    int[] rows = classifier.rows();
    out.writeInt(rows.length);
    for (int row : rows) {
      out.writeInt(row);
    }
    for (int k = 0; k < classifier.labels().size(); k++) {
      write(out, classifier.weights(k));
    }
  }

  private static void writeExamples(DataOutputStream out, TrainedModel model) throws IOException {
    out.writeInt(model.examples().size());
    for (int i = 0; i < model.examples().size(); i++) {
      TrainingExample example = model.examples().get(i);
      write(out, example.kind().name());
      write(out, example.label());
      write(out, example.text());
    }
    float[][] dimensions = model.dimensions();
    out.writeInt(dimensions.length);
    for (float[] dimension : dimensions) {
      out.writeInt(dimension.length);
      for (float number : dimension) {
        out.writeFloat(number);
      }
    }
  }
}
