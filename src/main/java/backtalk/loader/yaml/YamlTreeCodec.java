package backtalk.loader.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Encodes parsed YAML files in a binary form, which is read ten times faster than YAML. Each node
 * is a letter, its line and its content; texts and collections begin with their length.
 */
public final class YamlTreeCodec {
  private static final char SCALAR = 's';
  private static final char ITEMS = 'i';
  private static final char ENTRIES = 'e';

  private YamlTreeCodec() {}

  /** Returns the binary form of all files. */
  public static byte[] encode(YamlDocuments documents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeInt(documents.roots().size());
      for (Map.Entry<String, YamlNode> root : documents.roots().entrySet()) {
        write(root.getKey(), out);
        write(root.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(YamlNode node, DataOutputStream out) throws IOException {
    out.writeByte(
        switch (node) {
          case Scalar scalar -> SCALAR;
          case Items items -> ITEMS;
          case Entries entries -> ENTRIES;
        });
    out.writeInt(node.at().line());
    switch (node) {
      case Scalar(SourceLocation at, String text) -> write(text, out);
      case Items(SourceLocation at, List<YamlNode> nodes) -> {
        out.writeInt(nodes.size());
        for (YamlNode item : nodes) {
          write(item, out);
        }
      }
      case Entries(SourceLocation at, Map<String, Entry> map) -> {
        out.writeInt(map.size());
        for (Map.Entry<String, Entry> entry : map.entrySet()) {
          write(entry.getKey(), out);
          out.writeInt(entry.getValue().at().line());
          write(entry.getValue().value(), out);
        }
      }
    }
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Returns the files of a binary form; empty when it is of another version. */
  public static Optional<YamlDocuments> decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Map<String, YamlNode> roots = new LinkedHashMap<>();
    try {
      for (int left = in.getInt(); left > 0; left--) {
        String file = text(in);
        roots.put(file, node(file, in));
      }
      return Optional.of(new YamlDocuments(OrderedMaps.copy(roots)));
    } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
      return Optional.empty();
    }
  }

  private static YamlNode node(String file, ByteBuffer in) {
    char kind = (char) in.get();
    SourceLocation at = location(file, in);
    return switch (kind) {
      case SCALAR -> new Scalar(at, text(in));
      case ITEMS ->
          new Items(at, IntStream.range(0, in.getInt()).mapToObj(i -> node(file, in)).toList());
      case ENTRIES -> entries(at, in);
      default -> throw new IllegalArgumentException("no such kind of node");
    };
  }

  private static Entries entries(SourceLocation at, ByteBuffer in) {
    Map<String, Entry> map = new LinkedHashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      map.put(text(in), new Entry(location(at.file(), in), node(at.file(), in)));
    }
    return new Entries(at, OrderedMaps.copy(map));
  }

  private static SourceLocation location(String file, ByteBuffer in) {
    return new SourceLocation(file, in.getInt());
  }

  private static String text(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return new String(bytes, UTF_8);
  }
}
