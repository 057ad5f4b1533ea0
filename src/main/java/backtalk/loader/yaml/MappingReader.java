package backtalk.loader.yaml;

import backtalk.conversation.Urgency;
import backtalk.loader.ClosestName;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.YamlNode.Entries;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Items;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a YAML mapping key by key. A value that is missing or of the wrong kind is an issue, and an
 * empty value takes its place, so that reading goes on.
 */
public record MappingReader(SourceLocation at, Map<String, Entry> map, Issues issues) {

  /** Creates a reader, and reports unknown keys and missing required keys. */
  public static MappingReader of(YamlNode node, KeySchema keySchema, Issues issues) {
    return of(node.at(), node, keySchema, issues);
  }

  /**
   * Creates a reader for the value of a key. Missing keys are reported at the location of that key.
   */
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

  /**
   * Suggests the fix for an unknown key. An unquoted sentence is parsed as a mapping at its colons
   * and commas, so a key with a space, or without a value, is probably part of a text.
   */
  private static String unknownFix(String key, YamlNode value, KeySchema keySchema) {
    boolean isText = key.contains(" ") || value.kind().equals("nothing");
    String known = "Its keys are: " + String.join(", ", keySchema.keys()) + ".";
    return isText
        ? "If it is part of a text, put the whole text in double quotes."
        : ClosestName.suggestion(keySchema.keys(), key, known);
  }

  public boolean has(String key) {
    return map.containsKey(key);
  }

  /** Returns the location of a key, or of the mapping when the key is absent. */
  public SourceLocation at(String key) {
    Entry entry = map.get(key);
    return entry == null ? at : entry.at();
  }

  public Optional<YamlNode> node(String key) {
    return Optional.ofNullable(map.get(key)).map(Entry::value);
  }

  /** Returns the nodes of a list, or the only node; none when the key is absent. */
  public List<YamlNode> nodes(String key) {
    return node(key).map(YamlNode::listed).orElse(List.of());
  }

  /** Returns the entry of a key, or an empty mapping when the key is absent. */
  public Entry entry(String key) {
    return map.getOrDefault(key, new Entry(at, new Entries(at, Map.of())));
  }

  /** Returns the text of a key, or an empty text when the key is absent. */
  public String text(String key) {
    return optionalText(key).orElse("");
  }

  /** Returns the text of a key, or empty when the key is absent. */
  public Optional<String> optionalText(String key) {
    return scalar(key).map(Scalar::text);
  }

  /**
   * Returns the text of a key with its location, or empty when the key is absent or has no text.
   */
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
   * Returns the boolean of a key, written yes, no, true or false; {@code otherwise} when the key is
   * absent.
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

  /** Returns the texts of a list. A single text counts as a list of one. */
  public List<Scalar> list(String key) {
    boolean isList = node(key).orElse(null) instanceof Items;
    String label = (isList ? "An item of '" : "'") + key + "'";
    return nodes(key).stream().flatMap(item -> scalar(label, item).stream()).toList();
  }

  /** Returns the entries of a nested mapping, in file order. */
  public Map<String, Entry> group(String key) {
    return node(key).map(node -> group("'" + key + "'", node, issues)).orElse(Map.of());
  }

  /** Returns the entries of a mapping, in file order. Any other kind of node is an issue. */
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

  /** Returns the texts of a nested mapping, in file order; a value without a text is an issue. */
  public Map<String, String> texts(String key) {
    return texts(at(key), group(key), issues);
  }

  /** Returns the texts of a file, in file order; a value without a text is an issue. */
  public static Map<String, String> texts(YamlNode root, Issues issues) {
    return texts(root.at(), group("The file", root, issues), issues);
  }

  private static Map<String, String> texts(
      SourceLocation at, Map<String, Entry> group, Issues issues) {
    MappingReader texts = new MappingReader(at, group, issues);
    return OrderedMaps.mapEntries(group, (key, entry) -> texts.text(key));
  }

  /** Returns the urgency that a key names, or empty when it names none of {@code allowed}. */
  public Optional<Urgency> urgency(String key, List<Urgency> allowed) {
    return scalar(key).flatMap(word -> urgency(key, word, allowed));
  }

  private Optional<Urgency> urgency(String key, Scalar word, List<Urgency> allowed) {
    Optional<Urgency> urgency = Urgency.named(word.text()).filter(allowed::contains);
    if (urgency.isEmpty()) {
      issues.add(
          word.at(),
          shown(key, word)
              + " is not a level"
              + (Urgency.named(word.text()).isEmpty() ? "." : " here."),
          ClosestName.suggestion(allowed.stream().map(Urgency::word).toList(), word.text()));
    }
    return urgency;
  }

  private static String shown(String key, Scalar value) {
    return "'" + key + ": " + value.text() + "'";
  }
}
