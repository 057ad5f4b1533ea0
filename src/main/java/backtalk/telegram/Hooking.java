package backtalk.telegram;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Has Telegram bring updates to an address, and sees to it that it stays so. Nothing that waits at
 * Telegram is dropped, and the end of the bot leaves the address set: other replicas go on, and a
 * restart finds what came meanwhile.
 */
final class Hooking {

  private static final Logger LOG = LoggerFactory.getLogger(Hooking.class);

  /** Telegram's most: chats do not wait for each other. */
  private static final int CONNECTIONS = 100;

  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Settings.Hook hook;
  private final Caller caller;
  private final Pulse pulse;
  private final Rest rest;
  private final BooleanSupplier isMine;

  /** When a push last failed, as far as it is known; a later one that went well does not end it. */
  private Optional<Integer> lastFailure = Optional.empty();

  /**
   * A webhook that is not set yet.
   *
   * @param isMine whether this replica is the one to see that it stays set
   */
  Hooking(Settings.Hook hook, Caller caller, Pulse pulse, Rest rest, BooleanSupplier isMine) {
    this.hook = hook;
    this.caller = caller;
    this.pulse = pulse;
    this.rest = rest;
    this.isMine = isMine;
  }

  /** Sets it, and looks after it until it is time to go or Telegram refuses the token. */
  void run() {
    set();
    while (!pulse.isRefused() && rest.pause(LOOK)) {
      if (isMine.getAsBoolean()) {
        look();
      } else {
        pulse.stoodBy();
      }
    }
  }

  /** Sets it, whatever is set already: of its secret Telegram does not tell. */
  private void set() {
    SetWebhook call =
        SetWebhook.builder()
            .url(hook.url())
            .secretToken(hook.secret())
            .allowedUpdates(Updates.KINDS)
            .maxConnections(CONNECTIONS)
            .dropPendingUpdates(false)
            .build();
    Steps steps = new Steps(Duration.ofMillis(500), Duration.ofSeconds(15));
    Verdict verdict = caller.call(call);
    while (!(verdict instanceof Verdict.Done) && isTriedAgain(verdict, steps)) {
      verdict = caller.call(call);
    }
    if (verdict instanceof Verdict.Done) {
      LOG.info("Telegram brings updates to {}", hook);
      pulse.polled();
    }
  }

  /** Waits for the next attempt; false where there is to be none. */
  private boolean isTriedAgain(Verdict failed, Steps steps) {
    troubled("the webhook cannot be set, trying on: ", failed);
    Duration length = failed instanceof Verdict.Wait(Duration asked) ? asked : steps.next();
    return !pulse.isRefused() && rest.pause(length);
  }

  private void troubled(String what, Verdict failed) {
    if (failed instanceof Verdict.Unknown(int code)) {
      pulse.refused(code);
    } else {
      pulse.troubled(what + failed);
    }
  }

  private void look() {
    try {
      WebhookInfo found = caller.ask(new GetWebhookInfo());
      if (hook.url().equals(found.getUrl())) {
        tell(found);
      } else {
        LOG.warn("somebody took the webhook off or elsewhere: setting it again");
        set();
      }
    } catch (TelegramApiException failed) {
      troubled("Telegram cannot be asked for the webhook: ", Verdict.of(failed));
    }
  }

  /** What Telegram met at the address since the last look; its own words, which name nobody. */
  private void tell(WebhookInfo found) {
    boolean waits = found.getPendingUpdatesCount() != null && found.getPendingUpdatesCount() > 0;
    Optional<Integer> failed = Optional.ofNullable(found.getLastErrorDate());
    boolean again = failed.isPresent() && !failed.equals(lastFailure);
    lastFailure = failed;
    if (waits && again && found.getLastErrorMessage() != null) {
      pulse.troubled("Telegram cannot bring updates: " + found.getLastErrorMessage());
    } else {
      pulse.polled();
    }
  }
}
