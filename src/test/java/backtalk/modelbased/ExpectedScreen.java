package backtalk.modelbased;

import java.util.List;

/**
 * What somebody must see at a place.
 *
 * @param place the place's word
 * @param says what the message says; an ending begins with it
 * @param labels the question's buttons in reading order; none of an ending
 */
record ExpectedScreen(String place, String says, List<String> labels) {

  /** True when this message shows it. */
  boolean in(String text, List<String> buttons) {
    return labels.isEmpty() ? text.startsWith(says) : text.contains(says) && buttons.equals(labels);
  }
}
