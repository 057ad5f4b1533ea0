package backtalk.loader.parsers;

import backtalk.conversation.Severity;
import backtalk.conversation.Urgency;
import backtalk.loader.Issues;
import backtalk.loader.yaml.MappingReader;
import java.util.Arrays;
import java.util.List;

/** Parses the two keys for the severity of a fact or claim: its urgency if yes and if unsure. */
record UrgencyParser(String ifYes, String ifUnsure) {
  private static final List<Urgency> ALL =
      Arrays.stream(Urgency.values()).filter(urgency -> urgency != Urgency.REASSURE).toList();

  /** Returns the severity. An urgency if unsure that exceeds the urgency if yes is an issue. */
  Severity read(MappingReader fields, Issues issues) {
    Severity severity = new Severity(fields.urgency(ifYes, ALL), fields.urgency(ifUnsure, ALL));
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
    if (severity.yesAtLeast(Urgency.SEE_DOCTOR_NO_HURRY)
        && severity.ifUnsure().filter(UrgencyParser::isBelowProfessional).isPresent()) {
      issues.add(
          fields.at(ifUnsure),
          "'"
              + ifUnsure
              + "' sends to no one, but '"
              + ifYes
              + "' sends to a doctor or is an emergency.",
          "Write professional or more.");
    }
    return severity;
  }

  private static boolean isBelowProfessional(Urgency doubt) {
    return !doubt.atLeast(Urgency.PROFESSIONAL);
  }
}
