package backtalk.loader;

import static org.assertj.core.api.Assertions.assertThat;

import backtalk.loader.checks.EnginePhrases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that every conversation file is valid by the JSON schema that its first line names, as
 * editors check it.
 */
class SchemaTest {
  private static final Path CONVERSATIONS =
      Path.of(System.getProperty("backtalk.home", "."), "conversations");
  private static final Path SCHEMA = CONVERSATIONS.resolve("conversation.schema.json");
  private static final Pattern FIRST_LINE =
      Pattern.compile("# yaml-language-server: \\$schema=(\\S+)#/\\$defs/(\\S+)");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(CONVERSATIONS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isValidByTheSchemaOfItsFirstLine(Path file) throws IOException {
    Matcher first = FIRST_LINE.matcher(Files.readAllLines(file).getFirst());

    assertThat(first.matches()).as("the first line names the schema").isTrue();
    assertThat(file.resolveSibling(first.group(1)).normalize()).isEqualTo(SCHEMA.normalize());
    assertThat(mistakes(Files.readString(file), first.group(2))).isEmpty();
  }

  @Test
  void anUnknownKeyIsInvalid() throws IOException {
    assertThat(mistakes("swelling: {nam: a swelling}", "facts")).isNotEmpty();
  }

  @Test
  void itsPhrasesAreThoseOfTheEngine() throws IOException {
    JsonNode phrases = new ObjectMapper().readTree(SCHEMA.toFile()).at("/$defs/phrases");

    assertThat(phrases.get("properties").propertyStream().map(java.util.Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(EnginePhrases.ALL.keySet());
  }

  private static List<String> mistakes(String yaml, String part) throws IOException {
    ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(SCHEMA.toFile());
    schema.put("$ref", "#/$defs/" + part);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(new YAMLMapper().readTree(yaml))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
