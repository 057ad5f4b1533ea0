package backtalk.proof.diagram;

import java.util.Locale;

/**
 * Defines the colours of nodes. Fill and text colour are both set, so that light and dark pages
 * show the same. An outcome is redder the more urgent it is.
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

  /** Colour of parts that no test reaches, which are dashed as well. */
  static final String UNTESTED = "#d97706";

  private final String fill;
  private final String border;
  private final String text;

  NodeStyle(String fill, String border, String text) {
    this.fill = fill;
    this.border = border;
    this.text = text;
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

  String fill() {
    return fill;
  }

  String border() {
    return border;
  }

  String text() {
    return text;
  }

  /** Returns the style's name in a diagram file. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
