package backtalk.loader.yaml;

import backtalk.loader.OrderedMaps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Represents a YAML node with its source location. Every scalar is text: yes and no stay words. */
public sealed interface YamlNode {

  SourceLocation at();

  /** Returns the description of this kind of node in issues. */
  String kind();

  /** Returns the same node with every text transformed. */
  YamlNode map(UnaryOperator<String> change);

  /** Returns every text in this node, without keys. */
  Stream<Scalar> scalars();

  /** Returns the nodes of a list; any other node counts as a list of one. */
  default List<YamlNode> listed() {
    return this instanceof Items items ? items.nodes() : List.of(this);
  }

  /** Returns the entry of a key of a mapping, or of an index of a list. */
  default Optional<Entry> child(String step) {
    return switch (this) {
      case Entries entries -> Optional.ofNullable(entries.map().get(step));
      case Items items ->
          items.nodes().stream()
              .skip(Integer.parseInt(step))
              .findFirst()
              .map(node -> new Entry(node.at(), node));
      case Scalar scalar -> Optional.empty();
    };
  }

  /** Holds a text; empty for a key without a value. */
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

  /** Holds a list. */
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

  /** Holds a mapping, in file order. */
  record Entries(SourceLocation at, Map<String, Entry> map) implements YamlNode {
    @Override
    public String kind() {
      return "a group of keys";
    }

    @Override
    public YamlNode map(UnaryOperator<String> change) {
      return new Entries(
          at,
          OrderedMaps.mapValues(map, entry -> new Entry(entry.at(), entry.value().map(change))));
    }

    @Override
    public Stream<Scalar> scalars() {
      return map.values().stream().flatMap(entry -> entry.value().scalars());
    }
  }

  /** Pairs the value of a key with the location of the key. */
  record Entry(SourceLocation at, YamlNode value) {}
}
