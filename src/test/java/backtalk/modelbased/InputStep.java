package backtalk.modelbased;

import backtalk.conversation.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Describes one answer that a person can give.
 *
 * @param words the button's label, or the typed text
 * @param answers the facts that it records, in order
 * @param each the state whose facts are asked one by one from now on
 */
record InputStep(String words, boolean typed, Map<String, Answer> answers, Optional<String> each) {

  InputStep {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  static InputStep tap(String label, Map<String, Answer> answers) {
    return new InputStep(label, false, answers, Optional.empty());
  }

  String line() {
    return typed ? words : "[" + words + "]";
  }
}
