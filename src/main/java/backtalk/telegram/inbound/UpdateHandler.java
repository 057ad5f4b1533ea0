package backtalk.telegram.inbound;

import backtalk.dialogue.ChatId;
import backtalk.telegram.UpdateLog;
import backtalk.telegram.outbound.FallbackSender;
import backtalk.telegram.outbound.ReplySender;
import backtalk.telegram.parsing.ParsedUpdate;
import backtalk.telegram.parsing.UpdateParser;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Handles updates: parses each, applies the flood limit, and runs its turn. */
public final class UpdateHandler {

  private final UpdateParser parser;
  private final TurnServices services;
  private final TurnExecutor turnExecutor;
  private final ReplySender replySender;
  private final UserRateLimiter userRateLimiter;
  private final UpdateLog updateLog;

  public UpdateHandler(
      UpdateParser parser,
      TurnServices services,
      ReplySender replySender,
      UserRateLimiter userRateLimiter,
      UpdateLog updateLog) {
    this.parser = parser;
    this.services = services;
    this.turnExecutor = new TurnExecutor(services, replySender, updateLog);
    this.replySender = replySender;
    this.userRateLimiter = userRateLimiter;
    this.updateLog = updateLog;
  }

  /** Handles one update, to the end of its turn. */
  public HandlingResult handle(Update update) {
    long id = update.getUpdateId();
    ParsedUpdate parsed = parser.parse(update);
    updateLog.received(parsed);
    return switch (parsed) {
      case ParsedUpdate.Private message -> handleRequest(id, request(message));
      case ParsedUpdate.InGroup message -> handleRequest(id, request(message));
      case ParsedUpdate.UnsupportedTap(ParsedUpdate.Tap tap) ->
          answerTap(tap, replySender.privateOnlyText());
      case ParsedUpdate.Outdated(ParsedUpdate.Tap tap) ->
          answerTap(tap, replySender.expiredButtonText());
      case ParsedUpdate.MembershipChange(ChatId chat, boolean open) ->
          recordMembership(id, chat, open);
      case ParsedUpdate.Ignored ignored -> HandlingResult.DONE;
    };
  }

  /** Sends a fallback for an update whose turn is late, unless it has a reply or a fallback. */
  public void sendLateFallback(Update update) {
    long id = update.getUpdateId();
    switch (parser.parse(update)) {
      case ParsedUpdate.Private message ->
          turnExecutor.sendFallback(id, request(message), FallbackSender.Reason.LATE);
      case ParsedUpdate.InGroup message ->
          turnExecutor.sendFallback(id, request(message), FallbackSender.Reason.LATE);
      default -> {}
    }
  }

  private ChatRequest request(ParsedUpdate.Private message) {
    return ChatRequest.of(message, services.turnHandler());
  }

  private ChatRequest request(ParsedUpdate.InGroup message) {
    return ChatRequest.of(message, services.turnHandler(), parser.botAccount());
  }

  /** A failure outside of the turn would repeat, so its update is quarantined as well. */
  private HandlingResult handleRequest(long update, ChatRequest chatRequest) {
    try {
      return applyFloodLimit(update, chatRequest);
    } catch (RuntimeException | Error mistake) {
      updateLog.failed(update, mistake);
      return turnExecutor.quarantine(update, chatRequest);
    }
  }

  private HandlingResult applyFloodLimit(long update, ChatRequest chatRequest) {
    UserRateLimiter.Level level =
        userRateLimiter.count(chatRequest.person(), OverLimitFilter.letters(chatRequest.input()));
    if (level == UserRateLimiter.Level.WITHIN_LIMIT) {
      return turnExecutor.execute(update, chatRequest, chatRequest.input());
    }
    boolean warn = level == UserRateLimiter.Level.FIRST_OVER_LIMIT;
    if (warn && chatRequest.isPrivate() && chatRequest.tap().isEmpty()) {
      replySender.sendSlowDown(chatRequest.chat(), chatRequest.place());
    }
    return OverLimitFilter.of(chatRequest.input())
        .map(input -> turnExecutor.execute(update, chatRequest.thinned(replySender), input))
        .orElseGet(() -> drop(update, chatRequest, warn));
  }

  /** Drops a request over the flood limit: it has no turn and no reply. */
  private HandlingResult drop(long update, ChatRequest chatRequest, boolean warn) {
    chatRequest
        .tap()
        .ifPresent(
            tap -> replySender.answer(tap, warn ? replySender.slowDownText() : Optional.empty()));
    updateLog.dropped(update, chatRequest.chat());
    return HandlingResult.DONE;
  }

  private HandlingResult answerTap(ParsedUpdate.Tap tap, Optional<String> text) {
    replySender.answer(tap, text);
    return HandlingResult.DONE;
  }

  private HandlingResult recordMembership(long update, ChatId chat, boolean open) {
    TurnRetry.Result<Boolean> result =
        services
            .turnRetry()
            .run(
                chat,
                update,
                () -> {
                  services.store().reachable(chat, open, services.clock().instant());
                  return true;
                },
                () -> {});
    updateLog.membership(update, chat, open);
    return result instanceof TurnRetry.Result.Stopped<Boolean>
        ? HandlingResult.STOPPED
        : HandlingResult.DONE;
  }
}
