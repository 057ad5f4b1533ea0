package backtalk.loader.parsers;

import backtalk.conversation.Conversation.About;
import backtalk.conversation.Fact;
import backtalk.conversation.FactRenames;
import backtalk.loader.ClosestName;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parses the head of conversation.yaml: name, language, version, answer expiry, and the facts of
 * earlier versions that are gone.
 */
record HeadParser(MappingReader file, Issues issues) {
  private static final KeySchema FILE =
      KeySchema.of("the file")
          .needs("id", "version", "language", "title", "fresh-for", "country", "numbers")
          .needs("cautions", "begin", "anywhere", "states", "topic-groups")
          .may("reading-grade", "limits", "renamed", "retired", "most-asked");
  private static final KeySchema LIMITS =
      KeySchema.of("the limits").may("answer", "unfolded", "sentences", "buttons", "menu-rows");
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4})([mhd])");
  private static final int MOST_ASKED = 3;
  private static final Duration ONE_DAY = Duration.ofDays(1);

  static HeadParser of(YamlNode root, Issues issues) {
    MappingReader file = MappingReader.of(root, FILE, issues);
    file.node("limits").ifPresent(node -> MappingReader.of(node, LIMITS, issues));
    return new HeadParser(file, issues);
  }

  About about(String hash) {
    file.scalar("version").ifPresent(this::checkVersion);
    return new About(
        file.text("id"),
        file.text("title"),
        file.text("language"),
        hash,
        file.scalar("fresh-for").map(this::duration).orElse(ONE_DAY));
  }

  /** Parses the topics that /start offers. */
  List<Scalar> mostAsked() {
    List<Scalar> topics = file.list("most-asked");
    if (file.has("most-asked") && topics.size() != MOST_ASKED) {
      issues.add(
          file.at("most-asked"),
          "'most-asked' names " + topics.size() + " topics.",
          "Name the three that people ask most.");
    }
    return topics;
  }

  private void checkVersion(Scalar version) {
    if (!version.text().matches("[1-9][0-9]{0,8}")) {
      issues.add(version.at(), "'version: " + version.text() + "' is no number.", "Count from 1.");
    }
  }

  private Duration duration(Scalar text) {
    Matcher parts = DURATION.matcher(text.text());
    if (!parts.matches()) {
      issues.add(
          text.at(),
          "'" + text.text() + "' is not a length of time.",
          "Write a number and m, h or d, like 24h or 3d.");
      return ONE_DAY;
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Parses {@code renamed} and {@code retired}; both may name only facts that can be answered. */
  FactRenames renames(Map<String, Fact> facts) {
    Set<String> known =
        facts.values().stream()
            .filter(fact -> !fact.workedOut())
            .map(Fact::id)
            .collect(Collectors.toSet());
    Map<String, Scalar> renamed = new HashMap<>();
    List<Scalar> retired = file.list("retired");
    file.group("renamed").forEach((old, entry) -> rename(old, entry, renamed));
    file.group("renamed").forEach((old, entry) -> checkGone(new Scalar(entry.at(), old), known));
    retired.forEach(old -> checkGone(old, known));
    FactRenames renames =
        new FactRenames(
            OrderedMaps.mapValues(renamed, Scalar::text),
            retired.stream().map(Scalar::text).collect(Collectors.toSet()));
    renamed.values().forEach(current -> checkKnown(current, renames, known));
    return renames;
  }

  private void rename(String old, Entry current, Map<String, Scalar> renamed) {
    if (current.value() instanceof Scalar id) {
      renamed.put(old, id);
    } else {
      issues.add(current.at(), "Here belongs the id of a fact.", "Write 'old-id: new-id'.");
    }
  }

  private void checkGone(Scalar old, Set<String> known) {
    if (known.contains(old.text())) {
      issues.add(
          old.at(),
          "'" + old.text() + "' is still a fact of facts.yaml.",
          "Take it out here: only what is gone belongs here.");
    }
  }

  private void checkKnown(Scalar current, FactRenames renames, Set<String> known) {
    if (!known.contains(renames.now(current.text()))) {
      issues.add(
          current.at(),
          "'" + current.text() + "' is not a fact of facts.yaml.",
          ClosestName.suggestion(known, current.text()));
    }
  }
}
