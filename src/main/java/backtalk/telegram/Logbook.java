package backtalk.telegram;

import backtalk.dialogue.Action;
import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.Incoming;
import backtalk.dialogue.Input;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Notes what became of updates: counts it, and logs it without saying whose they are. */
final class Logbook {

  private static final Logger LOG = LoggerFactory.getLogger(Logbook.class);

  private final Meters meters;
  private final Disguise disguise;

  Logbook(Meters meters, Disguise disguise) {
    this.meters = meters;
    this.disguise = disguise;
  }

  /** An update came. */
  void came(Arrival arrival) {
    meters.came(arrival);
  }

  /** A turn of this chat is taken up; gives the moment. */
  long takenUp(ChatId chat) {
    return meters.takenUp(chat);
  }

  /** A turn that was taken up then is committed, or was before. */
  void kept(Incoming incoming, Optional<Handled> handled, long takenUp) {
    meters.committed(incoming.input(), handled, takenUp);
    line(incoming.update(), incoming.chat())
        .addKeyValue("input", incoming.input().getClass().getSimpleName())
        .addKeyValue(
            "action",
            handled.map(it -> it.turn().gist().action()).map(Action::word).orElse("seen-before"))
        .log("turn");
  }

  /** Something beside the turn failed. */
  void failed(long update, Throwable mistake) {
    LOG.error("update={} given up: {}", update, Disguise.of(mistake));
  }

  /** Puts aside an update whose turn fails by itself: nothing is kept of it. */
  void putAside(long update, ChatId chat, Input input) {
    meters.dropped();
    line(update, chat).addKeyValue("input", input.getClass().getSimpleName()).log("put aside");
  }

  /** Nothing was kept of an update: too many came. */
  void dropped(long update, ChatId chat) {
    meters.dropped();
    line(update, chat).log("dropped");
  }

  /** The bot was blocked, or let in again. */
  void door(long update, ChatId chat, boolean open) {
    line(update, chat).addKeyValue("open", open).log("reachable");
  }

  private LoggingEventBuilder line(long update, ChatId chat) {
    return LOG.atInfo().addKeyValue("update", update).addKeyValue("chat", disguise.of(chat));
  }
}
