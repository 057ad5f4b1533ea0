package backtalk.library;

import backtalk.conversation.Level;
import backtalk.library.Node.Entries;
import backtalk.library.Node.Entry;
import backtalk.library.Node.Items;
import backtalk.library.Node.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One group of keys, read key by key. What is missing or of another kind is an issue, and something
 * empty takes its place, so that reading goes on.
 */
final class Fields {
  private final Spot at;
  private final Map<String, Entry> map;
  private final Issues issues;

  private Fields(Spot at, Map<String, Entry> map, Issues issues) {
    this.at = at;
    this.map = map;
    this.issues = issues;
  }

  /** Reports the keys that the shape does not know and those that it needs and are not there. */
  static Fields of(Node node, Shape shape, Issues issues) {
    return of(node.at(), node, shape, issues);
  }

  /** The same for the value of a key: what is missing there is reported where the key stands. */
  static Fields of(Entry entry, Shape shape, Issues issues) {
    return of(entry.at(), entry.value(), shape, issues);
  }

  private static Fields of(Spot at, Node node, Shape shape, Issues issues) {
    if (!(node instanceof Entries entries)) {
      issues.add(
          at,
          "Here is " + node.kind() + " where " + shape.kind() + " belongs.",
          "Write its keys: " + String.join(", ", shape.keys()) + ".");
      return new Fields(at, Map.of(), issues);
    }
    entries.map().forEach((key, entry) -> reportUnknown(key, entry, shape, issues));
    shape.required().stream()
        .filter(key -> !entries.map().containsKey(key))
        .forEach(key -> issues.add(at, "'" + key + "' is missing.", "Add '" + key + ":'."));
    return new Fields(at, entries.map(), issues);
  }

  private static void reportUnknown(String key, Entry entry, Shape shape, Issues issues) {
    if (!shape.keys().contains(key)) {
      issues.add(
          entry.at(),
          "'" + key + "' is not a key of " + shape.kind() + ".",
          unknownFix(key, entry.value(), shape));
    }
  }

  /** A sentence without quotes falls apart at its commas and colons: then that is the mistake. */
  private static String unknownFix(String key, Node value, Shape shape) {
    boolean isText = key.contains(" ") || value.kind().equals("nothing");
    String known = "Its keys are: " + String.join(", ", shape.keys()) + ".";
    return isText
        ? "If it is part of a text, put the whole text in double quotes."
        : DidYouMean.oneOf(shape.keys(), key, known);
  }

  Spot at() {
    return at;
  }

  boolean has(String key) {
    return map.containsKey(key);
  }

  /** Where the key stands, or the group where it does not. */
  Spot at(String key) {
    Entry entry = map.get(key);
    return entry == null ? at : entry.at();
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(map.get(key)).map(Entry::value);
  }

  /** The entry of a key; an empty group where there is none. */
  Entry entry(String key) {
    return map.getOrDefault(key, new Entry(at, new Entries(at, Map.of())));
  }

  /** The text of a key; empty where there is none. */
  String text(String key) {
    return maybe(key).orElse("");
  }

  /** The text of a key, if the key is there. */
  Optional<String> maybe(String key) {
    return scalar(key).map(Scalar::text);
  }

  /** The text of a key with its place, if the key is there and has one. */
  Optional<Scalar> scalar(String key) {
    return node(key).flatMap(node -> scalar("'" + key + "'", node));
  }

  private Optional<Scalar> scalar(String label, Node node) {
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      return Optional.of(scalar);
    }
    if (node instanceof Scalar) {
      issues.add(node.at(), label + " is empty.", "Write a text, or take it out.");
    } else {
      issues.add(
          node.at(),
          label + " is " + node.kind() + " where a text belongs.",
          "Write a text; put it in double quotes if it holds ': ', '#', '{' or '['.");
    }
    return Optional.empty();
  }

  /**
   * Yes or no, which may also be written true or false; {@code otherwise} where the key is absent.
   */
  boolean flag(String key, boolean otherwise) {
    return scalar(key).map(value -> flag(key, value)).orElse(otherwise);
  }

  private boolean flag(String key, Scalar value) {
    return switch (value.text()) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> {
        issues.add(value.at(), shown(key, value) + " is neither yes nor no.", "Write yes or no.");
        yield false;
      }
    };
  }

  /** The texts of a list; a single text counts as a list of one. */
  List<Scalar> list(String key) {
    return node(key).map(node -> list("'" + key + "'", node)).orElse(List.of());
  }

  private List<Scalar> list(String label, Node node) {
    return switch (node) {
      case Items items ->
          items.nodes().stream()
              .flatMap(item -> scalar("An item of " + label, item).stream())
              .toList();
      default -> scalar(label, node).stream().toList();
    };
  }

  /** The entries of a group of keys, in the order of the file. */
  Map<String, Entry> group(String key) {
    return node(key).map(node -> group("'" + key + "'", node, issues)).orElse(Map.of());
  }

  /** The entries of a group of keys, in the order of the file; anything else is an issue. */
  static Map<String, Entry> group(String label, Node node, Issues issues) {
    if (node instanceof Entries entries) {
      return entries.map();
    }
    issues.add(
        node.at(),
        label + " is " + node.kind() + " where keys belong.",
        "Write 'key: value' lines.");
    return Map.of();
  }

  /** The level that a key names, if it names one of these. */
  Optional<Level> level(String key, List<Level> allowed) {
    return scalar(key).flatMap(word -> level(key, word, allowed));
  }

  private Optional<Level> level(String key, Scalar word, List<Level> allowed) {
    Optional<Level> level = Level.named(word.text()).filter(allowed::contains);
    if (level.isEmpty()) {
      issues.add(
          word.at(),
          shown(key, word)
              + " is not a level"
              + (Level.named(word.text()).isEmpty() ? "." : " here."),
          DidYouMean.oneOf(allowed.stream().map(Level::word).toList(), word.text()));
    }
    return level;
  }

  private static String shown(String key, Scalar value) {
    return "'" + key + ": " + value.text() + "'";
  }
}
