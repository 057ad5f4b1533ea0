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

/** Reads what became of facts of earlier versions: {@code renamed} and {@code retired}. */
public final class RenamesParser {
  private final Set<String> facts;
  private final Issues issues;

  public RenamesParser(Set<String> facts, Issues issues) {
    this.facts = facts;
    this.issues = issues;
  }

  public FactRenames read(MappingReader head) {
    Map<String, Scalar> renamed = new HashMap<>();
    head.group("renamed").forEach((old, now) -> name(now).ifPresent(id -> renamed.put(old, id)));
    List<Scalar> retired = head.list("retired");
    head.group("renamed").forEach((old, now) -> checkGone(new Scalar(now.at(), old)));
    retired.forEach(this::checkGone);
    Map<String, String> names = new HashMap<>();
    renamed.forEach((old, now) -> names.put(old, now.text()));
    FactRenames factRenames =
        new FactRenames(names, retired.stream().map(Scalar::text).collect(Collectors.toSet()));
    renamed.values().forEach(now -> checkKnown(now, factRenames));
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

  private void checkKnown(Scalar now, FactRenames factRenames) {
    if (!facts.contains(factRenames.now(now.text()))) {
      issues.add(
          now.at(),
          "'" + now.text() + "' is not a fact of facts.yaml.",
          Suggestion.oneOf(facts, now.text()));
    }
  }
}
