package backtalk.library;

import backtalk.conversation.Level;
import backtalk.conversation.Severity;
import java.util.Arrays;
import java.util.List;

/** The two keys of a group that say how serious something is: when it is so, and in doubt. */
record Levels(String ifYes, String ifUnsure) {
  private static final List<Level> ALL =
      Arrays.stream(Level.values()).filter(level -> level != Level.REASSURE).toList();

  /** What the group says; a doubt that is more urgent than a yes is an issue. */
  Severity read(Fields fields, Issues issues) {
    Severity severity = new Severity(fields.level(ifYes, ALL), fields.level(ifUnsure, ALL));
    if (severity.ifYes().isPresent()
        && severity
            .ifUnsure()
            .filter(doubt -> !severity.ifYes().get().atLeast(doubt))
            .isPresent()) {
      issues.add(
          fields.at(ifUnsure),
          "'" + ifUnsure + "' is more urgent than '" + ifYes + "'.",
          "A yes must be at least as urgent as a doubt.");
    }
    if (severity.ifYes().filter(level -> level.atLeast(Level.SEE_DOCTOR)).isPresent()
        && severity.ifUnsure().filter(Levels::sendsToNobody).isPresent()) {
      issues.add(
          fields.at(ifUnsure),
          "A doubt about what is for a doctor, or an emergency, sends to nobody.",
          "Write professional or more.");
    }
    return severity;
  }

  private static boolean sendsToNobody(Level doubt) {
    return !doubt.atLeast(Level.PROFESSIONAL);
  }
}
