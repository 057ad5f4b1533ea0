package backtalk;

import backtalk.dialogue.ChatId;
import backtalk.dialogue.Dialogues;
import backtalk.telegram.TelegramBot;
import backtalk.web.Readiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Whether the bot runs, and whether it can serve people now. */
final class VitalSigns {
  private static final Duration STORE = Duration.ofSeconds(2);

  /** No chat on Telegram has this number. */
  private static final ChatId NOBODY = new ChatId(0);

  private final TelegramBot telegram;
  private final Dialogues dialogues;
  private CompletableFuture<Boolean> asking = CompletableFuture.completedFuture(true);

  VitalSigns(TelegramBot telegram, Dialogues dialogues) {
    this.telegram = telegram;
    this.dialogues = dialogues;
  }

  boolean alive() {
    return telegram.isAlive();
  }

  Readiness readiness() {
    List<String> missing = new ArrayList<>();
    if (!storeAnswers()) {
      missing.add("the store does not answer");
    }
    if (!telegram.hears()) {
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
      asking = CompletableFuture.supplyAsync(this::ask, VitalSigns::beside);
    }
    return asking;
  }

  private static void beside(Runnable task) {
    Thread.ofVirtual().name("store-probe").start(task);
  }

  private boolean ask() {
    try {
      return dialogues.find(NOBODY).isEmpty();
    } catch (RuntimeException failing) {
      return false;
    }
  }
}
