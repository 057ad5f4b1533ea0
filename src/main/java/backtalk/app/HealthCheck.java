package backtalk.app;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.ports.DialogueStore;
import backtalk.telegram.TelegramBot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Checks whether the process is alive and whether it can serve people now. */
final class HealthCheck {
  private static final Duration STORE_TIMEOUT = Duration.ofSeconds(2);

  /** Names a chat that no Telegram user has, for the probe of the store. */
  private static final ChatId PROBE_CHAT = new ChatId(0);

  private final TelegramBot telegram;
  private final DialogueStore store;
  private CompletableFuture<Boolean> probe = CompletableFuture.completedFuture(true);

  HealthCheck(TelegramBot telegram, DialogueStore store) {
    this.telegram = telegram;
    this.store = store;
  }

  boolean alive() {
    return telegram.isAlive();
  }

  /** Returns the reasons why the bot cannot serve people now. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!storeAnswers()) {
      missing.add("the store does not answer");
    }
    if (!telegram.receivesUpdates()) {
      missing.add("Telegram is silent");
    }
    return missing;
  }

  private boolean storeAnswers() {
    return pendingProbe()
        .copy()
        .completeOnTimeout(false, STORE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** Starts a probe of the store unless the last one still hangs. */
  private synchronized CompletableFuture<Boolean> pendingProbe() {
    if (probe.isDone()) {
      probe = CompletableFuture.supplyAsync(this::probeStore, HealthCheck::startThread);
    }
    return probe;
  }

  private static void startThread(Runnable task) {
    Thread.ofVirtual().name("store-probe").start(task);
  }

  private boolean probeStore() {
    try {
      return store.find(PROBE_CHAT).isEmpty();
    } catch (RuntimeException failing) {
      return false;
    }
  }
}
