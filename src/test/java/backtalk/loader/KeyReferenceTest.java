package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The tables of keys say what the JSON Schema says. */
class KeyReferenceTest {
  private static final Path HOME = Path.of(System.getProperty("backtalk.home", "."));
  private static final Path REFERENCE = HOME.resolve("conversations/KEYS.md");
  private static final Path SCHEMA = HOME.resolve("conversations/conversation.schema.json");
  private static final Path EXPECTED = HOME.resolve("target/keys.md");
  private static final String FROM = "<!-- keys: written from conversation.schema.json -->\n";
  private static final String TO = "<!-- end of keys -->";
  private static final String BY_ID = "/patternProperties/^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

  @Test
  void theTablesAreThoseOfTheSchema() throws IOException {
    String reference = Files.readString(REFERENCE);
    String tables = tables(new ObjectMapper().readTree(SCHEMA.toFile()));
    Files.writeString(EXPECTED, tables);

    assertThat(reference.substring(reference.indexOf(FROM) + FROM.length(), reference.indexOf(TO)))
        .as("the tables of keys in %s; the right ones stand in %s", REFERENCE, EXPECTED)
        .isEqualTo(tables);
  }

  /** The headings, and where in the schema their keys stand. */
  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("conversation.yaml", "conversation");
    parts.put("conversation.yaml: the limits", "conversation/properties/limits");
    parts.put("conversation.yaml: a state", "state");
    parts.put("conversation.yaml: a transition", "transition");
    parts.put("conversation.yaml: the numbers of a country", "numbers");
    parts.put("facts.yaml: a fact that is asked", "fact/oneOf/0");
    parts.put("facts.yaml: a fact worked out from others", "fact/oneOf/1");
    parts.put("outcomes.yaml: an outcome", "outcome");
    parts.put("topics.yaml: a topic", "topic");
    parts.put("topics.yaml: a picture", "picture");
    parts.put("sources.yaml", "sources");
    parts.put("sources.yaml: a source", "source");
    parts.put("sources.yaml: a claim", "claim");
    parts.put("wording/facts.yaml: a fact", "wording-facts" + BY_ID);
    parts.put("wording/answers.yaml", "wording-answers");
    parts.put("wording/verbs.yaml", "wording-verbs");
    parts.put("wording/flags.yaml", "wording-flags");
    parts.put("wording/lexicon.yaml", "wording-lexicon");
    parts.put("wording/lexicon.yaml: a fact", "wording-lexicon/properties/facts" + BY_ID);
    parts.put("wording/slang.yaml", "wording-slang");
    parts.put("tests/: after bot", "step/oneOf/1/properties/bot");
    return parts;
  }

  private static String tables(JsonNode schema) {
    return parts().entrySet().stream()
        .map(part -> table(part.getKey(), schema.at("/$defs/" + part.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String table(String heading, JsonNode part) {
    List<String> required = texts(part.path("required")).toList();
    List<String> lines = new ArrayList<>();
    lines.add("### " + heading + "\n");
    lines.add("| key | needed | what |");
    lines.add("| --- | --- | --- |");
    part.path("properties")
        .properties()
        .forEach(key -> lines.add(row(key, required.contains(key.getKey()))));
    return String.join("\n", lines) + "\n";
  }

  private static String row(Map.Entry<String, JsonNode> key, boolean needed) {
    return "| `%s` | %s | %s%s |"
        .formatted(
            key.getKey(),
            needed ? "yes" : "",
            key.getValue().path("description").asText().replace("|", "\\|").replace("<", "&lt;"),
            values(key.getValue()));
  }

  private static String values(JsonNode key) {
    List<String> values = texts(key.path("enum")).toList();
    return values.isEmpty() ? "" : " One of: " + String.join(", ", values) + ".";
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
  }
}
