package backtalk.dialogue.input;

import backtalk.dialogue.Situation;
import backtalk.dialogue.ports.RecentText;
import java.time.Duration;
import java.util.Optional;

/** Joins a text that means nothing by itself with the texts sent right before it. */
public record MessageJoiner(InputInterpreter inputInterpreter, RecentText recentText) {

  /** Limits how long before a text the texts joined with it may have been sent. */
  private static final Duration MOST_APART = Duration.ofSeconds(15);

  /** Limits the length, in UTF-16 units, of a text to be joined; longer texts are complete. */
  private static final int LONGEST = 200;

  /** Returns the meaning of an input, joined with the texts right before it where that helps. */
  public Meaning interpret(IncomingInput incoming, Situation situation) {
    Meaning alone = inputInterpreter.interpret(incoming.input(), situation);
    String before = before(incoming);
    if (!(alone instanceof Meaning.Words words) || !isJoinable(words)) {
      keep(incoming, before, "");
      return alone;
    }
    String all = (before + " " + words.text()).strip();
    Optional<Meaning> joined =
        before.isEmpty()
            ? Optional.empty()
            : joined(words, new Input.Said(all, words.manner()), situation);
    boolean complete = words.result().understood() || joined.isPresent();
    String kept = all.length() <= LONGEST ? all : words.text();
    keep(incoming, before, complete ? "" : kept);
    return joined.orElse(alone);
  }

  private static boolean isJoinable(Meaning.Words words) {
    boolean typed = words.manner() == Input.Manner.TYPED || words.manner() == Input.Manner.FLOOD;
    return typed && words.text().length() <= LONGEST;
  }

  /**
   * Returns the meaning of all texts together if it adds to that of the last one. A text that only
   * hints at something is joined too: a sign that only both together state is then recorded and not
   * merely asked back.
   */
  private Optional<Meaning> joined(Meaning.Words alone, Input all, Situation situation) {
    boolean understood = alone.result().understood();
    boolean hints = alone.result().mentions().isEmpty() && !alone.result().doubts().isEmpty();
    if (understood && !hints) {
      return Optional.empty();
    }
    return inputInterpreter.interpret(all, situation) instanceof Meaning.Words words
            && (understood ? !words.result().mentions().isEmpty() : words.result().understood())
        ? Optional.of(words)
        : Optional.empty();
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

  /** Returns the texts right before; an update taken again gets the same ones as at first. */
  private String before(IncomingInput incoming) {
    return recentText
        .of(incoming.chat())
        .filter(kept -> !kept.at().plus(MOST_APART).isBefore(incoming.at()))
        .map(kept -> kept.update() == incoming.update() ? kept.before() : kept.text())
        .orElse("");
  }
}
