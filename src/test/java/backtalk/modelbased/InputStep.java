package backtalk.modelbased;

import backtalk.conversation.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One answer that somebody can give.
 *
 * @param words the button's label, or what is typed
 * @param tells what it tells, in order
 * @param each the state whose facts it asks to be asked one by one
 */
record InputStep(String words, boolean typed, Map<String, Answer> tells, Optional<String> each) {

  InputStep {
    tells = Collections.unmodifiableMap(new LinkedHashMap<>(tells));
  }

  static InputStep tap(String label, Map<String, Answer> tells) {
    return new InputStep(label, false, tells, Optional.empty());
  }

  String line() {
    return typed ? words : "[" + words + "]";
  }
}
