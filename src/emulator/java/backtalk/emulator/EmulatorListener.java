package backtalk.emulator;

/** Observes the traffic between the bot and the emulator, one event after the other. */
public interface EmulatorListener {
  /** Ignores all events. */
  EmulatorListener NONE = new EmulatorListener() {};

  /** Reports that a call has arrived. */
  default void began(Call call) {}

  /** Reports that a call was carried out or refused, before its answer is sent. */
  default void ended(Call call) {}

  /** Reports that an update was queued. */
  default void posted(QueuedUpdate update) {}

  /** Reports that an update was sent to the bot completely. */
  default void delivered(QueuedUpdate update) {}

  /** Reports that the bot has confirmed an update. */
  default void confirmed(QueuedUpdate update) {}

  /** Reports that the bot did not accept a push. */
  default void pushFailed(String reason) {}
}
