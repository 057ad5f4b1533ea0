package backtalk.app;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.telegram.TelegramBot;
import backtalk.web.Readiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Whether the bot runs, and whether it can serve people now. */
final class HealthCheck {
  private static final Duration STORE = Duration.ofSeconds(2);

  /** No chat on Telegram has this number. */
  private static final ChatId NOBODY = new ChatId(0);

  private final TelegramBot telegram;
  private final DialogueStore store;
  private CompletableFuture<Boolean> asking = CompletableFuture.completedFuture(true);

  HealthCheck(TelegramBot telegram, DialogueStore store) {
    this.telegram = telegram;
    this.store = store;
  }

  boolean alive() {
    return telegram.isAlive();
  }

  Readiness readiness() {
    List<String> missing = new ArrayList<>();
    if (!storeAnswers()) {
      missing.add("the store does not answer");
    }
    if (!telegram.receivesUpdates()) {
      missing.add("Telegram is silent");
    }
    return new Readiness(missing);
  }

  private boolean storeAnswers() {
    return asked().copy().completeOnTimeout(false, STORE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** A store that hangs is asked no second time while it does. */
  private synchronized CompletableFuture<Boolean> asked() {
    if (asking.isDone()) {
      asking = CompletableFuture.supplyAsync(this::ask, HealthCheck::beside);
    }
    return asking;
  }

  private static void beside(Runnable task) {
    Thread.ofVirtual().name("store-probe").start(task);
  }

  private boolean ask() {
    try {
      return store.find(NOBODY).isEmpty();
    } catch (RuntimeException failing) {
      return false;
    }
  }
}
