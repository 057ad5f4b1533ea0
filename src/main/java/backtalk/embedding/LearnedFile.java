package backtalk.embedding;

import backtalk.understanding.Head;
import backtalk.understanding.Learned;
import backtalk.understanding.Lesson;
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
 * Keeps what was learned in a file: its origin, numbers, labels and the plain forms of examples,
 * and last a SHA-256 hash of all that, so that one bit that decayed is noticed.
 */
final class LearnedFile {

  private static final int MARK = 0x4c524e38;

  private static final int HASH_LENGTH = 32;

  private LearnedFile() {}

  /** What a file holds. */
  record Content(Origin origin, Learned learned) {}

  /** Reads it; any damage is an {@link IOException}. */
  static Content read(Path file) throws IOException {
    ByteBuffer in = whole(Files.readAllBytes(file));
    try {
      if (in.getInt() != MARK) {
        throw new IOException("not a file of what was learned");
      }
      return new Content(new Origin(text(in), text(in)), learned(in));
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IOException("only a part of what was learned", e);
    }
  }

  /** What stands before the hash, if it has that hash. */
  private static ByteBuffer whole(byte[] bytes) throws IOException {
    int end = Math.max(0, bytes.length - HASH_LENGTH);
    MessageDigest digest = sha256();
    digest.update(bytes, 0, end);
    if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw new IOException("not as it was written");
    }
    return ByteBuffer.wrap(bytes, 0, end);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(ByteBuffer in) {
    byte[] letters = new byte[room(in, 1)];
    in.get(letters);
    return new String(letters, StandardCharsets.UTF_8);
  }

  /** How many things of so many bytes follow; never more than there is room for. */
  private static int room(ByteBuffer in, int bytes) {
    int many = in.getInt();
    if ((long) many * bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return many;
  }

  private static double[] numbers(ByteBuffer in) {
    double[] numbers = new double[room(in, Double.BYTES)];
    in.asDoubleBuffer().get(numbers);
    in.position(in.position() + numbers.length * Double.BYTES);
    return numbers;
  }

  private static float[] floats(ByteBuffer in) {
    float[] floats = new float[room(in, Float.BYTES)];
    in.asFloatBuffer().get(floats);
    in.position(in.position() + floats.length * Float.BYTES);
    return floats;
  }

  private static Head head(ByteBuffer in) {
    List<String> labels = new ArrayList<>();
    for (int left = room(in, 1); left > 0; left--) {
      labels.add(text(in));
    }
    double[] base = numbers(in);
    int[] rows = new int[room(in, Integer.BYTES)];
    in.asIntBuffer().get(rows);
    in.position(in.position() + rows.length * Integer.BYTES);
    double[][] weights = new double[labels.size()][];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = numbers(in);
    }
    return new Head(labels, rows, weights, base);
  }

  private static Learned learned(ByteBuffer in) throws IOException {
    Learned.Heads heads = new Learned.Heads(head(in), head(in), head(in), head(in), head(in));
    List<Lesson> examples = new ArrayList<>();
    for (int left = room(in, 1); left > 0; left--) {
      examples.add(new Lesson(kind(text(in)), text(in), text(in)));
    }
    float[][] dimensions = new float[room(in, 1)][];
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = floats(in);
    }
    return new Learned(heads, examples, dimensions);
  }

  private static Lesson.Kind kind(String name) throws IOException {
    return Stream.of(Lesson.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IOException("no such kind of example"));
  }

  /** Writes it aside and moves it there, so that nobody ever reads half of it. */
  static void write(Path file, Content content) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = Files.createTempFile(file.getParent(), "learning-", ".tmp");
    try {
      write(content, aside);
      readableByAll(aside);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** The build's user leaves it for the bot's; only its owner may ever write it. */
  private static void readableByAll(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static void write(Content content, Path aside) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(aside))) {
      DataOutputStream out = new DataOutputStream(new DigestOutputStream(file, digest));
      Learned learned = content.learned();
      out.writeInt(MARK);
      write(out, content.origin().embedder());
      write(out, content.origin().all());
      write(out, learned.heads().flag());
      write(out, learned.heads().fact());
      write(out, learned.heads().topic());
      write(out, learned.heads().scope());
      write(out, learned.heads().talk());
      writeExamples(out, learned);
      file.write(digest.digest());
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] letters = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(letters.length);
    out.write(letters);
  }

  private static void write(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static void write(DataOutputStream out, Head head) throws IOException {
    out.writeInt(head.labels().size());
    for (String label : head.labels()) {
      write(out, label);
    }
    write(out, head.base());
    int[] rows = head.rows();
    out.writeInt(rows.length);
    for (int row : rows) {
      out.writeInt(row);
    }
    for (int k = 0; k < head.labels().size(); k++) {
      write(out, head.weights(k));
    }
  }

  private static void writeExamples(DataOutputStream out, Learned learned) throws IOException {
    out.writeInt(learned.examples().size());
    for (int i = 0; i < learned.examples().size(); i++) {
      Lesson lesson = learned.examples().get(i);
      write(out, lesson.kind().name());
      write(out, lesson.label());
      write(out, lesson.text());
    }
    float[][] dimensions = learned.dimensions();
    out.writeInt(dimensions.length);
    for (float[] dimension : dimensions) {
      out.writeInt(dimension.length);
      for (float number : dimension) {
        out.writeFloat(number);
      }
    }
  }
}
