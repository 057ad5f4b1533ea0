package backtalk.modelbased;

import java.util.List;

/**
 * Describes the message expected at a position.
 *
 * @param position the id of the state or outcome
 * @param text a part of a question's text, or the beginning of an outcome's
 * @param labels the question's buttons in reading order; empty for an outcome
 */
record ExpectedScreen(String position, String text, List<String> labels) {

  /** Returns true when a message with this text and these buttons fits. */
  boolean isIn(String shown, List<String> buttons) {
    return labels.isEmpty()
        ? shown.startsWith(text)
        : shown.contains(text) && buttons.equals(labels);
  }
}
