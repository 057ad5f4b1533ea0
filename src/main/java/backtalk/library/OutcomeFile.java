package backtalk.library;

import backtalk.conversation.Level;
import backtalk.conversation.Outcome;
import backtalk.library.Node.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads outcomes.yaml. */
final class OutcomeFile {
  private static final Shape OUTCOME =
      Shape.of("an outcome")
          .needs("level", "title", "recall", "means", "do")
          .may("opens-with", "now", "watch", "movements", "reasons");

  private static final List<Level> LEVELS =
      Arrays.stream(Level.values()).filter(level -> level != Level.SEE_DOCTOR_TODAY).toList();

  private final Lines lines;
  private final Issues issues;

  OutcomeFile(Lines lines, Issues issues) {
    this.lines = lines;
    this.issues = issues;
  }

  Map<String, Outcome> read(Node root) {
    return Ordered.keyed(Fields.group("The file", root, issues), this::outcome);
  }

  private Outcome outcome(String id, Entry entry) {
    Fields fields = Fields.of(entry, OUTCOME, issues);
    Level level = fields.level("level", LEVELS).orElse(Level.EMERGENCY);
    checkOpening(fields, level);
    return new Outcome(
        id,
        level,
        opening(fields),
        card(fields),
        fields.flag("reasons", true),
        calm(fields, level));
  }

  private Outcome.Opening opening(Fields fields) {
    return new Outcome.Opening(
        lines.choice(fields, "title"),
        lines.choice(fields, "opens-with"),
        lines.read(fields, "recall"));
  }

  private Outcome.Card card(Fields fields) {
    return new Outcome.Card(
        lines.read(fields, "means"),
        lines.read(fields, "do"),
        lines.read(fields, "now"),
        lines.read(fields, "watch"));
  }

  /** Cautions go with every calm ending, and with every one that offers movements. */
  private boolean calm(Fields fields, Level level) {
    boolean movements = fields.flag("movements", false);
    if (movements && level.atLeast(Level.PROFESSIONAL)) {
      issues.add(
          fields.at("movements"),
          "An ending of level '" + level.word() + "' offers movements.",
          "Take 'movements' out: with a warning sign no exercise is offered.");
    }
    return movements || !level.atLeast(Level.PROFESSIONAL);
  }

  private void checkOpening(Fields fields, Level level) {
    boolean emergency = level == Level.EMERGENCY;
    if (emergency && !fields.has("opens-with")) {
      issues.add(
          fields.at(),
          "'opens-with' is missing.",
          "Add the line that every reply opens with while this emergency stands.");
    }
    if (!emergency && fields.has("opens-with")) {
      issues.add(
          fields.at("opens-with"),
          "'opens-with' is only said in an emergency.",
          "Take it out, or set 'level: emergency'.");
    }
  }
}
