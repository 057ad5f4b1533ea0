package backtalk.embedding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Keeps the embeddings of training examples in a file, because embedding takes most of the time of
 * a training and most examples are unchanged since the last one.
 *
 * <p>A checksum comes last: of a damaged file, or one by another embedder, nothing is used.
 *
 * @param path the file
 * @param embedder hash of the embedding model and of the classes that embed
 */
record VectorFile(Path path, String embedder) {

  /** Returns the file in a folder. */
  static VectorFile in(Path folder, String embedder) {
    return new VectorFile(folder.resolve("vectors.bin"), embedder);
  }

  /** Reads the vectors by their texts. */
  Map<String, float[]> read() {
    if (!Files.exists(path)) {
      return Map.of();
    }
    CRC32 checksum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(path)), checksum))) {
      boolean own = in.readUTF().equals(embedder);
      Map<String, float[]> vectors = own ? vectors(in) : Map.of();
      long sum = checksum.getValue();
      return own && in.readLong() == sum ? vectors : Map.of();
    } catch (IOException | NegativeArraySizeException e) {
      return Map.of();
    }
  }

  private static Map<String, float[]> vectors(DataInputStream in) throws IOException {
    Map<String, float[]> vectors = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String text = in.readUTF();
      float[] vector = new float[in.readShort()];
      for (int i = 0; i < vector.length; i++) {
        vector[i] = in.readFloat();
      }
      vectors.put(text, vector);
    }
    return vectors;
  }

  /**
   * Writes vectors by their texts in place of those before, or returns false when that is
   * impossible.
   */
  boolean write(Map<String, float[]> vectors) {
    try {
      TrainedModelFile.replace(path, temporary -> write(vectors, temporary));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void write(Map<String, float[]> vectors, Path temporary) throws IOException {
    CRC32 checksum = new CRC32();
    OutputStream file = new BufferedOutputStream(Files.newOutputStream(temporary));
    try (DataOutputStream out = new DataOutputStream(new CheckedOutputStream(file, checksum))) {
      out.writeUTF(embedder);
      out.writeInt(vectors.size());
      for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
        write(out, entry.getKey(), entry.getValue());
      }
      out.writeLong(checksum.getValue());
    }
  }

  private static void write(DataOutputStream out, String text, float[] vector) throws IOException {
    out.writeUTF(text);
    out.writeShort(vector.length);
    for (float number : vector) {
      out.writeFloat(number);
    }
  }
}
