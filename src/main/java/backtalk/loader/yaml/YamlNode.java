package backtalk.loader.yaml;

import backtalk.loader.OrderedMaps;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A piece of a YAML file that knows its place. Every scalar is text: yes and no stay words. */
public sealed interface YamlNode {

  SourceLocation at();

  /** What it is, in the words of a mistake. */
  String kind();

  /** The same with every text changed. */
  YamlNode map(UnaryOperator<String> change);

  /** Every text below, keys left out. */
  Stream<Scalar> scalars();

  /** A text; empty where a key has no value. */
  record Scalar(SourceLocation at, String text) implements YamlNode {
    @Override
    public String kind() {
      return text.isEmpty() ? "nothing" : "a text";
    }

    @Override
    public YamlNode map(UnaryOperator<String> change) {
      return new Scalar(at, change.apply(text));
    }

    @Override
    public Stream<Scalar> scalars() {
      return Stream.of(this);
    }
  }

  /** A list. */
  record Items(SourceLocation at, List<YamlNode> nodes) implements YamlNode {
    public Items {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public YamlNode map(UnaryOperator<String> change) {
      return new Items(at, nodes.stream().map(node -> node.map(change)).toList());
    }

    @Override
    public Stream<Scalar> scalars() {
      return nodes.stream().flatMap(YamlNode::scalars);
    }
  }

  /** Keys and their values, in the order of the file. */
  record Entries(SourceLocation at, Map<String, Entry> map) implements YamlNode {
    @Override
    public String kind() {
      return "a group of keys";
    }

    @Override
    public YamlNode map(UnaryOperator<String> change) {
      return new Entries(
          at, OrderedMaps.mapped(map, entry -> new Entry(entry.at(), entry.value().map(change))));
    }

    @Override
    public Stream<Scalar> scalars() {
      return map.values().stream().flatMap(entry -> entry.value().scalars());
    }
  }

  /** The value of a key, and where the key stands. */
  record Entry(SourceLocation at, YamlNode value) {}
}
