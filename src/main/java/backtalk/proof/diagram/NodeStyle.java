package backtalk.proof.diagram;

import java.util.Locale;

/**
 * The colours of a node: its own ground under its own words, so that a light and a dark page show
 * it alike, and redder the more urgent an outcome is.
 */
enum NodeStyle {
  MARK("#475569", "#94a3b8", "#ffffff"),
  ASKS("#e2e8f0", "#64748b", "#0f172a"),
  WEIGHS("#ede9fe", "#7c3aed", "#2e1065"),
  REASSURE("#86efac", "#15803d", "#052e16"),
  SELF_CARE("#d9f99d", "#4d7c0f", "#1a2e05"),
  PROFESSIONAL("#fde68a", "#b45309", "#451a03"),
  SEE_DOCTOR("#fdba74", "#c2410c", "#431407"),
  SEE_DOCTOR_TODAY("#c2410c", "#7c2d12", "#ffffff"),
  EMERGENCY("#b91c1c", "#7f1d1d", "#ffffff");

  /** The colour of what no test reaches; it is dashed as well. */
  static final String UNTESTED = "#d97706";

  private final String ground;
  private final String edge;
  private final String words;

  NodeStyle(String ground, String edge, String words) {
    this.ground = ground;
    this.edge = edge;
    this.words = words;
  }

  static NodeStyle of(DiagramNode node) {
    return switch (node) {
      case DiagramNode.Start start -> MARK;
      case DiagramNode.AtEveryMoment always -> MARK;
      case DiagramNode.Asks asks -> ASKS;
      case DiagramNode.Weighs weighs -> WEIGHS;
      case DiagramNode.Ends ends -> valueOf(ends.outcome().urgency().name());
      case DiagramNode.Legend legend -> ASKS;
    };
  }

  String ground() {
    return ground;
  }

  String edge() {
    return edge;
  }

  String words() {
    return words;
  }

  /** Its name in a file. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
