package backtalk.embedding;

import backtalk.understanding.Head;
import backtalk.understanding.Learned;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** What was learned, in a file: numbers and labels, no example texts. */
final class LearnedFile {

  private static final int MARK = 0x4c524e32;

  private LearnedFile() {}

  /** Reads it; any damage is an {@link IOException}. */
  static Learned read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MARK) {
        throw new IOException("not a file of what was learned");
      }
      return new Learned(numbers(in), new Learned.Heads(head(in), head(in), head(in)), placed(in));
    }
  }

  private static double[] numbers(DataInputStream in) throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }

  private static Head head(DataInputStream in) throws IOException {
    List<String> labels = new ArrayList<>();
    double[][] weights = new double[in.readInt()][];
    for (int k = 0; k < weights.length; k++) {
      labels.add(in.readUTF());
      weights[k] = numbers(in);
    }
    return new Head(labels, weights);
  }

  private static List<Learned.Placed> placed(DataInputStream in) throws IOException {
    List<Learned.Placed> placed = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String topic = in.readUTF();
      String talk = in.readUTF();
      float[] vector = new float[in.readInt()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = in.readFloat();
      }
      placed.add(new Learned.Placed(topic, talk, vector));
    }
    return placed;
  }

  /** Writes it aside and moves it there, so that nobody ever reads half of it. */
  static void write(Path file, Learned learned) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = Files.createTempFile(file.getParent(), "learning", ".tmp");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside)))) {
      out.writeInt(MARK);
      write(out, learned.mean());
      write(out, learned.heads().flag());
      write(out, learned.heads().fact());
      write(out, learned.heads().topic());
      write(out, learned.examples());
    }
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(DataOutputStream out, double[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static void write(DataOutputStream out, Head head) throws IOException {
    out.writeInt(head.labels().size());
    for (int k = 0; k < head.labels().size(); k++) {
      out.writeUTF(head.labels().get(k));
      write(out, head.weights(k));
    }
  }

  private static void write(DataOutputStream out, List<Learned.Placed> placed) throws IOException {
    out.writeInt(placed.size());
    for (Learned.Placed each : placed) {
      out.writeUTF(each.topic());
      out.writeUTF(each.talk());
      out.writeInt(each.vector().length);
      for (float number : each.vector()) {
        out.writeFloat(number);
      }
    }
  }
}
