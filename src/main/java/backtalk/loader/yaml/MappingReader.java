package backtalk.loader.yaml;

import backtalk.conversation.Urgency;
import backtalk.loader.Issues;
import backtalk.loader.Suggestion;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One group of keys, read key by key. What is missing or of another kind is an issue, and something
 * empty takes its place, so that reading goes on.
 */
public final class MappingReader {
  private final SourceLocation at;
  private final Map<String, Entry> map;
  private final Issues issues;

  private MappingReader(SourceLocation at, Map<String, Entry> map, Issues issues) {
    this.at = at;
    this.map = map;
    this.issues = issues;
  }

  /** Reports the keys that the shape does not know and those that it needs and are not there. */
  public static MappingReader of(YamlNode node, KeySchema keySchema, Issues issues) {
    return of(node.at(), node, keySchema, issues);
  }

  /** The same for the value of a key: what is missing there is reported where the key stands. */
  public static MappingReader of(Entry entry, KeySchema keySchema, Issues issues) {
    return of(entry.at(), entry.value(), keySchema, issues);
  }

  private static MappingReader of(
      SourceLocation at, YamlNode node, KeySchema keySchema, Issues issues) {
    if (!(node instanceof Entries entries)) {
      issues.add(
          at,
          "Here is " + node.kind() + " where " + keySchema.kind() + " belongs.",
          "Write its keys: " + String.join(", ", keySchema.keys()) + ".");
      return new MappingReader(at, Map.of(), issues);
    }
    entries.map().forEach((key, entry) -> reportUnknown(key, entry, keySchema, issues));
    keySchema.required().stream()
        .filter(key -> !entries.map().containsKey(key))
        .forEach(key -> issues.add(at, "'" + key + "' is missing.", "Add '" + key + ":'."));
    return new MappingReader(at, entries.map(), issues);
  }

  private static void reportUnknown(String key, Entry entry, KeySchema keySchema, Issues issues) {
    if (!keySchema.keys().contains(key)) {
      issues.add(
          entry.at(),
          "'" + key + "' is not a key of " + keySchema.kind() + ".",
          unknownFix(key, entry.value(), keySchema));
    }
  }

  /** A sentence without quotes falls apart at its commas and colons: then that is the mistake. */
  private static String unknownFix(String key, YamlNode value, KeySchema keySchema) {
    boolean isText = key.contains(" ") || value.kind().equals("nothing");
    String known = "Its keys are: " + String.join(", ", keySchema.keys()) + ".";
    return isText
        ? "If it is part of a text, put the whole text in double quotes."
        : Suggestion.oneOf(keySchema.keys(), key, known);
  }

  public SourceLocation at() {
    return at;
  }

  public boolean has(String key) {
    return map.containsKey(key);
  }

  /** Where the key stands, or the group where it does not. */
  public SourceLocation at(String key) {
    Entry entry = map.get(key);
    return entry == null ? at : entry.at();
  }

  public Optional<YamlNode> node(String key) {
    return Optional.ofNullable(map.get(key)).map(Entry::value);
  }

  /** The entry of a key; an empty group where there is none. */
  public Entry entry(String key) {
    return map.getOrDefault(key, new Entry(at, new Entries(at, Map.of())));
  }

  /** The text of a key; empty where there is none. */
  public String text(String key) {
    return maybe(key).orElse("");
  }

  /** The text of a key, if the key is there. */
  public Optional<String> maybe(String key) {
    return scalar(key).map(Scalar::text);
  }

  /** The text of a key with its place, if the key is there and has one. */
  public Optional<Scalar> scalar(String key) {
    return node(key).flatMap(node -> scalar("'" + key + "'", node));
  }

  private Optional<Scalar> scalar(String label, YamlNode node) {
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
  public boolean flag(String key, boolean otherwise) {
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
  public List<Scalar> list(String key) {
    return node(key).map(node -> list("'" + key + "'", node)).orElse(List.of());
  }

  private List<Scalar> list(String label, YamlNode node) {
    return switch (node) {
      case Items items ->
          items.nodes().stream()
              .flatMap(item -> scalar("An item of " + label, item).stream())
              .toList();
      default -> scalar(label, node).stream().toList();
    };
  }

  /** The entries of a group of keys, in the order of the file. */
  public Map<String, Entry> group(String key) {
    return node(key).map(node -> group("'" + key + "'", node, issues)).orElse(Map.of());
  }

  /** The entries of a group of keys, in the order of the file; anything else is an issue. */
  public static Map<String, Entry> group(String label, YamlNode node, Issues issues) {
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
  public Optional<Urgency> level(String key, List<Urgency> allowed) {
    return scalar(key).flatMap(word -> level(key, word, allowed));
  }

  private Optional<Urgency> level(String key, Scalar word, List<Urgency> allowed) {
    Optional<Urgency> level = Urgency.named(word.text()).filter(allowed::contains);
    if (level.isEmpty()) {
      issues.add(
          word.at(),
          shown(key, word)
              + " is not a level"
              + (Urgency.named(word.text()).isEmpty() ? "." : " here."),
          Suggestion.oneOf(allowed.stream().map(Urgency::word).toList(), word.text()));
    }
    return level;
  }

  private static String shown(String key, Scalar value) {
    return "'" + key + ": " + value.text() + "'";
  }
}
