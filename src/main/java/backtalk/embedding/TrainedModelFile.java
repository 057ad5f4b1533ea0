package backtalk.embedding;

import backtalk.understanding.model.Classifier;
import backtalk.understanding.model.PrincipalComponents;
import backtalk.understanding.model.TrainedModel;
import backtalk.understanding.model.TrainingExample;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Reads and writes a trained model as one file.
 *
 * <p>The file holds the model's origin, its numbers and labels, and the plain forms of the training
 * examples. A checksum of all that comes last, so that a single wrong bit is noticed.
 */
final class TrainedModelFile {

  private static final int FORMAT = 0x4c524e3b;

  private TrainedModelFile() {}

  /** Holds the content of a file. */
  record Content(ModelOrigin origin, TrainedModel model) {}

  /**
   * Reads a file.
   *
   * @throws IOException when it is damaged or cannot be read
   */
  static Content read(Path file) throws IOException {
    verify(file);
    // Neither mapped nor read at once, because both would add the whole file to the memory.
    try (DataInputStream in = new DataInputStream(buffered(file))) {
      if (in.readInt() != FORMAT) {
        throw new IOException("not a trained model of this format");
      }
      return new Content(new ModelOrigin(text(in), text(in)), model(in));
    }
  }

  private static void verify(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    InputStream checked = new CheckedInputStream(buffered(file), checksum);
    try (DataInputStream in = new DataInputStream(checked)) {
      in.skipNBytes(Files.size(file) - Long.BYTES);
      long expected = checksum.getValue();
      if (in.readLong() != expected) {
        throw new IOException("the checksum of the trained model does not match");
      }
    }
  }

  private static InputStream buffered(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  private static TrainedModel model(DataInputStream in) throws IOException {
    TrainedModel.Classifiers classifiers =
        new TrainedModel.Classifiers(
            classifier(in), classifier(in), classifier(in), classifier(in), classifier(in));
    List<TrainingExample> examples = new ArrayList<>();
    Map<String, String> labels = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      TrainingExample.Kind kind = TrainingExample.Kind.valueOf(text(in));
      String label = labels.computeIfAbsent(text(in), it -> it);
      examples.add(new TrainingExample(kind, label, text(in)));
    }
    PrincipalComponents components = new PrincipalComponents(matrix(in));
    return new TrainedModel(classifiers, examples, components, matrix(in));
  }

  private static float[][] matrix(DataInputStream in) throws IOException {
    float[][] matrix = new float[in.readInt()][];
    ByteBuffer row = ByteBuffer.allocate(0);
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = new float[in.readInt()];
      int size = matrix[i].length * Float.BYTES;
      // Reuses the buffer of the last row, because a large matrix would leave many of them behind.
      row = row.capacity() == size ? row : ByteBuffer.allocate(size);
      in.readFully(row.array());
      row.asFloatBuffer().get(matrix[i]);
    }
    return matrix;
  }

  private static Classifier classifier(DataInputStream in) throws IOException {
    List<String> labels = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      labels.add(text(in));
    }
    double[] base = numbers(in);
    int[] rows = new int[in.readInt()];
    bytes(in, rows.length * Integer.BYTES).asIntBuffer().get(rows);
    return new Classifier(labels, rows, matrix(in), base);
  }

  private static double[] numbers(DataInputStream in) throws IOException {
    double[] numbers = new double[in.readInt()];
    bytes(in, numbers.length * Double.BYTES).asDoubleBuffer().get(numbers);
    return numbers;
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in, in.readInt()).array(), StandardCharsets.UTF_8);
  }

  private static ByteBuffer bytes(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }

  /** Writes a temporary file and moves it into place, so that no reader sees a partial file. */
  static void write(Path file, Content content) throws IOException {
    replace(file, temporary -> write(content, temporary));
  }

  /** Writes the content of a file to a path. */
  interface Writer {
    void write(Path path) throws IOException;
  }

  /** Replaces a file at once by what is written beside it; every user may read it. */
  static void replace(Path file, Writer writer) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = Files.createTempFile(file.getParent(), "learning-", ".tmp");
    try {
      writer.write(temporary);
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
  static void readableByAll(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void write(Content content, Path temporary) throws IOException {
    CRC32C checksum = new CRC32C();
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(temporary));
    try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(file, checksum))) {
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
      out.writeLong(checksum.getValue());
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
    write(
        out,
        IntStream.range(0, classifier.labels().size())
            .mapToObj(classifier::weights)
            .toArray(float[][]::new));
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
