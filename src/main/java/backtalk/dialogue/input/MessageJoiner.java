package backtalk.dialogue.input;

import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.RecentText;
import java.time.Duration;
import java.util.Set;

/** Hears words that say nothing by themselves together with those right before them. */
public final class MessageJoiner {

  /** So soon after each other do the parts of one thought come. */
  private static final Duration TOGETHER = Duration.ofSeconds(15);

  /** Longer texts are whole thoughts. */
  private static final int LONGEST = 200;

  private static final Set<Input.Manner> JOINED = Set.of(Input.Manner.TYPED, Input.Manner.FLOOD);

  private final InputInterpreter inputInterpreter;
  private final RecentText last;

  public MessageJoiner(InputInterpreter inputInterpreter, RecentText last) {
    this.inputInterpreter = inputInterpreter;
    this.last = last;
  }

  public Meaning hear(IncomingInput incoming, Dialogue dialogue) {
    Meaning alone = inputInterpreter.hear(incoming.input(), dialogue, incoming.at());
    boolean lost =
        alone instanceof Meaning.Words words
            && JOINED.contains(words.manner())
            && words.text().length() <= LONGEST
            && !words.result().understood();
    if (lost) {
      return together(incoming, dialogue, (Meaning.Words) alone);
    }
    Meaning heard = withSign(incoming, dialogue, alone);
    keep(incoming, before(incoming), "");
    return heard;
  }

  /**
   * Over the flood limit words that only hint at a sign are heard with those right before them: a
   * sign that both tell together is not merely asked back.
   */
  private Meaning withSign(IncomingInput incoming, Dialogue dialogue, Meaning alone) {
    String before = before(incoming);
    boolean hints =
        alone instanceof Meaning.Words words
            && words.manner() == Input.Manner.FLOOD
            && words.text().length() <= LONGEST
            && words.result().mentions().isEmpty();
    if (!hints || before.isEmpty()) {
      return alone;
    }
    Input all = new Input.Said(before + " " + ((Meaning.Words) alone).text(), Input.Manner.FLOOD);
    return inputInterpreter.hear(all, dialogue, incoming.at()) instanceof Meaning.Words joined
            && !joined.result().mentions().isEmpty()
        ? joined
        : alone;
  }

  /** What is kept with no text is what an update found that is taken again. */
  private void keep(IncomingInput incoming, String before, String text) {
    boolean any = !text.isEmpty() || last.of(incoming.chat()).isPresent();
    if (any) {
      last.keep(
          incoming.chat(), new RecentText.Kept(incoming.update(), before, text, incoming.at()));
    }
  }

  private Meaning together(IncomingInput incoming, Dialogue dialogue, Meaning.Words alone) {
    String before = before(incoming);
    String text = (before + " " + alone.text()).strip();
    if (!before.isEmpty()) {
      Input all = new Input.Said(text, alone.manner());
      Meaning joined = inputInterpreter.hear(all, dialogue, incoming.at());
      if (joined instanceof Meaning.Words words && words.result().understood()) {
        keep(incoming, before, "");
        return joined;
      }
    }
    String kept = text.length() <= LONGEST ? text : alone.text();
    keep(incoming, before, kept);
    return alone;
  }

  /** The words right before; for an update that is taken again, those that it found at first. */
  private String before(IncomingInput incoming) {
    return last.of(incoming.chat())
        .filter(kept -> !kept.at().plus(TOGETHER).isBefore(incoming.at()))
        .map(kept -> kept.update() == incoming.update() ? kept.before() : kept.text())
        .orElse("");
  }
}
