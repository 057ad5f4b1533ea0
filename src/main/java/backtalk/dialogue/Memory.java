package backtalk.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Holds what the newest messages were about, by ids and never by words. It selects what a short
 * message refers to ("why?", "the second one"); it never sets, lowers or expires a fact.
 *
 * @param card id of the topic whose card was shown last
 * @param unfolded true when the folded part of that card was shown as a message
 * @param offered ids of the topics on the buttons shown last, in their order
 * @param shownAt time at which these were shown
 * @param alarm the last emergency of another person
 */
public record Memory(
    Optional<String> card,
    boolean unfolded,
    List<String> offered,
    Instant shownAt,
    Optional<Alarm> alarm) {

  /** How long a card or an offer can be referred to. */
  public static final Duration CARD_LASTS = Duration.ofMinutes(10);

  /** How long another person's emergency stands. */
  public static final Duration ALARM_LASTS = Duration.ofMinutes(30);

  /** Remembers nothing. */
  public static final Memory NOTHING =
      new Memory(Optional.empty(), false, List.of(), Instant.EPOCH, Optional.empty());

  /** An emergency of another person: its fact, and when it was told last. */
  public record Alarm(String fact, Instant at) {}

  public Memory {
    offered = List.copyOf(offered);
  }

  /** Returns what is still remembered at this time. */
  Memory at(Instant now) {
    Memory fresh = Duration.between(shownAt, now).compareTo(CARD_LASTS) > 0 ? withoutCard() : this;
    return fresh.with(
        alarm.filter(it -> Duration.between(it.at(), now).compareTo(ALARM_LASTS) <= 0));
  }

  /** Returns this memory after topics were shown. */
  public Memory showing(Optional<String> topic, List<String> buttons, Instant now) {
    return new Memory(topic, false, buttons, now, alarm);
  }

  /** Returns this memory after the folded part of the card was shown. */
  public Memory unfolding(Instant now) {
    return new Memory(card, true, offered, now, alarm);
  }

  /** Returns this memory without the card and the offer. */
  public Memory withoutCard() {
    return new Memory(Optional.empty(), false, List.of(), Instant.EPOCH, alarm);
  }

  /** Returns this memory with another alarm or none. */
  public Memory with(Optional<Alarm> other) {
    return new Memory(card, unfolded, offered, shownAt, other);
  }

  /** Returns the memory to store; empty when it holds nothing. */
  Optional<Memory> stored() {
    return equals(NOTHING) ? Optional.empty() : Optional.of(this);
  }
}
