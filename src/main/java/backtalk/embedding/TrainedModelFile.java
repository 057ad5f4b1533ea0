package backtalk.embedding;

import backtalk.understanding.model.Classifier;
import backtalk.understanding.model.PrincipalComponents;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
import java.util.List;

/**
 * Reads and writes a trained model as one file.
 *
 * <p>The file holds the model's origin, its numbers and labels, and the plain forms of the training
 * examples. A SHA-256 hash of all that comes last, so that a single wrong bit is noticed.
 */
final class TrainedModelFile {

  private static final int FORMAT = 0x4c524e39;

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
    // Mapped, because a copy of the whole file would enlarge the heap for good.
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer in = verified(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
      if (in.getInt() != FORMAT) {
        throw new IOException("not a trained model of this format");
      }
      return new Content(new ModelOrigin(text(in), text(in)), model(in));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("the file of the trained model is truncated", e);
    }
  }

  /** Returns the bytes before the hash after comparing them with it. */
  private static ByteBuffer verified(ByteBuffer bytes) throws IOException {
    int end = Math.max(0, bytes.limit() - HASH_LENGTH);
    MessageDigest digest = sha256();
    digest.update(bytes.slice(0, end));
    byte[] hash = new byte[bytes.limit() - end];
    bytes.get(end, hash);
    if (!MessageDigest.isEqual(digest.digest(), hash)) {
      throw new IOException("the hash of the trained model does not match");
    }
    return bytes.slice(0, end);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform provides SHA-256", e);
    }
  }

  private static TrainedModel model(ByteBuffer in) {
    TrainedModel.Classifiers classifiers =
        new TrainedModel.Classifiers(
            classifier(in), classifier(in), classifier(in), classifier(in), classifier(in));
    List<TrainingExample> examples = new ArrayList<>();
    for (int left = count(in, 1); left > 0; left--) {
      TrainingExample.Kind kind = TrainingExample.Kind.valueOf(text(in));
      examples.add(new TrainingExample(kind, text(in), text(in)));
    }
    PrincipalComponents components = new PrincipalComponents(matrix(in));
    return new TrainedModel(classifiers, examples, components, matrix(in));
  }

  private static float[][] matrix(ByteBuffer in) {
    float[][] matrix = new float[count(in, 1)][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = new float[count(in, Float.BYTES)];
      part(in, matrix[i].length * Float.BYTES).asFloatBuffer().get(matrix[i]);
    }
    return matrix;
  }

  private static Classifier classifier(ByteBuffer in) {
    List<String> labels = new ArrayList<>();
    for (int left = count(in, 1); left > 0; left--) {
      labels.add(text(in));
    }
    double[] base = numbers(in);
    int[] rows = new int[count(in, Integer.BYTES)];
    part(in, rows.length * Integer.BYTES).asIntBuffer().get(rows);
    double[][] weights = new double[labels.size()][];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = numbers(in);
    }
    return new Classifier(labels, rows, weights, base);
  }

  private static double[] numbers(ByteBuffer in) {
    double[] numbers = new double[count(in, Double.BYTES)];
    part(in, numbers.length * Double.BYTES).asDoubleBuffer().get(numbers);
    return numbers;
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
    if (count < 0 || (long) count * bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  /** Returns the next bytes, and moves on behind them. */
  private static ByteBuffer part(ByteBuffer in, int bytes) {
    ByteBuffer part = in.slice(in.position(), bytes);
    in.position(in.position() + bytes);
    return part;
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
      TrainedModel.Classifiers classifiers = content.model().classifiers();
      out.writeInt(FORMAT);
      write(out, content.origin().embedder());
      write(out, content.origin().all());
      write(out, classifiers.flag());
      write(out, classifiers.fact());
      write(out, classifiers.topic());
      write(out, classifiers.scope());
      write(out, classifiers.talk());
      writeExamples(out, content.model());
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
    for (TrainingExample example : model.examples()) {
      write(out, example.kind().name());
      write(out, example.label());
      write(out, example.text());
    }
    write(out, model.components().directions());
    write(out, model.dimensions());
  }

  private static void write(DataOutputStream out, float[][] matrix) throws IOException {
    out.writeInt(matrix.length);
    for (float[] row : matrix) {
      out.writeInt(row.length);
      for (float number : row) {
        out.writeFloat(number);
      }
    }
  }
}
