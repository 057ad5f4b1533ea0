package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.telegram.UpdateLog;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.Replies;
import backtalk.telegram.parsing.ParsedUpdate;
import backtalk.telegram.parsing.UpdateParser;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Handles updates: parses each, applies the flood limit, and runs its turn. */
public record UpdateHandler(
    UpdateParser parser,
    UserRateLimiter userRateLimiter,
    TurnExecutor turnExecutor,
    Replies replies,
    UpdateLog updateLog) {

  /**
   * Handles one update, to the commit of its turn.
   *
   * @return false if the stop came first, so that the update has to be sent again
   */
  public boolean handle(Update update) {
    long id = update.getUpdateId();
    ParsedUpdate parsed = parser.parse(update);
    updateLog.received(parsed);
    return switch (parsed) {
      case ParsedUpdate.Request request -> handleRequest(id, request);
      case ParsedUpdate.UnusableTap(ParsedUpdate.Tap tap, String phrase) -> answerTap(tap, phrase);
      case ParsedUpdate.MembershipChange(ChatId chat, boolean open) ->
          turnExecutor.recordMembership(id, chat, open);
      case ParsedUpdate.InlineQuestion(String query, long person, String text) ->
          answerInline(query, person, text);
      case ParsedUpdate.Ignored ignored -> true;
    };
  }

  /** Sends a fallback for an update whose turn is late, unless it has a reply or a fallback. */
  public void sendLateFallback(Update update) {
    if (parser.parse(update) instanceof ParsedUpdate.Request request) {
      turnExecutor.sendFallback(update.getUpdateId(), request, FallbackSender.Reason.LATE);
    }
  }

  /** A failure outside of the turn would repeat, so its update is quarantined as well. */
  private boolean handleRequest(long update, ParsedUpdate.Request request) {
    try {
      return applyFloodLimit(update, request);
    } catch (RuntimeException | Error mistake) {
      updateLog.failed(update, mistake);
      return turnExecutor.quarantine(update, request);
    }
  }

  private boolean applyFloodLimit(long update, ParsedUpdate.Request request) {
    UserRateLimiter.Level level =
        userRateLimiter.count(request.person(), request.input().letters());
    if (level == UserRateLimiter.Level.WITHIN_LIMIT) {
      return turnExecutor.execute(update, request, request.input(), false);
    }
    boolean warn = level == UserRateLimiter.Level.FIRST_OVER_LIMIT;
    if (warn && request.isPrivate() && request.tap().isEmpty()) {
      replies.fallbackSender().sendSlowDown(request.chat(), request.place());
    }
    return OverLimitFilter.of(request.input())
        .map(input -> turnExecutor.execute(update, request, input, true))
        .orElseGet(() -> drop(update, request, warn));
  }

  /** Drops a request over the flood limit: it has no turn and no reply. */
  private boolean drop(long update, ParsedUpdate.Request request, boolean warn) {
    Optional<String> toast = Optional.of("slow-down").filter(any -> warn).map(replies.phrases());
    request.tap().ifPresent(tap -> replies.callbackAnswerer().answer(tap, toast));
    updateLog.dropped(update, request.chat());
    return true;
  }

  /** Answers a question in any chat within the flood limit. It is no turn, and nothing is kept. */
  private boolean answerInline(String query, long person, String text) {
    if (userRateLimiter.count(person, text.length()) == UserRateLimiter.Level.WITHIN_LIMIT) {
      replies.inlineAnswerer().answer(query, text);
    }
    return true;
  }

  private boolean answerTap(ParsedUpdate.Tap tap, String phrase) {
    replies.callbackAnswerer().answer(tap, Optional.of(replies.phrases().apply(phrase)));
    return true;
  }
}
