package backtalk.loader.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the trees of parsed YAML files as bytes and reads them again, which is much faster than
 * parsing the files.
 *
 * <p>A number is an int, and a text is its length in bytes and UTF-8. Each node is a letter for its
 * kind, its line, and a text, or a count with that many nodes, in a mapping each after its key and
 * the line of the key.
 */
public final class ParsedYaml {
  private static final byte SCALAR = 's';
  private static final byte ITEMS = 'i';
  private static final byte ENTRIES = 'e';

  private ParsedYaml() {}

  /** Writes the trees of all files. */
  public static void write(YamlDocuments documents, DataOutput out) throws IOException {
    out.writeInt(documents.roots().size());
    for (Map.Entry<String, YamlNode> root : documents.roots().entrySet()) {
      write(root.getKey(), out);
      write(root.getValue(), out);
    }
  }

  private static void write(YamlNode node, DataOutput out) throws IOException {
    switch (node) {
      case Scalar(SourceLocation at, String text) -> {
        begin(SCALAR, at, out);
        write(text, out);
      }
      case Items(SourceLocation at, List<YamlNode> nodes) -> {
        begin(ITEMS, at, out);
        out.writeInt(nodes.size());
        for (YamlNode each : nodes) {
          write(each, out);
        }
      }
      case Entries(SourceLocation at, Map<String, Entry> map) -> {
        begin(ENTRIES, at, out);
        out.writeInt(map.size());
        for (Map.Entry<String, Entry> entry : map.entrySet()) {
          write(entry.getKey(), out);
          out.writeInt(entry.getValue().at().line());
          write(entry.getValue().value(), out);
        }
      }
    }
  }

  private static void begin(byte kind, SourceLocation at, DataOutput out) throws IOException {
    out.writeByte(kind);
    out.writeInt(at.line());
  }

  private static void write(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it ends early or holds something else
   */
  public static YamlDocuments read(DataInput in) throws IOException {
    Map<String, YamlNode> roots = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String file = text(in);
      roots.put(file, node(file, in));
    }
    return new YamlDocuments(Map.copyOf(roots));
  }

  private static YamlNode node(String file, DataInput in) throws IOException {
    byte kind = in.readByte();
    SourceLocation at = new SourceLocation(file, in.readInt());
    return switch (kind) {
      case SCALAR -> new Scalar(at, text(in));
      case ITEMS -> new Items(at, nodes(file, in));
      case ENTRIES -> new Entries(at, entries(file, in));
      default -> throw new IOException("no kind of node: " + kind);
    };
  }

  private static List<YamlNode> nodes(String file, DataInput in) throws IOException {
    List<YamlNode> nodes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      nodes.add(node(file, in));
    }
    return nodes;
  }

  private static Map<String, Entry> entries(String file, DataInput in) throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = text(in);
      SourceLocation at = new SourceLocation(file, in.readInt());
      entries.put(key, new Entry(at, node(file, in)));
    }
    return OrderedMaps.copy(entries);
  }

  private static String text(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, UTF_8);
  }
}
