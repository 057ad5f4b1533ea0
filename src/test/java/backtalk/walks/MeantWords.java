package backtalk.walks;

import backtalk.conversation.Machine;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Hearing;
import backtalk.dialogue.Input;
import backtalk.dialogue.Meaning;
import backtalk.understanding.Heard;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Ears that take certain words for what the walk means by them, hear all else as the bot does, and
 * remember what they heard last.
 */
final class MeantWords implements Hearing {

  private final Hearing real;
  private final Machine machine;
  private final Map<String, Heard> meanings;
  private Meaning last = new Meaning.Silence();

  MeantWords(Hearing real, Machine machine, Map<String, Heard> meanings) {
    this.real = real;
    this.machine = machine;
    this.meanings = meanings;
  }

  @Override
  public Meaning hear(Input input, Dialogue dialogue, Instant now) {
    last = known(meaning(input, dialogue, now));
    return last;
  }

  Meaning last() {
    return last;
  }

  private Meaning meaning(Input input, Dialogue dialogue, Instant now) {
    return input instanceof Input.Said(String text, Input.Manner manner)
            && meanings.containsKey(text)
        ? new Meaning.Words(text, manner, Objects.requireNonNull(meanings.get(text)))
        : real.hear(input, dialogue, now);
  }

  /** Ears that learned from one version of a conversation may hear what another does not have. */
  private Meaning known(Meaning meaning) {
    return meaning instanceof Meaning.Words(String text, Input.Manner manner, Heard heard)
        ? new Meaning.Words(text, manner, known(heard))
        : meaning;
  }

  private Heard known(Heard heard) {
    return new Heard(
        heard.tells().stream().filter(telling -> has(telling.fact())).toList(),
        heard.doubts().stream().filter(this::has).toList(),
        heard.someoneElse().filter(this::has),
        heard.reply(),
        heard.topics(),
        heard.verb());
  }

  private boolean has(String fact) {
    return machine.facts().containsKey(fact) && !machine.fact(fact).workedOut();
  }
}
