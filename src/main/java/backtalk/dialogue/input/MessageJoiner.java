package backtalk.dialogue.input;

import backtalk.dialogue.Dialogue;
import backtalk.dialogue.ports.RecentText;
import java.time.Duration;
import java.util.Set;

/** Joins a text that means nothing by itself with the texts sent right before it. */
public final class MessageJoiner {

  /** Limits how long before a text the texts joined with it may have been sent. */
  private static final Duration MOST_APART = Duration.ofSeconds(15);

  /** Limits the length, in UTF-16 units, of a text to be joined; longer texts are complete. */
  private static final int LONGEST = 200;

  private static final Set<Input.Manner> JOINED = Set.of(Input.Manner.TYPED, Input.Manner.FLOOD);

  private final InputInterpreter inputInterpreter;
  private final RecentText recentText;

  public MessageJoiner(InputInterpreter inputInterpreter, RecentText recentText) {
    this.inputInterpreter = inputInterpreter;
    this.recentText = recentText;
  }

  /** Returns the meaning of an input, joined with the texts right before it where that helps. */
  public Meaning interpret(IncomingInput incoming, Dialogue dialogue) {
    Meaning alone = inputInterpreter.interpret(incoming.input(), dialogue, incoming.at());
    boolean notUnderstood =
        alone instanceof Meaning.Words words
            && JOINED.contains(words.manner())
            && words.text().length() <= LONGEST
            && !words.result().understood();
    if (notUnderstood) {
      return joined(incoming, dialogue, (Meaning.Words) alone);
    }
    Meaning meaning = joinedHint(incoming, dialogue, alone);
    keep(incoming, before(incoming), "");
    return meaning;
  }

  /**
   * Joins a text over the flood limit that records nothing with those right before it. A sign that
   * only both together state is then recorded and not merely asked back.
   */
  private Meaning joinedHint(IncomingInput incoming, Dialogue dialogue, Meaning alone) {
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
    return inputInterpreter.interpret(all, dialogue, incoming.at()) instanceof Meaning.Words joined
            && !joined.result().mentions().isEmpty()
        ? joined
        : alone;
  }

  /**
   * Keeps a text for the next message. An empty text is kept too, so that an update taken again
   * finds the texts before it.
   */
  private void keep(IncomingInput incoming, String before, String text) {
    boolean any = !text.isEmpty() || recentText.of(incoming.chat()).isPresent();
    if (any) {
      recentText.keep(
          incoming.chat(), new RecentText.Kept(incoming.update(), before, text, incoming.at()));
    }
  }

  private Meaning joined(IncomingInput incoming, Dialogue dialogue, Meaning.Words alone) {
    String before = before(incoming);
    String text = (before + " " + alone.text()).strip();
    if (!before.isEmpty()) {
      Input all = new Input.Said(text, alone.manner());
      Meaning joined = inputInterpreter.interpret(all, dialogue, incoming.at());
      if (joined instanceof Meaning.Words words && words.result().understood()) {
        keep(incoming, before, "");
        return joined;
      }
    }
    String kept = text.length() <= LONGEST ? text : alone.text();
    keep(incoming, before, kept);
    return alone;
  }

  /** Returns the texts right before; an update taken again gets the same ones as at first. */
  private String before(IncomingInput incoming) {
    return recentText
        .of(incoming.chat())
        .filter(kept -> !kept.at().plus(MOST_APART).isBefore(incoming.at()))
        .map(kept -> kept.update() == incoming.update() ? kept.before() : kept.text())
        .orElse("");
  }
}
