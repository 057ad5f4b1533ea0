package backtalk.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

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
  private long lastFailure;

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
      pulse.troubled(what + "Telegram " + failed.clause());
    }
  }

  private void look() {
    try {
      JsonNode found = caller.ask(new GetWebhookInfo());
      if (hook.url().equals(found.path("url").asText())) {
        tell(found);
      } else {
        LOG.warn("somebody took the webhook off or elsewhere: setting it again");
        set();
      }
    } catch (CallFailedException failed) {
      troubled("the webhook cannot be looked at: ", failed.verdict());
    }
  }

  /** What Telegram met at the address since the last look; its own words, which name nobody. */
  private void tell(JsonNode found) {
    boolean waits = found.path("pending_update_count").asLong() > 0;
    long failed = found.path("last_error_date").asLong();
    boolean again = failed != 0 && failed != lastFailure;
    String says = found.path("last_error_message").asText();
    lastFailure = failed;
    if (waits && again && !says.isEmpty()) {
      pulse.troubled("Telegram cannot bring updates: " + says);
    } else {
      pulse.polled();
    }
  }
}
