package backtalk.telegram;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.DialogueManager.Handled;
import backtalk.dialogue.TurnKind;
import backtalk.dialogue.input.IncomingInput;
import backtalk.dialogue.input.Input;
import backtalk.telegram.parsing.ParsedUpdate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Counts and logs the outcome of updates, without a person's words or ids. */
public record UpdateLog(BotMetrics metrics, LogRedaction logRedaction) {

  private static final Logger LOG = LoggerFactory.getLogger(UpdateLog.class);

  public void received(ParsedUpdate parsedUpdate) {
    metrics.received(parsedUpdate);
  }

  /**
   * Notes the start of a turn.
   *
   * @return the moment, for {@link #committed}
   */
  public long startTurn(ChatId chat) {
    return metrics.startTurn(chat);
  }

  /**
   * Counts and logs a committed turn.
   *
   * @param handled empty if the update had been committed before
   */
  public void committed(IncomingInput incoming, Optional<Handled> handled, long startedAt) {
    metrics.committed(incoming.input(), handled, startedAt);
    line(incoming.update(), incoming.chat())
        .addKeyValue("input", incoming.input().getClass().getSimpleName())
        .addKeyValue(
            "action",
            handled.map(it -> it.turn().gist().kind()).map(TurnKind::word).orElse("seen-before"))
        .log("turn");
  }

  /** Logs a failure outside of the turn. */
  public void failed(long update, Throwable mistake) {
    LOG.error("update={} failed outside of its turn: {}", update, LogRedaction.of(mistake));
  }

  /**
   * Counts and logs a quarantined update: its turn fails by itself, and nothing of it is stored.
   */
  public void quarantined(long update, ChatId chat, Input input) {
    metrics.dropped();
    line(update, chat).addKeyValue("input", input.getClass().getSimpleName()).log("quarantined");
  }

  /** Counts and logs an update that is dropped over the flood limit. */
  public void dropped(long update, ChatId chat) {
    metrics.dropped();
    line(update, chat).log("dropped");
  }

  /**
   * Logs that the bot was blocked or unblocked, added to a group or removed.
   *
   * @param open true if the bot can write to the chat
   */
  public void membership(long update, ChatId chat, boolean open) {
    line(update, chat).addKeyValue("open", open).log("reachable");
  }

  private LoggingEventBuilder line(long update, ChatId chat) {
    return LOG.atInfo().addKeyValue("update", update).addKeyValue("chat", logRedaction.of(chat));
  }
}
