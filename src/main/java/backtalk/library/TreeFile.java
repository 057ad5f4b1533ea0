package backtalk.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.library.Node.Entries;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Items;
import backtalk.library.Node.Scalar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Trees as bytes, which are read much quicker than YAML: what a program keeps for its own next
 * start. Each node is a letter, its line, and what it holds; in front of all stands a checksum,
 * because a text that decayed on the disk must not be told to anybody.
 */
final class TreeFile {
  private static final char SCALAR = 's';
  private static final char ITEMS = 'i';
  private static final char ENTRIES = 'e';

  private TreeFile() {}

  /** The trees as bytes. */
  static byte[] bytes(Trees trees) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    write(trees, new DataOutputStream(content));
    return ByteBuffer.allocate(Long.BYTES + content.size())
        .putLong(checksum(content.toByteArray(), 0))
        .put(content.toByteArray())
        .array();
  }

  private static long checksum(byte[] bytes, int from) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, bytes.length - from);
    return checksum.getValue();
  }

  private static void write(Trees trees, DataOutputStream out) throws IOException {
    out.writeInt(trees.roots().size());
    for (Map.Entry<String, Node> root : trees.roots().entrySet()) {
      write(root.getKey(), out);
      write(root.getValue(), out);
    }
  }

  private static void write(Node node, DataOutputStream out) throws IOException {
    switch (node) {
      case Scalar(Spot at, String text) -> {
        head(SCALAR, at, out);
        write(text, out);
      }
      case Items(Spot at, List<Node> nodes) -> {
        head(ITEMS, at, out);
        out.writeInt(nodes.size());
        for (Node each : nodes) {
          write(each, out);
        }
      }
      case Entries(Spot at, Map<String, Entry> map) -> {
        head(ENTRIES, at, out);
        out.writeInt(map.size());
        for (Map.Entry<String, Entry> entry : map.entrySet()) {
          write(entry.getKey(), out);
          out.writeInt(entry.getValue().at().line());
          write(entry.getValue().value(), out);
        }
      }
    }
  }

  private static void head(char kind, Spot at, DataOutputStream out) throws IOException {
    out.writeByte(kind);
    out.writeInt(at.line());
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * The trees of {@link #bytes}.
   *
   * @throws IOException where these are others, or not whole
   */
  static Trees read(byte[] bytes) throws IOException {
    if (bytes.length < Long.BYTES
        || ByteBuffer.wrap(bytes).getLong() != checksum(bytes, Long.BYTES)) {
      throw new IOException("not what was written");
    }
    return read(
        new DataInputStream(
            new ByteArrayInputStream(bytes, Long.BYTES, bytes.length - Long.BYTES)));
  }

  private static Trees read(DataInputStream in) throws IOException {
    Map<String, Node> roots = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String file = text(in);
      roots.put(file, node(file, in));
    }
    return new Trees(Ordered.copy(roots));
  }

  private static Node node(String file, DataInputStream in) throws IOException {
    byte kind = in.readByte();
    Spot at = new Spot(file, in.readInt());
    return switch (kind) {
      case SCALAR -> new Scalar(at, text(in));
      case ITEMS -> items(at, in);
      case ENTRIES -> entries(at, in);
      default -> throw new IOException("no tree of ours");
    };
  }

  private static Items items(Spot at, DataInputStream in) throws IOException {
    List<Node> nodes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      nodes.add(node(at.file(), in));
    }
    return new Items(at, nodes);
  }

  private static Entries entries(Spot at, DataInputStream in) throws IOException {
    Map<String, Entry> map = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = text(in);
      Spot place = new Spot(at.file(), in.readInt());
      map.put(key, new Entry(place, node(at.file(), in)));
    }
    return new Entries(at, Ordered.copy(map));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), UTF_8);
  }
}
