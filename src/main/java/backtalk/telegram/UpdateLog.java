package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.telegram.inbound.ParsedUpdate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Notes what became of updates: counts it, and logs it without saying whose they are. */
public final class UpdateLog {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateLog.class);

  private final BotMetrics metrics;
  private final LogRedaction logRedaction;

  public UpdateLog(BotMetrics metrics, LogRedaction logRedaction) {
    this.metrics = metrics;
    this.logRedaction = logRedaction;
  }

  /** An update came. */
  public void received(ParsedUpdate parsedUpdate) {
    metrics.received(parsedUpdate);
  }

  /** A turn of this chat is taken up; gives the moment. */
  public long startTurn(ChatId chat) {
    return metrics.startTurn(chat);
  }

  /** A turn that was taken up then is committed, or was before. */
  public void committed(IncomingInput incoming, Optional<Handled> handled, long startedAt) {
    metrics.committed(incoming.input(), handled, startedAt);
    line(incoming.update(), incoming.chat())
        .addKeyValue("input", incoming.input().getClass().getSimpleName())
        .addKeyValue(
            "action",
            handled.map(it -> it.turn().gist().kind()).map(TurnKind::word).orElse("seen-before"))
        .log("turn");
  }

  /** Something beside the turn failed. */
  public void failed(long update, Throwable mistake) {
    LOG.error("update={} given up: {}", update, LogRedaction.of(mistake));
  }

  /** Puts aside an update whose turn fails by itself: nothing is kept of it. */
  public void quarantined(long update, ChatId chat, Input input) {
    metrics.dropped();
    line(update, chat).addKeyValue("input", input.getClass().getSimpleName()).log("put aside");
  }

  /** Nothing was kept of an update: too many came. */
  public void dropped(long update, ChatId chat) {
    metrics.dropped();
    line(update, chat).log("dropped");
  }

  /** The bot was blocked, or let in again. */
  public void membership(long update, ChatId chat, boolean open) {
    line(update, chat).addKeyValue("open", open).log("reachable");
  }

  private LoggingEventBuilder line(long update, ChatId chat) {
    return LOG.atInfo().addKeyValue("update", update).addKeyValue("chat", logRedaction.of(chat));
  }
}
