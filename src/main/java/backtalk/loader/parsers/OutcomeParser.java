package backtalk.loader.parsers;

import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Urgency;
import backtalk.loader.Issues;
import backtalk.loader.OrderedMaps;
import backtalk.loader.yaml.KeySchema;
import backtalk.loader.yaml.MappingReader;
import backtalk.loader.yaml.YamlNode;
import backtalk.loader.yaml.YamlNode.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Parses outcomes.yaml. */
record OutcomeParser(LineParser lineParser, Issues issues) {
  private static final KeySchema OUTCOME =
      KeySchema.of("an outcome")
          .needs("level", "title", "recall", "means", "do")
          .may("opens-with", "staff", "now", "watch", "questions", "movements", "reasons");

  private static final int QUESTIONS = 3;

  private static final List<Urgency> LEVELS =
      Arrays.stream(Urgency.values()).filter(urgency -> urgency == urgency.ending()).toList();

  Map<String, Outcome> read(YamlNode root) {
    return OrderedMaps.mapEntries(MappingReader.group("The file", root, issues), this::outcome);
  }

  private Outcome outcome(String id, Entry entry) {
    MappingReader fields = MappingReader.of(entry, OUTCOME, issues);
    Urgency urgency = fields.urgency("level", LEVELS).orElse(Urgency.EMERGENCY);
    checkOpening(fields, urgency);
    return new Outcome(
        id,
        urgency,
        opening(fields),
        card(fields),
        fields.flag("reasons", true),
        showsCautions(fields, urgency),
        new Outcome.Handover(lineParser.read(fields, "staff"), questions(fields)));
  }

  private List<SourcedText> questions(MappingReader fields) {
    List<SourcedText> questions = lineParser.read(fields, "questions");
    if (fields.has("questions") && questions.size() != QUESTIONS) {
      issues.add(
          fields.at("questions"),
          "There are " + questions.size() + " questions.",
          "Write the three that matter most to ask a doctor.");
    }
    return questions;
  }

  private Outcome.Opening opening(MappingReader fields) {
    return new Outcome.Opening(
        lineParser.alternatives(fields, "title"),
        lineParser.alternatives(fields, "opens-with"),
        lineParser.read(fields, "recall"));
  }

  private Outcome.Card card(MappingReader fields) {
    return new Outcome.Card(
        lineParser.read(fields, "means"),
        lineParser.read(fields, "do"),
        lineParser.read(fields, "now"),
        lineParser.read(fields, "watch"));
  }

  /** Returns true when the outcome shows the cautions: it is calm, or it offers movements. */
  private boolean showsCautions(MappingReader fields, Urgency urgency) {
    boolean movements = fields.flag("movements", false);
    if (movements && urgency.atLeast(Urgency.PROFESSIONAL)) {
      issues.add(
          fields.at("movements"),
          "An ending of level '" + urgency.word() + "' offers movements.",
          "Take 'movements' out: with a warning sign no exercise is offered.");
    }
    return movements || !urgency.atLeast(Urgency.PROFESSIONAL);
  }

  private void checkOpening(MappingReader fields, Urgency urgency) {
    boolean emergency = urgency == Urgency.EMERGENCY;
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
