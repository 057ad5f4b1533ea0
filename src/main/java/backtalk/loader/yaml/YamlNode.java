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

  /** Holds a text; empty for a key without a value. */
  record Scalar(SourceLocation at, String text) implements YamlNode {}

  record Items(SourceLocation at, List<YamlNode> nodes) implements YamlNode {
    public Items {
      nodes = List.copyOf(nodes);
    }
  }

  /** Holds a mapping, in file order. */
  record Entries(SourceLocation at, Map<String, Entry> map) implements YamlNode {}

  /** Pairs the value of a key with the location of the key. */
  record Entry(SourceLocation at, YamlNode value) {}

  /** Returns the description of this kind of node in issues. */
  default String kind() {
    return switch (this) {
      case Scalar scalar -> scalar.text().isEmpty() ? "nothing" : "a text";
      case Items items -> "a list";
      case Entries entries -> "a group of keys";
    };
  }

  /** Returns the same node with every text transformed. */
  default YamlNode map(UnaryOperator<String> change) {
    return switch (this) {
      case Scalar(SourceLocation at, String text) -> new Scalar(at, change.apply(text));
      case Items(SourceLocation at, List<YamlNode> nodes) ->
          new Items(at, nodes.stream().map(node -> node.map(change)).toList());
      case Entries(SourceLocation at, Map<String, Entry> map) ->
          new Entries(
              at,
              OrderedMaps.mapValues(
                  map, entry -> new Entry(entry.at(), entry.value().map(change))));
    };
  }

  /** Returns every text in this node, without keys. */
  default Stream<Scalar> scalars() {
    return switch (this) {
      case Scalar scalar -> Stream.of(scalar);
      case Items items -> items.nodes().stream().flatMap(YamlNode::scalars);
      case Entries entries ->
          entries.map().values().stream().flatMap(entry -> entry.value().scalars());
    };
  }

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
}
