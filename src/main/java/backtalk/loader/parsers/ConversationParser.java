package backtalk.loader.parsers;

import backtalk.conversation.Conversation.About;
import backtalk.loader.Issues;
import backtalk.loader.checks.ReadingGrade;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Scalar;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the head of conversation.yaml: the conversation's name, language, version and answer
 * expiry.
 */
public final class ConversationParser {
  private static final KeySchema FILE =
      KeySchema.of("the file")
          .may(ReadingGrade.KEY)
          .needs(
              "id",
              "version",
              "language",
              "title",
              "fresh-for",
              "country",
              "numbers",
              "cautions",
              "begin",
              "anywhere",
              "states")
          .may("renamed", "retired");
  private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4})([mhd])");
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final Issues issues;

  public ConversationParser(Issues issues) {
    this.issues = issues;
  }

  public MappingReader fields(YamlNode root) {
    return MappingReader.of(root, FILE, issues);
  }

  public About about(MappingReader file, String hash) {
    file.scalar("version").ifPresent(this::checkVersion);
    return new About(
        file.text("id"),
        file.text("title"),
        file.text("language"),
        hash,
        file.scalar("fresh-for").map(this::duration).orElse(ONE_DAY));
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
}
