package backtalk.loader.parsers;

import backtalk.conversation.FactRenames;
import backtalk.loader.Issues;
import backtalk.loader.Suggestion;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Parses {@code renamed} and {@code retired}: the facts of earlier versions that are gone. */
public final class RenamesParser {
  private final Set<String> facts;
  private final Issues issues;

  public RenamesParser(Set<String> facts, Issues issues) {
    this.facts = facts;
    this.issues = issues;
  }

  public FactRenames read(MappingReader head) {
    Map<String, Scalar> renamed = new HashMap<>();
    head.group("renamed")
        .forEach((old, current) -> name(current).ifPresent(id -> renamed.put(old, id)));
    List<Scalar> retired = head.list("retired");
    head.group("renamed").forEach((old, current) -> checkGone(new Scalar(current.at(), old)));
    retired.forEach(this::checkGone);
    Map<String, String> names = new HashMap<>();
    renamed.forEach((old, current) -> names.put(old, current.text()));
    FactRenames factRenames =
        new FactRenames(names, retired.stream().map(Scalar::text).collect(Collectors.toSet()));
    renamed.values().forEach(current -> checkKnown(current, factRenames));
    return factRenames;
  }

  private Optional<Scalar> name(YamlNode.Entry entry) {
    if (entry.value() instanceof Scalar id) {
      return Optional.of(id);
    }
    issues.add(entry.at(), "Here belongs the id of a fact.", "Write 'old-id: new-id'.");
    return Optional.empty();
  }

  private void checkGone(Scalar old) {
    if (facts.contains(old.text())) {
      issues.add(
          old.at(),
          "'" + old.text() + "' is still a fact of facts.yaml.",
          "Take it out here: only what is gone belongs here.");
    }
  }

  private void checkKnown(Scalar current, FactRenames factRenames) {
    if (!facts.contains(factRenames.now(current.text()))) {
      issues.add(
          current.at(),
          "'" + current.text() + "' is not a fact of facts.yaml.",
          Suggestion.oneOf(facts, current.text()));
    }
  }
}
