package backtalk.proof.diagram;

import backtalk.conversation.Urgency;
import java.util.Locale;

/**
 * Defines the colours of nodes. Fill and text colour are both set, so that light and dark pages
 * show the same. An outcome is redder the more urgent it is.
 */
enum NodeColours {
  MARK("#475569", "#94a3b8", "#ffffff"),
  ASKS("#e2e8f0", "#64748b", "#0f172a"),
  WEIGHS("#ede9fe", "#7c3aed", "#2e1065"),
  REASSURE("#86efac", "#15803d", "#052e16"),
  SELF_CARE("#d9f99d", "#4d7c0f", "#1a2e05"),
  PROFESSIONAL("#fde68a", "#b45309", "#451a03"),
  SEE_DOCTOR_NO_HURRY("#fed7aa", "#ea580c", "#431407"),
  SEE_DOCTOR("#fdba74", "#c2410c", "#431407"),
  SEE_DOCTOR_TODAY("#c2410c", "#7c2d12", "#ffffff"),
  EMERGENCY("#b91c1c", "#7f1d1d", "#ffffff");

  /** Colour of parts that no test reaches, which are dashed as well. */
  static final String UNTESTED = "#d97706";

  final String fill;
  final String border;
  final String text;

  NodeColours(String fill, String border, String text) {
    this.fill = fill;
    this.border = border;
    this.text = text;
  }

  static NodeColours of(Urgency urgency) {
    return valueOf(urgency.name());
  }

  /** Returns the name of the colours in a diagram file. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
