package backtalk.embedding;

import backtalk.understanding.Head;
import backtalk.understanding.Learned;
import backtalk.understanding.Lesson;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was learned, in a file: numbers, labels and the plain forms of examples. */
final class LearnedFile {

  private static final int MARK = 0x4c524e37;

  private LearnedFile() {}

  /** Reads it; any damage is an {@link IOException}. */
  static Learned read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
    try {
      if (in.getInt() != MARK) {
        throw new IOException("not a file of what was learned");
      }
      return learned(in);
    } catch (BufferUnderflowException | NegativeArraySizeException e) {
      throw new IOException("only a part of what was learned", e);
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
  static void write(Path file, Learned learned) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = file.resolveSibling("learning-" + ProcessHandle.current().pid() + ".tmp");
    try {
      write(learned, aside);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void write(Learned learned, Path aside) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside)))) {
      out.writeInt(MARK);
      write(out, learned.heads().flag());
      write(out, learned.heads().fact());
      write(out, learned.heads().topic());
      write(out, learned.heads().scope());
      write(out, learned.heads().talk());
      writeExamples(out, learned);
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
