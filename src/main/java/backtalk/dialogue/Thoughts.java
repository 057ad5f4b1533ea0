package backtalk.dialogue;

import java.time.Duration;
import java.util.Set;

/** Hears words that say nothing by themselves together with those right before them. */
final class Thoughts {

  /** So soon after each other do the parts of one thought come. */
  private static final Duration TOGETHER = Duration.ofSeconds(15);

  /** Longer texts are whole thoughts. */
  private static final int LONGEST = 200;

  private static final Set<Input.Manner> JOINED = Set.of(Input.Manner.TYPED, Input.Manner.FLOOD);

  private final Hearing hearing;
  private final LastWords last;

  Thoughts(Hearing hearing, LastWords last) {
    this.hearing = hearing;
    this.last = last;
  }

  Meaning hear(Incoming incoming, Dialogue dialogue) {
    Meaning alone = hearing.hear(incoming.input(), dialogue, incoming.at());
    boolean lost =
        alone instanceof Meaning.Words words
            && JOINED.contains(words.manner())
            && words.text().length() <= LONGEST
            && !words.heard().understood();
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
  private Meaning withSign(Incoming incoming, Dialogue dialogue, Meaning alone) {
    String before = before(incoming);
    boolean hints =
        alone instanceof Meaning.Words words
            && words.manner() == Input.Manner.FLOOD
            && words.text().length() <= LONGEST
            && words.heard().tells().isEmpty();
    if (!hints || before.isEmpty()) {
      return alone;
    }
    Input all = new Input.Said(before + " " + ((Meaning.Words) alone).text(), Input.Manner.FLOOD);
    return hearing.hear(all, dialogue, incoming.at()) instanceof Meaning.Words joined
            && !joined.heard().tells().isEmpty()
        ? joined
        : alone;
  }

  /** What is kept with no text is what an update found that is taken again. */
  private void keep(Incoming incoming, String before, String text) {
    boolean any = !text.isEmpty() || last.of(incoming.chat()).isPresent();
    if (any) {
      last.keep(
          incoming.chat(), new LastWords.Kept(incoming.update(), before, text, incoming.at()));
    }
  }

  private Meaning together(Incoming incoming, Dialogue dialogue, Meaning.Words alone) {
    String before = before(incoming);
    String text = (before + " " + alone.text()).strip();
    if (!before.isEmpty()) {
      Input all = new Input.Said(text, alone.manner());
      Meaning joined = hearing.hear(all, dialogue, incoming.at());
      if (joined instanceof Meaning.Words words && words.heard().understood()) {
        keep(incoming, before, "");
        return joined;
      }
    }
    String kept = text.length() <= LONGEST ? text : alone.text();
    keep(incoming, before, kept);
    return alone;
  }

  /** The words right before; for an update that is taken again, those that it found at first. */
  private String before(Incoming incoming) {
    return last.of(incoming.chat())
        .filter(kept -> !kept.at().plus(TOGETHER).isBefore(incoming.at()))
        .map(kept -> kept.update() == incoming.update() ? kept.before() : kept.text())
        .orElse("");
  }
}
